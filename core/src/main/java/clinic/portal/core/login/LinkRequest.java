package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A link that was asked for.
 *
 * @param age since it was asked for, by the database's clock
 * @param armed the sealed token and code once they were made, while the link is alive and not yet on its way; a second
 *     attempt at sending sends these again
 */
public record LinkRequest(
        ClinicId clinic,
        LinkId id,
        Audience audience,
        Identifier identifier,
        Duration age,
        @Nullable Armed armed) {

    /** @param alive not expired, spent or voided by a newer one */
    public record Armed(byte[] sealed, boolean alive) {}
}
