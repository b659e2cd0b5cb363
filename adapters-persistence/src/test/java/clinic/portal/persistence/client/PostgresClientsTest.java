package clinic.portal.persistence.client;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.persistence.testing.SampleClinic.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.ClientHistory;
import clinic.portal.core.client.ClientNotes;
import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.client.Clients;
import clinic.portal.core.client.Guests;
import clinic.portal.core.client.Happening;
import clinic.portal.core.client.Note;
import clinic.portal.core.client.NoteId;
import clinic.portal.core.contracts.ClientDataSetting;
import clinic.portal.core.contracts.ClientsContract;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.LiveLinks.Spending;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresClientsTest extends ClientsContract {
    /** Tables that say whose their rows are, and why merging leaves those rows where they are. */
    private static final Set<String> NOT_MOVED = Set.of(
            // Ended, and gone a week later.
            "sessions",
            // Void, and gone two days later.
            "login_links",
            // Deleted.
            "one_time_keys",
            // Over in ten minutes.
            "preview_keys",
            // Kept by a trigger.
            "client_words",
            "clients");

    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic other = new SampleClinic();

    @Inject
    Tenant tenant;

    @Inject
    Sql sql;

    @Inject
    Clients clients;

    @Inject
    ClientNotes notes;

    @Inject
    ClientHistory history;

    @Inject
    Guests guests;

    @Inject
    Recipients recipients;

    @Inject
    LiveLinks liveLinks;

    @Inject
    ClientRemovals removals;

    @Override
    protected Clients clients() {
        return tenant.each(Clients.class, clients);
    }

    @Override
    protected ClientNotes notes() {
        return tenant.each(ClientNotes.class, notes);
    }

    @Override
    protected ClientRemovals removals() {
        return tenant.each(ClientRemovals.class, removals);
    }

    @Override
    protected Guests guests() {
        return tenant.each(Guests.class, guests);
    }

    @Override
    protected ClinicId clinic() {
        return clinic.id;
    }

    @Override
    protected ClinicId otherClinic() {
        return other.id;
    }

    @ParameterizedTest
    @CsvSource({
        "elodie, Élodie O'Rourke-Müller",
        "ELODIE MUL, Élodie O'Rourke-Müller",
        "o'rour, Élodie O'Rourke-Müller",
        "orourke, Élodie O'Rourke-Müller",
        "@clinic.ex, Élodie O'Rourke-Müller",
        "eo.r, Élodie O'Rourke-Müller",
        "EO.Rourke@Clinic, Élodie O'Rourke-Müller",
        "07700 900 888, Élodie O'Rourke-Müller",
        "07700 900 8, Élodie O'Rourke-Müller",
        "+44 7700 900-888, Élodie O'Rourke-Müller",
        "900888, Élodie O'Rourke-Müller",
        "0888, Élodie O'Rourke-Müller",
        "elodie 0888, Élodie O'Rourke-Müller",
        "zo, Zoë Łukasz",
        "lukasz, Zoë Łukasz",
        "李, 李 小龙"
    })
    void whoeverIsLookedForIsFoundHoweverTheyAreTyped(String typed, String name) {
        person("Élodie O'Rourke-Müller", "eo.rourke@clinic.example", "+447700900888");
        person("Zoë Łukasz", "zl@example.com", "+351912345678");
        person("李 小龙", null, null);

        assertThat(names(typed)).containsExactly(name);
    }

    @Test
    void nobodyIsFoundByWhatMeansNothing() {
        person("Ada Okafor", "ada@example.com", "+447700900888");

        for (String nothing : List.of("%", "_", "'", "~", "~8", "()", "\\", "ada zzz", "kafor")) {
            assertThat(names(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void aChangedNameIsFoundAndTheOldOneIsNot() {
        var ada = person("Ada Okafor", "ada@example.com", null);
        SampleClinic.run(
                "update clients set name = 'Eve Winter', email = null where clinic_id = ? and client_id = ?",
                clinic.id.value(),
                ada.value());

        assertThat(names("ada")).isEmpty();
        assertThat(names("eve")).containsExactly("Eve Winter");
    }

    @Test
    void whoIsMadeUpForPreviewsIsNotAmongThem() {
        var ada = person("Ada Sample", null, null);
        SampleClinic.run("update clients set sample = true where client_id = ?", ada.value());

        assertThat(names("ada")).isEmpty();
        assertThat(names(null)).isEmpty();
        assertThat(clients().find(clinic.id, ada)).isEmpty();
    }

    /** So many that each way to look is taken: through few, joining, along the list, and through all of one word. */
    @Test
    void commonWordsAreFoundByTheWaysForThem() {
        SampleClinic.run("""
                insert into clients (clinic_id, client_id, name)
                select ?, gen_random_uuid(),
                       case when i <= 1100 then 'Aaa' when i % 2 = 0 then 'Bea Ash' else 'Zed Ash' end || ' n' || lpad(i::text, 5, '0')
                from generate_series(1, 21500) i""", clinic.id.value());

        assertThat(names("aaa")).hasSize(20).first().isEqualTo("Aaa n00001");
        assertThat(names("n")).hasSize(20).first().isEqualTo("Aaa n00001");
        assertThat(names("ash")).hasSize(20).first().isEqualTo("Bea Ash n01102");
        assertThat(names("ash n")).hasSize(20).first().isEqualTo("Bea Ash n01102");
        assertThat(names("ash zed n")).hasSize(20).first().isEqualTo("Zed Ash n01101");
        assertThat(names("ash n00003")).isEmpty();
        assertThat(names("ash n21499")).containsExactly("Zed Ash n21499");
        assertThat(names("bea zed")).isEmpty();
        assertThat(walk("n000")).hasSize(99).isSorted();
        assertThat(walk("ash n011")).hasSize(99).isSorted().doesNotHaveDuplicates();
        assertThat(walk("zed n0")).hasSize(4450).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theIndexOfWordsIsUsedBehindTheWalls() {
        person("Ada Okafor", "ada@example.com", null);
        SampleClinic.run("""
                insert into clients (clinic_id, client_id, name)
                select ?, gen_random_uuid(), 'Filler ' || i from generate_series(1, 3000) i""", other.id.value());
        SampleClinic.run("analyze client_words");

        var plan = String.join(
                "\n", tenant.in(clinic.id, () -> sql.list(row -> row.text("QUERY PLAN"), """
                explain select w.name, w.client_id from client_words w
                where w.clinic_id = ? and w.word >= 'ad' collate "C" and w.word < 'ae' collate "C\"""", clinic.id.value())));

        assertThat(plan).containsPattern("Index Only Scan using client_words_by_word");
        assertThat(plan).containsPattern("Index Cond: .*word >= 'ad'");
    }

    @Test
    void everythingThatSaysWhoseItIsIsMovedOrNamedHere() throws SQLException {
        String merging = text("select prosrc from pg_proc where proname = 'merge_clients'")
                + text("select prosrc from pg_proc where proname = 'hand_over_ledger'");
        var forgotten = new TreeSet<>(tablesOfClients());
        forgotten.removeAll(NOT_MOVED);
        forgotten.removeIf(table -> merging.matches("(?s).*update " + table + "( e)? set client_id = .*"));

        assertThat(forgotten).isEmpty();
    }

    @Test
    void sumsAreTheSameAfterMergingAndEveryLineIsTheOthers() {
        var kept = clinic.client();
        var duplicate = clinic.client();
        for (var each : List.of(kept, duplicate)) {
            clinic.charge(each, 5000, NOON);
            clinic.money(each, "payment", 3000, NOON);
            clinic.course(each, 4, 1, 1, null);
            clinic.voucher(each, 2500, 500, null);
            clinic.appointment(each, NOON, "completed");
        }
        String sums = """
                select concat_ws(' ',
                    (select sum(amount_minor) || ' ' || count(*) from ledger_entries where clinic_id = x.id),
                    (select count(*) from client_packages where clinic_id = x.id),
                    (select count(*) from package_sessions where clinic_id = x.id and used_at is null),
                    (select sum(initial_minor) from vouchers where clinic_id = x.id),
                    (select count(*) from appointments where clinic_id = x.id)) as sums
                from (values ('%s'::uuid)) as x (id)""".formatted(clinic.id.value());
        String before = text(sums);

        assertThat(removals().merge(clinic.id, kept, duplicate)).isTrue();

        assertThat(text(sums)).isEqualTo(before);
        for (String table :
                List.of("ledger_entries", "client_packages", "vouchers", "appointments", "client_notes", "messages")) {
            assertThat(text("select count(*) from %s where client_id = '%s'".formatted(table, duplicate.value())))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(text("select count(*) from ledger_entries where client_id = '%s'".formatted(kept.value())))
                .isEqualTo("4");
        assertThat(text("select merged_into::text from clients where client_id = '%s'".formatted(duplicate.value())))
                .isEqualTo(kept.value().toString());
    }

    /** What a guest typed may be a stranger's: all that was the real client's is now behind it. */
    @Test
    void nobodyGetsInByWhatTheGuestTypedOnceSomebodyWhoHasProvenTheirsIsMergedIntoThem() {
        var typed = new EmailAddress("typed@example.com");
        var number = new PhoneNumber("+447700900571");
        var guest = new ClientId(UUID.randomUUID());
        guests().add(clinic.id, guest, "A Guest", typed, number);
        byte[] token = link(guest, typed.value());
        var real = clinic.client("dora@example.com", null);

        removals().merge(clinic.id, guest, real);

        assertThat(reached(new Identifier.Email(typed))).isEmpty();
        assertThat(reached(new Identifier.Phone(number))).isEmpty();
        assertThat(reached(new Identifier.Email(new EmailAddress("dora@example.com"))))
                .isPresent();
        assertThat(tenant.in(clinic.id, () -> liveLinks.spend(clinic.id, Audience.PORTAL, token)))
                .isNotInstanceOf(Spending.Spent.class);
    }

    @Test
    void loginsOfWhoeverWasMergedAreTheOthersToSee() {
        var kept = clinic.client();
        var duplicate = clinic.client();
        link(duplicate, "old@example.com");
        SampleClinic.run(
                "insert into sessions (clinic_id, session_id, audience, client_id, expires_at) "
                        + "values (?, gen_random_uuid(), 'portal', ?, clock_timestamp() + interval '1 day')",
                clinic.id.value(),
                duplicate.value());

        removals().merge(clinic.id, kept, duplicate);

        var known = tenant.each(ClientHistory.class, history);
        assertThat(known.of(clinic.id, kept, PageRequest.first(5)).items())
                .extracting(Happening::kind)
                .containsExactlyInAnyOrder(Happening.Kind.LOGIN, Happening.Kind.LINK);
        assertThat(known.everything(clinic.id, kept).orElseThrow()).contains("old@example.com", "logged_out");
    }

    @Test
    void ofTwoMergedBothWaysAtOnceExactlyOneIsLeft() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            var one = clinic.client();
            var two = clinic.client();
            clinic.charge(one, 100, NOON);
            clinic.charge(two, 100, NOON);

            var done = AtOnce.call(
                    6, caller -> removals().merge(clinic.id, caller % 2 == 0 ? one : two, caller % 2 == 0 ? two : one));

            assertThat(Collections.frequency(done, true)).as(done.toString()).isEqualTo(1);
            assertThat(Collections.frequency(done, false)).as(done.toString()).isEqualTo(5);
            var left = clients().find(clinic.id, one).isPresent() ? one : two;
            assertThat(text("select count(*) from ledger_entries where client_id = '%s'".formatted(left.value())))
                    .isEqualTo("2");
        }
    }

    @Test
    void whatIsWrittenForWhoeverWasMergedBecomesTheOthers() {
        var kept = clinic.client();
        var duplicate = clinic.client();
        removals().merge(clinic.id, kept, duplicate);

        clinic.charge(duplicate, 700, NOON);

        assertThat(text("select sum(amount_minor) from ledger_entries where client_id = '%s'".formatted(kept.value())))
                .isEqualTo("700");
    }

    @Test
    void theLedgerIsHandedOverOnlyByMerging() {
        var one = clinic.client();
        var two = clinic.client();
        clinic.charge(one, 100, NOON);

        tenant.run(
                clinic.id,
                () -> sql.list(
                        row -> true, "select hand_over_ledger(?, ?, ?)", clinic.id.value(), one.value(), two.value()));
        tenant.run(
                clinic.id,
                () -> sql.list(row -> true, "select forget_ledger_words(?, ?)", clinic.id.value(), one.value()));
        removals().merge(clinic.id, two, one);
        tenant.run(
                other.id,
                () -> sql.list(
                        row -> true, "select hand_over_ledger(?, ?, ?)", clinic.id.value(), two.value(), one.value()));

        assertThat(text("select client_id || description from ledger_entries where clinic_id = '%s'"
                        .formatted(clinic.id.value())))
                .isEqualTo(two.value() + "Peel");
    }

    @Test
    void aTimelineHasOneLineForEachThingThatHappenedTheLatestFirst() {
        var client = clinic.client();
        clinic.appointment(client, NOON, "booked");
        clinic.charge(client, 5000, NOW.minusSeconds(100));
        clinic.money(client, "payment", 5000, NOW.minusSeconds(50));
        notes().add(
                        clinic.id,
                        client,
                        new NoteId(UUID.randomUUID()),
                        "Likes tea",
                        new Note.Author(Note.Kind.KEY, UUID.randomUUID(), null));
        var timeline = tenant.each(ClientHistory.class, history);

        var all = ClientDataSetting.walk(1, page -> timeline.of(clinic.id, client, page));

        assertThat(all)
                .extracting(Happening::kind)
                .containsExactlyInAnyOrder(
                        Happening.Kind.APPOINTMENT, Happening.Kind.NOTE, Happening.Kind.PAYMENT, Happening.Kind.CHARGE);
        assertThat(all).extracting(Happening::at).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(timeline.of(other.id, client, PageRequest.first(5)).items()).isEmpty();
        assertThat(timeline.everything(other.id, client)).isEmpty();
        assertThat(timeline.everything(clinic.id, client).orElseThrow()).contains("Likes tea", "Peel");
    }

    private byte[] link(ClientId client, String address) {
        byte[] token = new byte[32];
        new Random(address.hashCode()).nextBytes(token);
        SampleClinic.run("""
                insert into login_links (clinic_id, link_id, audience, channel, identifier, made_at, expires_at, client_id,
                                         token_hash, code_hash)
                values (?, gen_random_uuid(), 'portal', 'email', ?, clock_timestamp(),
                        clock_timestamp() + interval '15 minutes', ?, ?, ?)""", clinic.id.value(), address, client.value(), token, token);
        return token;
    }

    private Optional<?> reached(Identifier identifier) {
        return tenant.in(clinic.id, () -> recipients.find(clinic.id, Audience.PORTAL, identifier));
    }

    private ClientId person(String name, String email, String phone) {
        var client = clinic.client(email, phone);
        SampleClinic.run("update clients set name = ? where client_id = ?", name, client.value());
        return client;
    }

    private List<String> names(String search) {
        return clients().list(clinic.id, search, PageRequest.first(20)).items().stream()
                .map(each -> each.details().name())
                .toList();
    }

    private List<String> walk(String search) {
        return ClientDataSetting.walk(100, page -> clients().list(clinic.id, search, page)).stream()
                .map(ClientFile::details)
                .map(ClientFile.Details::name)
                .toList();
    }

    private static Set<String> tablesOfClients() throws SQLException {
        return new TreeSet<>(List.of(text("""
                select string_agg(c.table_name, ',') from information_schema.columns c
                where c.table_schema = 'public' and c.column_name = 'client_id'""").split(",")));
    }

    private static String text(String query) {
        try (var superuser = EmbeddedDatabase.asSuperuser();
                var rows = superuser.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
