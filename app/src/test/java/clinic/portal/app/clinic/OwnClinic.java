package clinic.portal.app.clinic;

import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.RealSurroundings;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A clinic of one test's own, without prices, to be turned inside out. */
public record OwnClinic(String slug) {
    private static final AtomicInteger LAST = new AtomicInteger();

    public static OwnClinic open(boolean portalOn) {
        String slug = "own-%d".formatted(LAST.incrementAndGet());
        UUID id = UUID.randomUUID();
        try (var owner = RealSurroundings.owner();
                var statement = owner.prepareStatement("insert into clinic_slugs (slug, clinic_id) values (?, ?)")) {
            statement.setString(1, slug);
            statement.setObject(2, id);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Clinics.change(
                slug,
                "insert into clinics (clinic_id, slug, name, colour, phone, email, address, zone, locale, currency, country, "
                        + "sms_regions, portal_on, booking_on) values (?::uuid, ?, 'Own Clinic', '#7a3e9d', '', "
                        + "'hello@example.org', '', 'Europe/London', 'en-GB', 'GBP', 'GB', '{GB}', ?, true)",
                id,
                slug,
                portalOn);
        return new OwnClinic(slug);
    }
}
