package clinic.portal.rest.shared;

import clinic.portal.core.shared.ClinicId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret as callers carry it where no slug goes along: before it, whose clinic it belongs to, for it must be looked for
 * inside one clinic's walls.
 */
public record ClinicSecret(ClinicId clinic, String secret) {
    private static final int CLINIC_LENGTH = 22;
    private static final int CLINIC_BYTES = 16;

    public static Optional<ClinicSecret> read(String text) {
        if (text.length() <= CLINIC_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(0, CLINIC_LENGTH));
            if (bytes.length != CLINIC_BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new ClinicSecret(
                    new ClinicId(new UUID(buffer.getLong(), buffer.getLong())), text.substring(CLINIC_LENGTH)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    public String write() {
        byte[] bytes = ByteBuffer.allocate(CLINIC_BYTES)
                .putLong(clinic.value().getMostSignificantBits())
                .putLong(clinic.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + secret;
    }

    @Override
    public String toString() {
        return "ClinicSecret[" + clinic + "]";
    }
}
