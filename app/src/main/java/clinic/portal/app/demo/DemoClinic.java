package clinic.portal.app.demo;

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
        double busyness) {

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
                                     country, sms_regions, portal_on, booking_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, id);
            statement.setString(2, slug);
            statement.setString(3, name);
            statement.setString(4, colour);
            statement.setString(5, phone);
            statement.setString(6, "hello@" + domain());
            statement.setString(7, address);
            statement.setString(8, zone.getId());
            statement.setString(9, locale);
            statement.setString(10, currency);
            statement.setString(11, country);
            statement.setArray(12, connection.createArrayOf("text", smsRegions.toArray()));
            statement.setBoolean(13, portalOn);
            statement.setBoolean(14, portalOn);
            statement.executeUpdate();
        }
    }
}
