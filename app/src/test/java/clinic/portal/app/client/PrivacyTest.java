package clinic.portal.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.login.DatabaseSearch;
import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client has a right to: to be given all that is known of them, and to be forgotten (SECURITY P48, P52). */
@QuarkusTest
class PrivacyTest extends PortalTest {
    private static final String GLOW = "glow";
    private static final String CLIENTS = "/v1/admin/clients";
    private static final String CANARY = "Zwitscherheim";

    /** Tables that say whose their rows are, and why the export leaves them out. */
    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "client_words", "made of the profile, for searching",
            "one_time_keys", "digests that live for minutes",
            "preview_keys", "digests that live for minutes, of the staff's");

    /** Beside those that say whose their rows are, tables in which something is about a client or the staff. */
    private static final Set<String> MORE_PERSONAL_TABLES = Set.of("refresh_tokens", "idempotency_keys");

    private final Caller caller = new Caller();
    private Tokens owner;

    @BeforeEach
    void logIn() {
        owner = caller.logInAsStaff(GLOW, Clinics.newMember(GLOW, "owner"));
    }

    @Test
    void theExportHoldsEveryTableThatSaysWhoseItIs() throws SQLException {
        var client = Clinics.busyClient(GLOW);
        Map<String, Object> export =
                staff().get(CLIENTS + "/{id}/export", client.id()).jsonPath().getMap("");

        for (String table : tablesWith("client_id")) {
            assertThat(export.containsKey(table.equals("clients") ? "profile" : table)
                            || NOT_EXPORTED.containsKey(table))
                    .as("%s is neither exported nor named as left out", table)
                    .isTrue();
        }
        for (String table : List.of("appointments", "ledger_entries", "client_packages")) {
            long stored = Long.parseLong(Clinics.one(
                    "select count(*) from %s where client_id = ?::uuid".formatted(table),
                    Clinics.idOf(GLOW),
                    client.id()));
            assertThat((List<?>) export.get(table))
                    .as(table)
                    .hasSize((int) stored)
                    .isNotEmpty();
        }
        assertThat(export.toString()).contains(client.name(), client.email()).doesNotContain("_hash", "sealed");
    }

    @Test
    void whoIsErasedIsNowhereAnyMore() throws SQLException {
        var practice = Practice.with(1);
        var person = aClientFullOfCanaries(practice);
        var session = new Caller().logIn(GLOW, person);
        String slot = practice.aSlot();
        var wish = practice.wish(slot);
        wish.put("notes", CANARY + " in the notes");
        String ahead = caller.call(session.access())
                .header("Idempotency-Key", "canary-key-" + person.id())
                .body(wish)
                .post("/v1/me/appointments")
                .path("id");
        leaveTracesOf(person, ahead);
        Waiting.until("the booking's mail").until(() -> Caller.mailsTo(person.email()), mails -> mails.length >= 2);
        assertThat(DatabaseSearch.columnsHolding(CANARY))
                .contains("clients.name", "client_notes.text", "appointments.notes", "idempotency_keys.body");
        assertThat(DatabaseSearch.columnsHolding(person.email())).contains("clients.email", "login_links.identifier");
        int events = eventsOf(ahead);

        staff().body(Map.of("confirmName", person.name()))
                .post(CLIENTS + "/{id}/erase", person.id())
                .then()
                .statusCode(204);

        assertThat(DatabaseSearch.columnsHolding(CANARY)).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(CANARY.toLowerCase(java.util.Locale.ROOT)))
                .isEmpty();
        assertThat(DatabaseSearch.columnsHolding(person.email())).isEmpty();
        assertThat(DatabaseSearch.columnsHolding(person.phone().substring(1))).isEmpty();
        caller.call(session.access()).get("/v1/me").then().statusCode(401);
        staff().get(CLIENTS + "/{id}", person.id()).then().statusCode(404);
        staff().body(Map.of("confirmName", person.name()))
                .post(CLIENTS + "/{id}/erase", person.id())
                .then()
                .statusCode(404);

        assertThat(statusOf(ahead)).isEqualTo("cancelled");
        assertThat(eventsOf(ahead)).as("the calendar hears of it").isGreaterThan(events);
        assertThat(practice.slots(caller.call(), 5)).as("its time is free").contains(slot);
        assertThat(Clinics.one(
                        "select count(*) from scheduled_tasks where task_data::text like ?",
                        null,
                        "%" + ahead + "%CANCELLED%"))
                .as("nobody is told")
                .isEqualTo("0");
        assertThat(Clinics.one(
                        "select sum(amount_minor)::text from ledger_entries where client_id = ?::uuid",
                        Clinics.idOf(GLOW),
                        person.id()))
                .as("the books stay")
                .isEqualTo("4200");
    }

    /** docs/privacy.md names each column, so that a new one cannot be forgotten. */
    @Test
    void everyColumnOfTablesWithPersonalDataHasItsPurposeWrittenDown() throws SQLException, IOException {
        String written = Files.readString(docs().resolve("privacy.md"));
        var missing = new ArrayList<String>();
        var tables = new TreeSet<>(tablesWith("client_id"));
        tables.addAll(tablesWith("staff_id"));
        tables.addAll(tablesWith("made_by"));
        tables.addAll(MORE_PERSONAL_TABLES);
        assertThat(tables).contains("staff", "second_factors", "api_keys", "audit_log");
        for (String table : tables) {
            int from = written.indexOf("\n## `" + table + "`");
            int to = from < 0 ? -1 : written.indexOf("\n## ", from + 1);
            String section = from < 0 ? "" : written.substring(from, to < 0 ? written.length() : to);
            for (String column : strings(
                    "select column_name from information_schema.columns where table_schema = 'public' and table_name = '%s'"
                            .formatted(table))) {
                if (!section.contains("`" + column + "`")) {
                    missing.add(table + "." + column);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private Person aClientFullOfCanaries(Practice practice) {
        var fresh = Clinics.newClient(GLOW);
        var person = new Person(fresh.id(), CANARY + " Person", fresh.email(), fresh.phone());
        Clinics.change(GLOW, "update clients set name = ? where client_id = ?::uuid", person.name(), person.id());
        staff().header("Idempotency-Key", "canary-note-" + person.id())
                .body(Map.of("text", "Lives at " + CANARY))
                .post(CLIENTS + "/{id}/notes", person.id())
                .then()
                .statusCode(201);
        return person;
    }

    private void leaveTracesOf(Person person, String appointment) {
        var clinic = Clinics.idOf(GLOW);
        Clinics.change(
                GLOW,
                "insert into ledger_entries (clinic_id, entry_id, client_id, kind, amount_minor, description) "
                        + "values (?::uuid, gen_random_uuid(), ?::uuid, 'charge', 4200, ?)",
                clinic,
                person.id(),
                "For " + CANARY);
        Clinics.change(
                GLOW,
                "insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at, ends_at, "
                        + "status, price_minor, notice_minutes, cancelled_by, cancellation_reason, notes) "
                        + "select clinic_id, gen_random_uuid(), client_id, practitioner_id, treatment_id, now() - interval '9 days', "
                        + "now() - interval '9 days' + interval '30 min', 'cancelled', 100, 60, 'client', ?, ? "
                        + "from appointments where appointment_id = ?::uuid",
                CANARY,
                CANARY,
                appointment);
        Clinics.change(
                GLOW,
                "insert into messages (clinic_id, message_id, appointment_id, client_id, change, version, channel, settled_at, outcome, reason, reference) "
                        + "values (?::uuid, gen_random_uuid(), ?::uuid, ?::uuid, 'moved', 7, 'sms', now(), 'rejected', ?, ?)",
                clinic,
                appointment,
                person.id(),
                CANARY,
                CANARY);
        Clinics.change(
                GLOW,
                "update login_links set reason = ? where client_id = ?::uuid",
                "Mailbox of " + CANARY,
                person.id());
        // Asked for and never made: known by the address alone.
        caller.askByEmail(GLOW, person.email()).then().statusCode(202);
    }

    private static String statusOf(String appointment) {
        return Clinics.one(
                "select status from appointments where appointment_id = ?::uuid", Clinics.idOf(GLOW), appointment);
    }

    private static int eventsOf(String appointment) {
        return Integer.parseInt(Clinics.one(
                "select count(*) from calendar_events where appointment_id = ?::uuid",
                Clinics.idOf(GLOW),
                appointment));
    }

    private static List<String> tablesWith(String column) throws SQLException {
        return strings("select c.table_name from information_schema.columns c "
                + "where c.table_schema = 'public' and c.column_name = '%s'".formatted(column));
    }

    private static List<String> strings(String sql) throws SQLException {
        try (var superuser = RealSurroundings.superuser();
                var rows = superuser.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Path docs() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("docs")) ? here.resolve("docs") : here.resolveSibling("docs");
    }

    private RequestSpecification staff() {
        return caller.call(owner.access());
    }
}
