package clinic.portal.app.history;

import clinic.portal.app.process.BookingCaller;
import clinic.portal.app.process.BookingClinic;
import clinic.portal.app.process.BookingClinic.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinic that is too small for so many callers: few practitioners, fewer rooms, five days. */
final class HistoryPlaces {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int DAYS = 5;
    private static final int HOURS = 10;
    private static final int CALLERS_MEET = 12;
    private static final String LASER = "laser";

    private final BookingClinic clinic = BookingClinic.open();
    private final List<UUID> practitioners =
            Stream.generate(clinic::practitioner).limit(4).toList();
    private final List<UUID> treatments = List.of(
            clinic.treatment(30, 0, null, practitioners),
            clinic.treatment(45, 10, LASER, practitioners),
            clinic.treatment(60, 15, LASER, practitioners.subList(0, 3)));
    private final List<Member> clients = clinic.clients(24);
    private final Member owner = clinic.owner();
    /** Where each instance listens; one that was killed listens elsewhere afterwards. */
    private volatile List<String> urls;

    HistoryPlaces(List<String> urls) {
        this.urls = urls;
        clinic.room(LASER);
        clinic.room(LASER);
    }

    void move(List<String> to) {
        urls = to;
    }

    BookingClinic clinic() {
        return clinic;
    }

    Member owner() {
        return owner;
    }

    BookingCaller desk(Random random) {
        return new BookingCaller(urls.get(random.nextInt(urls.size())), clinic, PATIENCE);
    }

    Member client(Random random) {
        return clients.get(random.nextInt(clients.size()));
    }

    UUID practitioner(Random random) {
        return practitioners.get(random.nextInt(practitioners.size()));
    }

    @Nullable
    UUID practitionerOrAnybody(Random random) {
        return random.nextInt(3) == 0 ? null : practitioners.get(random.nextInt(3));
    }

    UUID treatment(Random random) {
        return treatments.get(random.nextInt(treatments.size()));
    }

    /**
     * Every other time the same for all who ask while a few more things happen, or they would seldom meet.
     *
     * @param happened how much so far
     */
    Instant time(Random random, int happened) {
        int quarter = random.nextBoolean() ? happened / CALLERS_MEET * 7 : random.nextInt(DAYS * HOURS * 4);
        int hour = quarter / 4 % (DAYS * HOURS);
        return clinic.at(hour / HOURS, 8 + hour % HOURS, 15 * (quarter % 4));
    }
}
