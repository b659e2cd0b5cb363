package clinic.portal.app.demo;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance and ids that fall the same way every time, so that what was seen in the demo can be found in it again. */
final class DemoRandom {
    /** Within UUIDv7's range, and before any id that the running application makes. */
    private static final long FIRST_ID_AT = 1_735_689_600_000L;

    private final Random chance;
    private final Random idBits;
    private long ids;

    DemoRandom(long seed) {
        this.chance = new Random(seed);
        // Of its own: how often chance is asked depends on the day of the demo, and the ids must not.
        this.idBits = new Random(~seed);
    }

    /** A UUIDv7 later than the one before. */
    UUID id() {
        long at = FIRST_ID_AT + ids++;
        long high = (at << 16) | 0x7000L | idBits.nextInt(1 << 12);
        long low = (idBits.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + chance.nextInt(high - low + 1);
    }

    boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    /** Some come often, others now and then: the first in the list twice as often as the one in the middle. */
    <T> T oneOfTheRegulars(List<T> choices) {
        double early = 1 - Math.sqrt(1 - chance.nextDouble());
        return choices.get((int) (early * choices.size()));
    }
}
