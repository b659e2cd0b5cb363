package clinic.portal.app.demo;

import clinic.portal.core.clinic.BookingPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A clinic of the demo.
 *
 * @param clients how many there are besides those with a name of their own in {@link DemoData}
 * @param firstPhone the last three digits of their first phone number
 * @param busyness how much of its opening hours is filled, from 0 to 1
 */
record DemoClinic(
        UUID id,
        String slug,
        String name,
        String colour,
        String phone,
        String address,
        ZoneId zone,
        String locale,
        String currency,
        String country,
        List<String> smsRegions,
        boolean portalOn,
        int clients,
        int firstPhone,
        double busyness,
        BookingPolicy policy) {

    String domain() {
        return slug + ".example.com";
    }

    /** Row-level security binds the owner of the tables too. */
    void enter(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.clinic', ?, true)")) {
            statement.setString(1, id.toString());
            statement.execute();
        }
    }

    void insert(Connection connection) throws SQLException {
        String insert = """
                insert into clinics (clinic_id, slug, name, colour, phone, email, address, zone, locale, currency,
                                     country, sms_regions, portal_on, booking_on, min_notice_minutes, horizon_days,
                                     grid_minutes, cancel_notice_minutes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (var statement = connection.prepareStatement(insert)) {
            int column = 0;
            for (Object value : columns(connection)) {
                statement.setObject(++column, value);
            }
            statement.executeUpdate();
        }
    }

    private List<Object> columns(Connection connection) throws SQLException {
        return List.of(
                id,
                slug,
                name,
                colour,
                phone,
                "hello@" + domain(),
                address,
                zone.getId(),
                locale,
                currency,
                country,
                connection.createArrayOf("text", smsRegions.toArray()),
                portalOn,
                portalOn,
                policy.notice().toMinutes(),
                policy.horizonDays(),
                policy.grid().toMinutes(),
                policy.cancelNotice().toMinutes());
    }
}
