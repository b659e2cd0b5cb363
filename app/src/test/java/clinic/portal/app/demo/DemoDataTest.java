package clinic.portal.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.shared.PhoneNumbers.Facts;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.notify.messaging.DemoPhoneNumbers;
import clinic.portal.notify.messaging.LibPhoneNumbers;
import clinic.portal.persistence.shared.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoDataTest {
    private static final String PASSWORD = "only here";
    private static final Instant A_WORKING_DAY = Instant.parse("2026-06-10T11:20:00Z");

    private static final Map<Instant, String> LOADED = new HashMap<>();

    private static EmbeddedPostgres server;
    private static int databases;

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
                        "2026-08-31T08:59:59Z")
                .map(Instant::parse);
    }

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        run("postgres", "create database migrated");
        try (Connection superuser = superuser("migrated")) {
            DatabaseRoles.establish(superuser, PASSWORD, PASSWORD);
        }
        Flyway.configure()
                .dataSource(url("migrated"), DatabaseRoles.OWNER, PASSWORD)
                .load()
                .migrate();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Test
    void theClinicsAreThereAsPromised() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(texts(all, "select slug || ' ' || portal_on from clinics order by slug"))
                    .containsExactly("closed false", "glow true", "harbour true");
            assertThat(count(all, ofGlow("clients"))).isEqualTo(200);
            assertThat(count(all, ofGlow("practitioners"))).isEqualTo(5);
            assertThat(count(all, ofGlow("treatments"))).isEqualTo(20);
            assertThat(count(all, ofGlow("appointments"))).isBetween(2_500L, 5_000L);
            assertThat(count(all, of("clients", DemoData.HARBOUR))).isEqualTo(20);
            assertThat(texts(all, "select distinct role || ' ' || slug from staff join clinics using (clinic_id)"))
                    .contains("owner glow", "manager glow", "practitioner glow", "receptionist glow", "owner harbour");
            assertThat(texts(all, "select email from staff where role <> 'practitioner'"))
                    .contains(DemoData.GLOW_OWNER, DemoData.GLOW_MANAGER, DemoData.GLOW_RECEPTIONIST);
            assertThat(texts(all, "select email from staff where role = 'practitioner'"))
                    .contains(DemoData.GLOW_PRACTITIONER);
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void aYearOfAppointmentsLiesAroundTheDay(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertThat(instant(all, "select min(starts_at) from appointments"))
                    .isBetween(now.minus(Duration.ofDays(185)), now.minus(Duration.ofDays(175)));
            assertThat(instant(all, "select max(starts_at) from appointments"))
                    .isBetween(now.plus(Duration.ofDays(165)), now.plus(Duration.ofDays(185)));
            assertThat(texts(all, "select distinct status from appointments where ends_at <= '" + now + "'"))
                    .containsExactlyInAnyOrder("completed", "no_show", "cancelled");
            assertThat(texts(
                            all,
                            "select distinct status from appointments where starts_at > '"
                                    + now.plus(Duration.ofMinutes(15)) + "'"))
                    .containsExactlyInAnyOrder("booked", "cancelled");
            assertNone(
                    all,
                    "appointments a join clients c using (clinic_id, client_id)"
                            + " where a.booked_at < c.created_at or a.booked_at >= a.starts_at or a.booked_at > '" + now
                            + "'");
        }
    }

    @Test
    void atNoonSomebodyHasArrived() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(count(all, "select count(*) from appointments where status = 'arrived'"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void nobodyIsInTwoPlacesAtOnce(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            for (String who : List.of("practitioner_id", "client_id")) {
                assertNone(
                        all,
                        ("appointments a join appointments b on a.clinic_id = b.clinic_id and a.%1$s = b.%1$s"
                                        + " and a.appointment_id < b.appointment_id"
                                        + " and a.starts_at < b.ends_at and b.starts_at < a.ends_at")
                                .formatted(who));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void appointmentsKeepToTheOpeningHoursOfTheClinicsZone(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, """
                    (select starts_at at time zone zone as opens, ends_at at time zone zone as closes,
                            extract(isodow from starts_at at time zone zone) as weekday, ends_at - starts_at as length,
                            minutes
                     from appointments join clinics using (clinic_id)
                     join treatments using (clinic_id, treatment_id)) local
                    where opens::time < case weekday when 7 then time '10:00' else '09:00' end
                       or closes::time > case weekday when 7 then time '16:00' when 6 then '17:00' when 4 then '20:00'
                                                      else '18:30' end
                       or opens::date <> closes::date
                       or length <> minutes * interval '1 minute'""");
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void adaHasSomethingInEveryCorner(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            String hers = " where clinic_id = (select clinic_id from clinics where slug = 'glow') and client_id ="
                    + " (select client_id from clients join clinics using (clinic_id)"
                    + " where clients.email = 'ada@example.com' and slug = 'glow')";
            String upcoming = hers + " and status = 'booked' and starts_at > '" + now + "'";
            assertThat(count(all, "select count(*) from appointments" + upcoming))
                    .isGreaterThanOrEqualTo(3);
            assertThat(count(
                            all,
                            "select count(*) from appointments" + upcoming + " and starts_at < '"
                                    + now.plus(Duration.ofHours(24)) + "'"))
                    .isEqualTo(1);
            assertThat(instant(all, "select min(starts_at) from appointments" + upcoming))
                    .isAfter(now.plus(Duration.ofHours(2)));
            assertThat(count(all, "select count(*) from appointments" + hers + " and ends_at <= '" + now + "'"))
                    .isGreaterThan(25);
            assertThat(texts(all, """
                    select count(*) filter (where used_at is not null) || ' used, '
                        || count(*) filter (where used_at is null and reserved_at is not null) || ' reserved, '
                        || count(*) filter (where reserved_at is null) || ' free'
                    from client_packages join package_sessions using (clinic_id, package_id)""" + hers + " group by package_id order by count(*) desc"))
                    .containsExactly("3 used, 1 reserved, 2 free", "3 used, 0 reserved, 0 free");
            assertThat(texts(all, """
                    select initial_minor || ' ' || initial_minor - coalesce((select sum(amount_minor)
                        from voucher_redemptions r where r.voucher_id = v.voucher_id), 0)
                        || case when expires_on < '%s'::timestamptz::date then ' expired' else '' end
                    from vouchers v""".formatted(now) + hers + " order by initial_minor"))
                    .containsExactly("5000 5000 expired", "7500 0", "15000 10500");
            assertThat(count(
                            all,
                            "select sum(case kind when 'payment' then -amount_minor else amount_minor end)"
                                    + " from ledger_entries" + hers))
                    .isPositive();
            assertThat(count(all, "select count(*) from ledger_entries" + hers + " and due_on >= '" + now + "'::date"))
                    .isPositive();
            assertThat(texts(all, "select distinct kind from ledger_entries" + hers))
                    .containsExactlyInAnyOrder("charge", "payment", "refund");
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void packagesAgreeWithTheAppointmentsOfTheirSessions(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, """
                    package_sessions s
                    join client_packages p using (clinic_id, package_id)
                    join clinics k using (clinic_id)
                    left join appointments a using (clinic_id, appointment_id)
                    where (s.appointment_id is null) <> (s.reserved_at is null)
                       or (s.used_at is not null) <> (coalesce(a.status, '') = 'completed')
                       or (s.returned_at is not null) <> (coalesce(a.status, '') = 'cancelled')
                       or (s.reserved_at is not null and s.used_at is null and s.returned_at is null)
                              <> (coalesce(a.status, '') in ('booked', 'arrived'))
                       or a.client_id <> p.client_id
                       or s.reserved_at < p.bought_at or s.used_at < s.reserved_at or s.returned_at < s.reserved_at
                       or (a.starts_at at time zone k.zone)::date > p.expires_on
                       or (a.appointment_id is not null and not exists (
                               select from package_treatments c
                               where c.clinic_id = p.clinic_id and c.package_id = p.package_id
                                 and c.treatment_id = a.treatment_id))""");
            assertThat(count(
                            all,
                            "select count(*) from package_sessions where used_at is null and reserved_at is not null"
                                    + " and returned_at is null"))
                    .isGreaterThan(10);
            assertThat(count(all, "select count(*) from client_packages where expires_on < '" + now + "'::date"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void vouchersAreNeverOverspent(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            String spent = "(select v.*, coalesce(sum(r.amount_minor), 0) as spent from vouchers v"
                    + " left join voucher_redemptions r using (clinic_id, voucher_id)"
                    + " group by v.clinic_id, v.voucher_id) v";
            assertNone(all, spent + " where spent > initial_minor or issued_at > '" + now + "'");
            assertNone(
                    all,
                    "voucher_redemptions r join vouchers v using (clinic_id, voucher_id)"
                            + " where r.at < v.issued_at or r.at > '" + now + "' or r.at::date > v.expires_on");
            assertNone(all, """
                    (select clinic_id, client_id, at, sum(amount_minor) as paid from ledger_entries
                     where method = 'voucher' group by 1, 2, 3) p
                    full join (select clinic_id, client_id, at, sum(amount_minor) as redeemed
                               from voucher_redemptions r join vouchers using (clinic_id, voucher_id)
                               group by 1, 2, 3) r
                    using (clinic_id, client_id, at) where paid is distinct from redeemed""");
            assertThat(texts(
                            all,
                            "select distinct case when spent = initial_minor then 'used up'"
                                    + " when expires_on < '" + now + "'::date then 'expired'"
                                    + " when spent > 0 then 'begun' else 'whole' end from " + spent))
                    .containsExactlyInAnyOrder("used up", "expired", "begun", "whole");
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void theLedgerHasAChargeForEachVisitAndAllKindsOfBalance(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, "ledger_entries where at > '" + now + "'");
            assertNone(all, """
                    appointments a join treatments t using (clinic_id, treatment_id)
                    left join package_sessions s using (clinic_id, appointment_id)
                    where a.status = 'completed' and s.appointment_id is null and not exists (
                        select from ledger_entries e
                        where e.clinic_id = a.clinic_id and e.client_id = a.client_id and e.kind = 'charge'
                          and e.at = a.ends_at and e.amount_minor = a.price_minor and e.description = t.name)""");
            String balances =
                    " from (select sum(case kind when 'payment' then -amount_minor else amount_minor end) owed"
                            + " from ledger_entries join clinics using (clinic_id) where slug = 'glow'"
                            + " group by client_id) b";
            assertThat(count(all, "select count(*)" + balances + " where owed = 0"))
                    .isGreaterThan(80);
            assertThat(count(all, "select count(*)" + balances + " where owed > 0"))
                    .isBetween(5L, 80L);
            assertThat(count(all, "select count(*)" + balances + " where owed < 0"))
                    .isBetween(2L, 30L);
        }
    }

    @Test
    void theOthersToTryAreAsDescribed() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            String noor = " where client_id = (select client_id from clients where email = 'noor@example.com')";
            for (String table : List.of("appointments", "ledger_entries", "client_packages", "vouchers")) {
                assertThat(count(all, "select count(*) from " + table + noor)).isZero();
            }
            assertThat(texts(
                            all,
                            "select email || ' ' || coalesce(locale, '-') || ' ' || email_opt_out from clients"
                                    + " where split_part(email, '@', 1) in ('lucia', 'marcus', 'noor') order by 1"))
                    .containsExactly(
                            "lucia@example.com es-ES false", "marcus@example.com - true", "noor@example.com - false");
            assertThat(texts(
                            all,
                            "select c.name || ', ' || slug || ', ' || count(*) filter (where status = 'booked')"
                                    + " from clients c join clinics using (clinic_id)"
                                    + " join appointments using (clinic_id, client_id)"
                                    + " where c.email = 'ada@example.com' and slug = 'harbour' group by c.name, slug"))
                    .allMatch(line -> line.startsWith("Ada Lindqvist, harbour, ") && !line.endsWith(" 0"))
                    .hasSize(1);
        }
    }

    @Test
    void noAddressOrNumberCanBelongToAnybody() throws SQLException {
        var numbers = new DemoPhoneNumbers(new LibPhoneNumbers());
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(texts(
                            all, "select email from clients where email is not null union all select email from staff"))
                    .allMatch(email -> email.matches("[a-z.]+@([a-z]+\\.)?example\\.(com|org|net)"));
            assertThat(texts(all, "select phone from clients where phone is not null"))
                    .contains(DemoData.ADA_PHONE, DemoData.NOOR_PHONE, DemoData.LUCIA_PHONE, DemoData.MARCUS_PHONE)
                    .allMatch(phone -> phone.matches("\\+447700900\\d{3}"))
                    .allMatch(phone -> numbers.read(phone, "PT").equals(Optional.of(new PhoneNumber(phone))))
                    .allMatch(phone -> numbers.factsOf(new PhoneNumber(phone)).equals(new Facts("GB", true)));
            assertThat(texts(all, "select slug from clinics where 'GB' = any (sms_regions)"))
                    .hasSize(3);
        }
    }

    @Test
    void loadingTwiceIsLoadingOnce() throws SQLException {
        String database = loaded(A_WORKING_DAY);
        String before = contents(database);

        try (Connection owner = owner(database)) {
            assertThat(DemoData.load(owner, A_WORKING_DAY.plus(Duration.ofDays(3))))
                    .isFalse();

            assertThat(owner.getAutoCommit()).isTrue();
        }
        assertThat(contents(database)).isEqualTo(before);
    }

    @Test
    void theSameDayTellsTheSameStory() throws SQLException {
        assertThat(contents(loadedAfresh(A_WORKING_DAY))).isEqualTo(contents(loaded(A_WORKING_DAY)));
    }

    @Test
    void namesAndIdsDoNotMoveWithTheDay() throws SQLException {
        String ids = "select client_id || ' ' || coalesce(email, phone) from clients order by 1";
        try (Connection one = superuser(loaded(A_WORKING_DAY));
                Connection other = superuser(loaded(A_WORKING_DAY.plus(Duration.ofDays(100))))) {
            assertThat(texts(one, ids)).isEqualTo(texts(other, ids));
        }
    }

    @Test
    void theOwnerLoadsItFromBehindTheWalls() throws SQLException {
        try (Connection owner = owner(loaded(A_WORKING_DAY))) {
            assertThat(texts(
                            owner,
                            "select current_user || rolsuper || rolbypassrls from pg_roles"
                                    + " where rolname = current_user"))
                    .containsExactly("portal_ownerfalsefalse");
            assertThat(count(owner, "select count(*) from clients")).isZero();
        }
    }

    @Test
    void aLoadThatFailsLeavesNothing() throws SQLException {
        String database = migrated();
        run(database, "alter table voucher_redemptions add constraint planted check (amount_minor < 0)");

        try (Connection owner = owner(database)) {
            assertThatThrownBy(() -> DemoData.load(owner, A_WORKING_DAY)).isInstanceOf(SQLException.class);
        }

        try (Connection all = superuser(database)) {
            assertThat(count(all, "select count(*) from clinic_slugs")).isZero();
            assertThat(count(all, "select count(*) from clients")).isZero();
        }
    }

    /** One database a day, for all tests that only look. */
    private static String loaded(Instant now) throws SQLException {
        String known = LOADED.get(now);
        if (known == null) {
            known = loadedAfresh(now);
            LOADED.put(now, known);
        }
        return known;
    }

    private static String loadedAfresh(Instant now) throws SQLException {
        String database = migrated();
        try (Connection owner = owner(database)) {
            assertThat(DemoData.load(owner, now)).isTrue();
        }
        return database;
    }

    private static String migrated() throws SQLException {
        String database = "demo_" + databases++;
        run("postgres", "create database " + database + " template migrated");
        return database;
    }

    /** A digest of all rows of all tables. */
    private static String contents(String database) throws SQLException {
        var digests = new ArrayList<String>();
        try (Connection all = superuser(database)) {
            for (String table : texts(all, "select relname from pg_class where relrowsecurity order by relname")) {
                digests.addAll(texts(
                        all,
                        "select '%1$s ' || count(*) || coalesce(md5(string_agg(t::text, ';' order by t::text)), '')"
                                        .formatted(table)
                                + " from " + table + " t"));
            }
        }
        return String.join("\n", digests);
    }

    private static String ofGlow(String table) {
        return of(table, DemoData.GLOW);
    }

    private static String of(String table, String slug) {
        return "select count(*) from " + table + " join clinics using (clinic_id) where slug = '" + slug + "'";
    }

    private static void assertNone(Connection connection, String from) throws SQLException {
        assertThat(count(connection, "select count(*) from " + from)).as(from).isZero();
    }

    private static long count(Connection connection, String query) throws SQLException {
        return Long.parseLong(texts(connection, query).getFirst());
    }

    private static Instant instant(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getTimestamp(1).toInstant();
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
        }
        return texts;
    }

    private static void run(String database, String command) throws SQLException {
        try (Connection superuser = superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    private static Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), DatabaseRoles.OWNER, PASSWORD);
    }

    /** Without the superuser's name, which the server's own addresses carry and which would win. */
    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }
}
