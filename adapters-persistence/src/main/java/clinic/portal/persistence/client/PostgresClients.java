package clinic.portal.persistence.client;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.ClientFile.Details;
import clinic.portal.core.client.ClientFile.Proven;
import clinic.portal.core.client.Clients;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.persistence.shared.Paging;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
public class PostgresClients implements Clients {
    /** The same as that of {@code prove_address}, so that staff and client do not both have one address at once. */
    private static final int LOCK_ADDRESS = 7105;

    private static final String COLUMNS = """
            select c.client_id, c.name, c.email, c.phone, c.locale, c.email_opt_out, c.sms_opt_out, c.created_at,
                   c.version, k.zone, c.email is not null and c.email_verified_at is not null as email_proven,
                   c.phone is not null and c.phone_verified_at is not null as phone_proven
            """;
    private static final String ALL = COLUMNS + """
            from clients c join clinics k on k.clinic_id = c.clinic_id
            where c.clinic_id = ? and c.erased_at is null and not c.sample and (c.name, c.client_id) > (?, ?)
            order by c.name, c.client_id limit ?""";
    private static final String FOUND = COLUMNS + """
            from search_clients(?, ?, ?, ?, ?) f
            join clients c on c.clinic_id = ? and c.client_id = f.found_id
            join clinics k on k.clinic_id = c.clinic_id
            order by f.found_name, f.found_id""";
    private static final String ONE = COLUMNS + """
            from clients c join clinics k on k.clinic_id = c.clinic_id
            where c.clinic_id = ? and c.client_id = ? and c.erased_at is null and not c.sample""";
    private static final String REPLACE = """
            update clients c
            set name = n.name, email = n.email, phone = n.phone, locale = n.locale, email_opt_out = n.no_email,
                sms_opt_out = n.no_sms, version = n.version,
                email_verified_at = case
                    when n.email is distinct from c.email then clock_timestamp()
                    else coalesce(c.email_verified_at, clock_timestamp()) end,
                phone_verified_at = case
                    when n.phone is distinct from c.phone then clock_timestamp()
                    else coalesce(c.phone_verified_at, clock_timestamp()) end
            from (values (?::text, ?::text, ?::text, ?::text, ?::boolean, ?::boolean, ?::integer))
                as n (name, email, phone, locale, no_email, no_sms, version)
            where c.clinic_id = ? and c.client_id = ? and c.version = n.version - 1
              and c.erased_at is null and not c.sample""";

    private final Sql sql;

    public PostgresClients(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<ClientFile> list(ClinicId clinic, @Nullable String search, PageRequest page) {
        var from = Paging.byName(page);
        var rows = search == null
                ? sql.list(PostgresClients::file, ALL, clinic.value(), from.key(), from.id(), Paging.rows(page))
                : sql.list(
                        PostgresClients::file,
                        FOUND,
                        clinic.value(),
                        search,
                        from.key(),
                        from.id(),
                        Paging.rows(page),
                        clinic.value());
        return Page.cut(rows, page, ClientFile::cursor);
    }

    @Override
    public Optional<ClientFile> find(ClinicId clinic, ClientId client) {
        return sql.first(PostgresClients::file, ONE, clinic.value(), client.value());
    }

    @Override
    public void add(ClinicId clinic, ClientFile client) {
        var details = client.details();
        sql.update(
                """
                insert into clients (clinic_id, client_id, name, email, phone, locale, email_opt_out, sms_opt_out,
                                     created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                clinic.value(),
                client.id().value(),
                details.name(),
                email(details),
                phone(details),
                locale(details),
                details.noEmail(),
                details.noSms(),
                client.createdAt(),
                client.version());
    }

    @Override
    public boolean replace(ClinicId clinic, ClientFile client) {
        var details = client.details();
        return sql.update(
                        REPLACE,
                        details.name(),
                        email(details),
                        phone(details),
                        locale(details),
                        details.noEmail(),
                        details.noSms(),
                        client.version(),
                        clinic.value(),
                        client.id().value())
                == 1;
    }

    @Override
    public Optional<ClientId> holderOf(ClinicId clinic, EmailAddress email) {
        alone(clinic, email.value());
        return sql.first(row -> new ClientId(row.uuid("client_id")), """
                select client_id from clients
                where clinic_id = ? and email = ? and erased_at is null and email_verified_at is not null""", clinic.value(), email.value());
    }

    @Override
    public Optional<ClientId> holderOf(ClinicId clinic, PhoneNumber phone) {
        alone(clinic, phone.value());
        return sql.first(row -> new ClientId(row.uuid("client_id")), """
                select client_id from clients
                where clinic_id = ? and phone = ? and erased_at is null and phone_verified_at is not null""", clinic.value(), phone.value());
    }

    @Override
    public void endAccess(ClinicId clinic, ClientId client) {
        sql.list(row -> true, "select end_access_of_client(?, ?)", clinic.value(), client.value());
    }

    private void alone(ClinicId clinic, String address) {
        sql.list(
                row -> true,
                "select pg_advisory_xact_lock(?, hashtext(?))",
                LOCK_ADDRESS,
                clinic.value() + " " + address);
    }

    private static @Nullable String email(Details details) {
        var email = details.email();
        return email == null ? null : email.value();
    }

    private static @Nullable String phone(Details details) {
        var phone = details.phone();
        return phone == null ? null : phone.value();
    }

    private static @Nullable String locale(Details details) {
        var locale = details.locale();
        return locale == null ? null : locale.toLanguageTag();
    }

    private static ClientFile file(Row row) throws SQLException {
        String email = row.textOrNull("email");
        String phone = row.textOrNull("phone");
        String locale = row.textOrNull("locale");
        return new ClientFile(
                new ClientId(row.uuid("client_id")),
                new Details(
                        row.text("name"),
                        email == null ? null : new EmailAddress(email),
                        phone == null ? null : new PhoneNumber(phone),
                        locale == null ? null : Locale.forLanguageTag(locale),
                        row.flag("email_opt_out"),
                        row.flag("sms_opt_out")),
                new Proven(row.flag("email_proven"), row.flag("phone_proven")),
                row.instant("created_at"),
                ZoneId.of(row.text("zone")),
                row.integer("version"));
    }
}
