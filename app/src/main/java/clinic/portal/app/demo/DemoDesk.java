package clinic.portal.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What the reception of {@link DemoData#GLOW} has to do with: notes on clients, and somebody who is there twice. */
final class DemoDesk {
    /** Lucía Fernández, who booked as a guest once more: without her accents, with another address and number. */
    static final UUID LUCIA_AGAIN = UUID.fromString("0194208e-9ec0-7000-8000-000000000021");

    private static final String DUPLICATE = """
            insert into clients (clinic_id, client_id, name, email, phone, created_at, email_verified_at, phone_verified_at)
            values (?, ?, 'Lucia Fernandez', 'lucia.fernandez@example.com', '+447700900128', ?, null, null)""";
    private static final String NOTE = """
            insert into client_notes (clinic_id, note_id, client_id, text, written_at, author_kind, author_id)
            select c.clinic_id, ?, c.client_id, ?, ?, 'staff', s.staff_id
            from clients c join staff s on s.clinic_id = c.clinic_id and s.email = ?
            where c.clinic_id = ? and c.email = ?""";

    private final Connection connection;
    private final UUID clinic;
    private final Instant now;
    private long notes;

    /** @param connection in the clinic already */
    DemoDesk(Connection connection, UUID clinic, Instant now) {
        this.connection = connection;
        this.clinic = clinic;
        this.now = now;
    }

    void insert() throws SQLException {
        try (var statement = connection.prepareStatement(DUPLICATE)) {
            statement.setObject(1, clinic);
            statement.setObject(2, LUCIA_AGAIN);
            statement.setObject(3, daysAgo(3));
            statement.executeUpdate();
        }
        note(DemoData.ADA_EMAIL, "Prefers the side entrance; comes with a walking stick.", DemoData.GLOW_RECEPTIONIST);
        note(DemoData.ADA_EMAIL, "Likes to be called the day before.", DemoData.GLOW_MANAGER);
        note(DemoData.LUCIA_EMAIL, "Seems to be there twice: Lucia Fernandez. Ask her.", DemoData.GLOW_RECEPTIONIST);
    }

    private void note(String client, String text, String author) throws SQLException {
        try (var statement = connection.prepareStatement(NOTE)) {
            statement.setObject(1, new UUID(LUCIA_AGAIN.getMostSignificantBits(), 0x8000_0000_0000_0100L + notes++));
            statement.setString(2, text);
            statement.setObject(3, daysAgo(2));
            statement.setString(4, author);
            statement.setObject(5, clinic);
            statement.setString(6, client);
            statement.executeUpdate();
        }
    }

    private OffsetDateTime daysAgo(int days) {
        return now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }
}
