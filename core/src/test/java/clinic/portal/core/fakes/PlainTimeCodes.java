package clinic.portal.core.fakes;

import clinic.portal.core.login.TimeCodes;
import java.time.Instant;
import java.util.Arrays;

/** A code for each key and step, though not the standard's. */
public final class PlainTimeCodes implements TimeCodes {
    @Override
    public String at(byte[] key, Instant moment) {
        long step = moment.getEpochSecond() / STEP_SECONDS;
        return "%06d".formatted(Math.floorMod(Arrays.hashCode(key) + step * 7919, 1_000_000));
    }
}
