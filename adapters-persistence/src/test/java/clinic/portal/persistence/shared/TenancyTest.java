package clinic.portal.persistence.shared;

import static clinic.portal.persistence.testing.SampleClinic.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.shared.ClientId;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The third wall, looked at in the catalogue and run against (SECURITY T23 to T28). */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class TenancyTest {
    /** What is no clinic's. Nothing is added here without a reason in the migration that makes it. */
    private static final Set<String> OUTSIDE = Set.of(
            "calendar_ticks",
            "clinic_slugs",
            "flyway_schema_history",
            "scheduled_tasks",
            "staff_directory",
            "throttle_buckets");

    @Inject
    Tenant tenant;

    @Inject
    Sql sql;

    @Test
    void everyTableIsBehindTheWallsOrNamedAsOutside() throws SQLException {
        assertThat(query("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f', 'm')
                          and not (c.relrowsecurity and c.relforcerowsecurity)""")).containsExactlyInAnyOrderElementsOf(OUTSIDE);
    }

    @Test
    void everyTenantTableHasTheOnePolicyForReadingAndWriting() throws SQLException {
        String own =
                "(clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS \"nullif\"))";
        var policies = query("""
                select c.relname || ' ' || p.polcmd::text || ' ' || p.polpermissive::text || ' ' || p.polroles::text
                       || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), 'none')
                       || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'none')
                from pg_policy p join pg_class c on c.oid = p.polrelid order by 1""");

        var expected = tenantTables().stream()
                .map(table -> table + " * true {0} " + own + " " + own)
                .toList();
        assertThat(policies).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyTenantTablesKeyBeginsWithTheClinic() throws SQLException {
        assertThat(query("""
                        select c.relname from pg_index i
                        join pg_class c on c.oid = i.indrelid
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attnotnull
                        where i.indisprimary and a.attname = 'clinic_id'
                          and c.relnamespace = 'public'::regnamespace""")).containsExactlyInAnyOrderElementsOf(tenantTables());
    }

    @Test
    void everyUniqueIndexOfATenantTableIsPerClinic() throws SQLException {
        assertThat(query("""
                        select i.indexrelid::regclass::text from pg_index i
                        join pg_class c on c.oid = i.indrelid and c.relrowsecurity
                        where i.indisunique and not exists (
                            select from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'clinic_id' and a.attnum = i.indkey[0])""")).isEmpty();
    }

    @Test
    void everyForeignKeyOfATenantTableHoldsTheClinicOnBothSides() throws SQLException {
        var all = query(
                "select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace");
        var composite = query("""
                select k.conname from pg_constraint k
                join pg_attribute here on here.attrelid = k.conrelid and here.attname = 'clinic_id'
                join pg_attribute there on there.attrelid = k.confrelid and there.attname = 'clinic_id'
                where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                  and array_position(k.conkey, here.attnum) = array_position(k.confkey, there.attnum)""");

        assertThat(all).isNotEmpty().containsExactlyInAnyOrderElementsOf(composite);
    }

    @Test
    void everyViewLooksWithItsReadersEyes() throws SQLException {
        assertThat(query("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'v'
                          and not coalesce('security_invoker=true' = any (reloptions), false)""")).isEmpty();
    }

    @Test
    void noFunctionRunsWithItsOwnersRightsButTheseFew() throws SQLException {
        assertThat(query("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"))
                .containsExactlyInAnyOrder(
                        "hand_over_ledger", "forget_ledger_words", "keep_staff_directory", "clinics_of_staff");
        assertThat(query("""
                        select proname from pg_proc
                        where pronamespace = 'public'::regnamespace and prosecdef
                          and ('search_path=public, pg_temp' <> all (proconfig)
                               or has_function_privilege('public', oid, 'execute'))""")).isEmpty();
    }

    @Test
    void theRuntimeRoleIsNobody() throws SQLException {
        assertThat(query("""
                        select rolname from pg_roles
                        where rolname in ('portal_app', 'portal_owner') and not (rolsuper or rolbypassrls or rolcreaterole
                              or rolcreatedb or rolreplication or rolinherit)""")).containsExactlyInAnyOrder("portal_app", "portal_owner");
        assertThat(query("select relname from pg_class where relowner = 'portal_app'::regrole"))
                .isEmpty();
        assertThat(query("select roleid::regrole::text from pg_auth_members where member = 'portal_app'::regrole"))
                .isEmpty();
    }

    @Test
    void theRuntimeRoleWritesOnlyWhatItMust() throws SQLException {
        assertThat(query("""
                        select table_name || ' ' || privilege_type from information_schema.role_table_grants
                        where grantee = 'portal_app' and table_name in (
                            'ledger_entries', 'voucher_redemptions', 'clinic_slugs', 'flyway_schema_history')"""))
                .containsExactlyInAnyOrder(
                        "ledger_entries SELECT",
                        "ledger_entries INSERT",
                        "voucher_redemptions SELECT",
                        "voucher_redemptions INSERT",
                        "clinic_slugs SELECT",
                        "clinic_slugs INSERT",
                        "clinic_slugs DELETE",
                        "flyway_schema_history SELECT");
        assertThat(query("""
                        select table_name || ' ' || privilege_type from information_schema.role_table_grants
                        where grantee in ('portal_app', 'PUBLIC') and table_schema = 'public'
                          and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')""")).isEmpty();
    }

    @Test
    void withoutAClinicThereIsNothing() throws SQLException {
        var full = new SampleClinic();
        ClientId client = full.client();
        full.member("sam@example.com", "owner");
        full.appointment(client, NOON, "booked");
        full.charge(client, 100, NOON);
        full.course(client, 2, 1, 0, null);
        full.voucher(client, 100, 50, null);

        for (String table : tenantTables()) {
            long seen = QuarkusTransaction.requiringNew()
                    .call(() -> sql.first(row -> row.number("n"), "select count(*) as n from " + table)
                            .orElseThrow());
            assertThat(seen).as(table).isZero();
        }
    }

    @Test
    void withoutAClinicNothingIsWritten() {
        var clinic = new SampleClinic();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> addPractitioner(clinic)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void intoAnotherClinicNothingIsWritten() {
        var mine = new SampleClinic();
        var other = new SampleClinic();

        assertThatThrownBy(() -> tenant.run(mine.id, () -> addPractitioner(other)))
                .hasStackTraceContaining("row-level security");
        assertThat(tenant.in(mine.id, () -> sql.update("update practitioners set name = 'Eve'")))
                .as("without any condition, one's own rows only")
                .isEqualTo(1);
    }

    @Test
    void aRowCannotPointIntoAnotherClinic() {
        var mine = new SampleClinic();
        var other = new SampleClinic();
        ClientId theirs = other.client();

        assertThatThrownBy(() -> SampleClinic.run(
                        "insert into vouchers (clinic_id, voucher_id, client_id, code, initial_minor)"
                                + " values (?, gen_random_uuid(), ?, 'CODE', 1)",
                        mine.id.value(),
                        theirs.value()))
                .hasStackTraceContaining("vouchers_clinic_id_client_id_fkey");
    }

    @Test
    void theRuntimeRoleCannotTakeTheWallsDown() {
        for (String attempt : List.of(
                "alter table clients disable row level security",
                "alter table clients no force row level security",
                "drop policy own_clinic_only on clients",
                "create policy mine on clients using (true)",
                "alter role portal_app bypassrls",
                "set role portal_owner",
                "set role postgres",
                "set session authorization portal_owner",
                "call put_behind_walls('clients', 'all')",
                "create table hoard (id int)",
                "create temporary table hoard (id int)",
                "truncate clients",
                "select address from staff_directory",
                "insert into staff_directory select clinic_id, staff_id, sha256('x') from staff",
                "delete from staff_directory",
                "update ledger_entries set amount_minor = 1",
                "delete from ledger_entries",
                "insert into clinic_slugs values ('mine', gen_random_uuid())",
                "set row_security = off; select count(*) from clients")) {
            assertThatThrownBy(() -> asRuntime(attempt)).as(attempt).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theOwnerIsBoundTooAndErrsLoudlyWhenItMigrates() {
        assertThatThrownBy(() -> {
                    try (var owner = EmbeddedDatabase.asOwner();
                            var statement = owner.createStatement()) {
                        statement.execute("set row_security = off");
                        statement.execute("update clients set name = 'Eve'");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void oneConnectionServesClinicsInTurnAndMixesNone() throws SQLException {
        var clinics = List.of(new SampleClinic(), new SampleClinic(), new SampleClinic());
        for (int clinic = 0; clinic < clinics.size(); clinic++) {
            for (int client = 0; client <= clinic; client++) {
                clinics.get(clinic).client();
            }
        }

        try (var only = EmbeddedDatabase.asRuntime()) {
            only.setAutoCommit(false);
            for (int turn = 0; turn < 1000; turn++) {
                int which = turn % clinics.size();
                set(only, clinics.get(which));
                assertThat(countClients(only)).as("turn %d", turn).isEqualTo(which + 1);
                end(only, turn);
                assertThat(countClients(only)).as("after turn %d", turn).isZero();
                only.rollback();
            }
        }
    }

    /** As transactions end: well, refused, after an error, after a time-out. */
    private static void end(Connection connection, int turn) throws SQLException {
        switch (turn % 5) {
            case 0, 1 -> connection.commit();
            case 2 -> connection.rollback();
            case 3 -> {
                assertThatThrownBy(() -> run(connection, "select 1 / 0")).isInstanceOf(SQLException.class);
                connection.rollback();
            }
            default -> {
                run(connection, "set local statement_timeout = '1ms'");
                assertThatThrownBy(() -> run(connection, "select pg_sleep(1)")).isInstanceOf(SQLException.class);
                connection.rollback();
            }
        }
    }

    private static void set(Connection connection, SampleClinic clinic) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.clinic', ?, true)")) {
            statement.setString(1, clinic.id.value().toString());
            statement.execute();
        }
    }

    private static int countClients(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from clients");
                var answer = statement.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static void asRuntime(String attempt) throws SQLException {
        try (var connection = EmbeddedDatabase.asRuntime()) {
            run(connection, attempt);
        }
    }

    private void addPractitioner(SampleClinic clinic) {
        sql.update(
                "insert into practitioners (clinic_id, practitioner_id, name) values (?, gen_random_uuid(), 'Eve')",
                clinic.id.value());
    }

    private static List<String> tenantTables() throws SQLException {
        var tables =
                query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
        tables.removeAll(OUTSIDE);
        return tables;
    }

    private static List<String> query(String sql) throws SQLException {
        try (var superuser = EmbeddedDatabase.asSuperuser();
                var statement = superuser.createStatement();
                var answer = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (answer.next()) {
                all.add(answer.getString(1));
            }
            return all;
        }
    }
}
