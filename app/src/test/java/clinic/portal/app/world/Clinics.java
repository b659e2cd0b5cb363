package clinic.portal.app.world;

import clinic.portal.app.demo.DemoDataLoading;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Arranges what is in the database, as its owner. */
public final class Clinics {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static boolean loaded;

    private Clinics() {}

    /** The demo's clinics, once for all tests. */
    public static synchronized void open() {
        if (!loaded) {
            try (Connection owner = RealSurroundings.owner()) {
                DemoDataLoading.load(owner, Instant.now());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            loaded = true;
        }
    }

    public static UUID idOf(String slug) {
        return UUID.fromString(one("select clinic_id from clinic_slugs where slug = ?", null, slug));
    }

    /** A client nobody else has to do with, so that limits by address do not reach from test to test. */
    public static Person newClient(String slug) {
        int number = LAST.incrementAndGet();
        var person = new Person(
                UUID.randomUUID(),
                "Test Person " + number,
                "person%d@example.org".formatted(number),
                "+4474001%05d".formatted(20_000 + number));
        change(
                slug,
                "insert into clients (clinic_id, client_id, name, email, phone) values (?::uuid, ?::uuid, ?, ?, ?)",
                idOf(slug),
                person.id(),
                person.name(),
                person.email(),
                person.phone());
        return person;
    }

    /** A client of the demo's who has something in every list. */
    public static Person busyClient(String slug) {
        UUID clinic = idOf(slug);
        String id = one(
                "select c.client_id from clients c where email is not null and not email_opt_out and email <> 'ada@example.com' "
                        + "and exists (select from appointments a where a.client_id = c.client_id and starts_at > now()) "
                        + "and exists (select from ledger_entries l where l.client_id = c.client_id) "
                        + "and exists (select from client_packages k where k.client_id = c.client_id) "
                        + "order by (select count(*) from vouchers v where v.client_id = c.client_id) desc, client_id",
                clinic);
        return new Person(
                UUID.fromString(id),
                one("select name from clients where client_id = ?::uuid", clinic, id),
                one("select email from clients where client_id = ?::uuid", clinic, id),
                "");
    }

    public static Person newMember(String slug, String role) {
        int number = LAST.incrementAndGet();
        var person =
                new Person(UUID.randomUUID(), "Test Member " + number, "member%d@example.org".formatted(number), "");
        change(
                slug,
                "insert into staff (clinic_id, staff_id, name, email, role) values (?::uuid, ?::uuid, ?, ?, ?)",
                idOf(slug),
                person.id(),
                person.name(),
                person.email(),
                role);
        return person;
    }

    public static int change(String slug, String sql, Object... parameters) {
        try (Connection owner = RealSurroundings.owner()) {
            owner.setAutoCommit(false);
            enter(owner, idOf(slug));
            try (var statement = owner.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i] instanceof UUID id ? id.toString() : parameters[i]);
                }
                int changed = statement.executeUpdate();
                owner.commit();
                return changed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String one(String sql, UUID clinic, Object... parameters) {
        try (Connection owner = RealSurroundings.owner()) {
            owner.setAutoCommit(false);
            if (clinic != null) {
                enter(owner, clinic);
            }
            try (var statement = owner.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i] instanceof UUID id ? id.toString() : parameters[i]);
                }
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getString(1) : null;
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void enter(Connection connection, UUID clinic) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.clinic', ?, true)")) {
            statement.setString(1, clinic.toString());
            statement.execute();
        }
    }

    public record Person(UUID id, String name, String email, String phone) {}
}
