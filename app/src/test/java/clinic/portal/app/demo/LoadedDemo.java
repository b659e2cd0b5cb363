package clinic.portal.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.persistence.shared.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** Databases with the demo in them, on a server that stops when the tests do. */
final class LoadedDemo {
    static final Instant A_WORKING_DAY = Instant.parse("2026-06-10T11:20:00Z");

    private static final String PASSWORD = "only here";
    private static final Map<Instant, String> LOADED = new HashMap<>();
    private static final EmbeddedPostgres SERVER = start();

    private static int databases;

    private LoadedDemo() {}

    static Stream<Instant> days() {
        return Stream.of(
                        "2026-06-10T11:20:00Z",
                        // Sunday, half past eleven at night, in summer time.
                        "2026-07-12T22:30:00Z",
                        "2026-07-11T23:59:59Z",
                        // The clocks go forward, and back: before, within and after.
                        "2026-03-28T23:30:00Z",
                        "2026-03-29T01:00:00Z",
                        "2026-03-29T12:00:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-24T09:00:00Z",
                        "2028-02-29T10:15:00Z",
                        "2026-12-31T23:59:59.999999Z",
                        "2026-08-31T08:59:59Z",
                        // Christmas too near to be closed for, and just far enough.
                        "2026-12-24T16:40:00Z",
                        "2026-12-13T10:00:00Z")
                .map(Instant::parse);
    }

    /** One database a day, for all tests that only look. */
    static String loaded(Instant now) throws SQLException {
        String known = LOADED.get(now);
        if (known == null) {
            known = loadedAfresh(now);
            LOADED.put(now, known);
        }
        return known;
    }

    static String loadedAfresh(Instant now) throws SQLException {
        String database = migrated();
        try (Connection owner = owner(database)) {
            assertThat(DemoData.load(owner, now)).isTrue();
        }
        return database;
    }

    static String migrated() throws SQLException {
        if (databases == 0) {
            migrate();
        }
        String database = "demo_" + databases++;
        run("postgres", "create database " + database + " template migrated");
        return database;
    }

    /** A digest of all rows of all tables but the feed's, which say when and by which transaction things happened. */
    static String contents(String database) throws SQLException {
        var digests = new ArrayList<String>();
        try (Connection all = superuser(database)) {
            for (String table : texts(
                    all,
                    "select relname from pg_class where relrowsecurity and relname <> 'calendar_events' order by relname")) {
                digests.addAll(texts(
                        all,
                        "select '%1$s ' || count(*) || coalesce(md5(string_agg(t::text, ';' order by t::text)), '')"
                                        .formatted(table)
                                + " from " + table + " t"));
            }
        }
        return String.join("\n", digests);
    }

    static String ofGlow(String table) {
        return of(table, DemoData.GLOW);
    }

    static String of(String table, String slug) {
        return "select count(*) from " + table + " join clinics using (clinic_id) where slug = '" + slug + "'";
    }

    static void assertNone(Connection connection, String from) throws SQLException {
        assertThat(count(connection, "select count(*) from " + from)).as(from).isZero();
    }

    static long count(Connection connection, String query) throws SQLException {
        return Long.parseLong(texts(connection, query).getFirst());
    }

    static Instant instant(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getTimestamp(1).toInstant();
        }
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
        }
        return texts;
    }

    static void run(String database, String command) throws SQLException {
        try (Connection superuser = superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }

    static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    static Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), DatabaseRoles.OWNER, PASSWORD);
    }

    /** Without the superuser's name, which the server's own addresses carry and which would win. */
    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), database);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void migrate() throws SQLException {
        run("postgres", "create database migrated");
        try (Connection superuser = superuser("migrated")) {
            DatabaseRoles.establish(superuser, PASSWORD, PASSWORD);
        }
        Flyway.configure()
                .dataSource(url("migrated"), DatabaseRoles.OWNER, PASSWORD)
                .load()
                .migrate();
    }
}
