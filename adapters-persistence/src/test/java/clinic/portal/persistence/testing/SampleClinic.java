package clinic.portal.persistence.testing;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.ledger.Entry;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.voucher.VoucherView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** A clinic of one test's own, filled past the walls by the superuser. Nothing of it is shared with another test. */
public final class SampleClinic {
    public static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    public final ClinicId id = new ClinicId(UUID.randomUUID());
    public final String slug = "s" + id.value().toString().replace("-", "").substring(0, 20);
    public final UUID practitioner = UUID.randomUUID();
    public final UUID treatment = UUID.randomUUID();
    private int made;

    public SampleClinic() {
        run("insert into clinic_slugs (slug, clinic_id) values (?, ?)", slug, id.value());
        run("""
                insert into clinics (clinic_id, slug, name, colour, logo, phone, email, address, zone, locale, currency,
                                     country, sms_regions, portal_on, booking_on)
                values (?, ?, 'Glow', '#aa3366', null, '020 7946 0000', 'hello@glow.example', '1 High Street',
                        'Europe/London', 'en-GB', 'GBP', 'GB', '{GB,IE}', true, true)""", id.value(), slug);
        run("insert into practitioners values (?, ?, 'Ada')", id.value(), practitioner);
        run("insert into treatments values (?, ?, 'Peel', 30, 5000)", id.value(), treatment);
    }

    public ClientId client() {
        return client("client%d@example.com".formatted(++made), "+447700900%03d".formatted(made));
    }

    public ClientId client(String email, String phone) {
        var client = UUID.randomUUID();
        run(
                "insert into clients (clinic_id, client_id, name, email, phone) values (?, ?, 'Bea Client', ?, ?)",
                id.value(),
                client,
                email,
                phone);
        return new ClientId(client);
    }

    public StaffId member(String email, String role) {
        var member = UUID.randomUUID();
        run(
                "insert into staff (clinic_id, staff_id, name, email, role) values (?, ?, 'Sam Staff', ?, ?)",
                id.value(),
                member,
                email,
                role);
        return new StaffId(member);
    }

    public Viewer.Client viewer(ClientId client) {
        return new Viewer.Client(id, client, new SessionId(UUID.randomUUID()), false);
    }

    public UUID appointment(ClientId client, Instant startsAt, String status) {
        var appointment = UUID.randomUUID();
        run(
                """
                insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at,
                                          ends_at, status, price_minor, notice_minutes, cancelled_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, 5000, 1440, ?)""",
                id.value(),
                appointment,
                client.value(),
                practitioner,
                treatment,
                startsAt,
                startsAt.plusSeconds(1800),
                status,
                status.equals("cancelled") ? "client" : null);
        return appointment;
    }

    public void charge(ClientId client, long minor, Instant at) {
        run("""
                insert into ledger_entries (clinic_id, entry_id, client_id, kind, at, amount_minor, description)
                values (?, ?, ?, 'charge', ?, ?, 'Peel')""", id.value(), UUID.randomUUID(), client.value(), at, minor);
    }

    public void money(ClientId client, String kind, long minor, Instant at) {
        run("""
                insert into ledger_entries (clinic_id, entry_id, client_id, kind, at, amount_minor, method)
                values (?, ?, ?, ?, ?, ?, 'card')""", id.value(), UUID.randomUUID(), client.value(), kind, at, minor);
    }

    /** A package of as many sessions, the first of them used and the next reserved, the rest free. */
    public UUID course(ClientId client, int total, int used, int reserved, String expiresOn) {
        var course = UUID.randomUUID();
        run("""
                insert into client_packages (clinic_id, package_id, client_id, name, bought_at, expires_on)
                values (?, ?, ?, 'Six peels', ?, ?::date)""", id.value(), course, client.value(), NOON.minusSeconds(++made * 60L), expiresOn);
        run("insert into package_treatments values (?, ?, ?)", id.value(), course, treatment);
        for (int no = 1; no <= total; no++) {
            boolean isUsed = no <= used;
            boolean isReserved = no <= used + reserved;
            run("""
                    insert into package_sessions (clinic_id, package_id, session_no, reserved_at, used_at)
                    values (?, ?, ?, ?, ?)""", id.value(), course, no, isReserved ? NOON : null, isUsed ? NOON : null);
        }
        return course;
    }

    public UUID voucher(ClientId client, long initial, long redeemed, String expiresOn) {
        var voucher = UUID.randomUUID();
        run(
                """
                insert into vouchers (clinic_id, voucher_id, client_id, code, initial_minor, issued_at, expires_on)
                values (?, ?, ?, ?, ?, ?, ?::date)""",
                id.value(),
                voucher,
                client.value(),
                voucher.toString(),
                initial,
                NOON.minusSeconds(++made * 60L),
                expiresOn);
        if (redeemed > 0) {
            run(
                    "insert into voucher_redemptions (clinic_id, redemption_id, voucher_id, amount_minor) values (?,?,?,?)",
                    id.value(),
                    UUID.randomUUID(),
                    voucher,
                    redeemed);
        }
        return voucher;
    }

    public void add(Viewer.Client whose, AppointmentView view) {
        name("treatments (clinic_id, treatment_id, name, minutes, price_minor)", view.treatment(), ", 60, 8000");
        name("practitioners (clinic_id, practitioner_id, name)", view.practitioner(), "");
        run(
                """
                insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at,
                                          ends_at, status, price_minor, notice_minutes, version, cancelled_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                whose.clinic().value(),
                view.id().value(),
                whose.client().value(),
                view.practitioner().id(),
                view.treatment().id(),
                view.startsAt(),
                view.endsAt(),
                lower(view.status()),
                view.price().minor(),
                (int) view.notice().toMinutes(),
                view.version(),
                view.status() == AppointmentStatus.CANCELLED ? "staff" : null);
    }

    public void add(Viewer.Client whose, Entry entry) {
        var charge = entry instanceof Entry.Charge found ? found : null;
        Entry.Method method = switch (entry) {
            case Entry.Charge none -> null;
            case Entry.Payment payment -> payment.method();
            case Entry.Refund refund -> refund.method();
        };
        run(
                """
                insert into ledger_entries (clinic_id, entry_id, client_id, kind, at, amount_minor, description, method,
                                            due_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                whose.clinic().value(),
                entry.id(),
                whose.client().value(),
                entry.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                entry.at(),
                entry.amount().minor(),
                charge == null ? null : charge.description(),
                method == null ? null : lower(method),
                charge == null ? null : charge.dueOn());
    }

    public void add(Viewer.Client whose, PackageView view) {
        run(
                """
                insert into client_packages (clinic_id, package_id, client_id, name, bought_at, expires_on)
                values (?, ?, ?, ?, ?, ?)""",
                whose.clinic().value(),
                view.id().value(),
                whose.client().value(),
                view.name(),
                view.boughtAt(),
                view.expiresOn());
        for (var covered : view.treatments()) {
            name(
                    "treatments (clinic_id, treatment_id, name, minutes, price_minor)",
                    new Named(covered.id(), covered.name()),
                    ", 60, 8000");
            run(
                    "insert into package_treatments values (?, ?, ?)",
                    whose.clinic().value(),
                    view.id().value(),
                    covered.id());
        }
        var sessions = view.sessions();
        for (int no = 1; no <= sessions.total(); no++) {
            boolean used = no <= sessions.used();
            boolean reserved = no <= sessions.used() + sessions.reserved();
            // The last free one was reserved once and given back: free all the same.
            boolean returned = !reserved && no == sessions.total();
            run(
                    """
                    insert into package_sessions (clinic_id, package_id, session_no, reserved_at, used_at, returned_at)
                    values (?, ?, ?, ?, ?, ?)""",
                    whose.clinic().value(),
                    view.id().value(),
                    no,
                    reserved || returned ? view.boughtAt() : null,
                    used ? view.boughtAt() : null,
                    returned ? view.boughtAt() : null);
        }
    }

    public void add(Viewer.Client whose, VoucherView view) {
        run(
                """
                insert into vouchers (clinic_id, voucher_id, client_id, code, initial_minor, issued_at, expires_on)
                values (?, ?, ?, ?, ?, ?, ?)""",
                whose.clinic().value(),
                view.id().value(),
                whose.client().value(),
                view.code(),
                view.initialValue().minor(),
                view.issuedAt(),
                view.expiresOn());
        long spent = view.initialValue().minus(view.balance()).minor();
        // In two parts where it can be, so that a sum is needed.
        for (long part : spent > 1 ? new long[] {1, spent - 1} : new long[] {spent}) {
            if (part > 0) {
                run("""
                        insert into voucher_redemptions (clinic_id, redemption_id, voucher_id, amount_minor)
                        values (?, ?, ?, ?)""", whose.clinic().value(), UUID.randomUUID(), view.id().value(), part);
            }
        }
    }

    /** Moves all that is stored of the logins into the past, which is to wait without waiting. */
    public void elapse(Duration time) {
        var millis = time.toMillis();
        run("""
                update login_links set requested_at = requested_at - ? * interval '1 ms',
                    made_at = made_at - ? * interval '1 ms', expires_at = expires_at - ? * interval '1 ms',
                    used_at = used_at - ? * interval '1 ms', voided_at = voided_at - ? * interval '1 ms'
                where clinic_id = ?""", millis, millis, millis, millis, millis, id.value());
        run("""
                update sessions set opened_at = opened_at - ? * interval '1 ms',
                    expires_at = expires_at - ? * interval '1 ms', ended_at = ended_at - ? * interval '1 ms'
                where clinic_id = ?""", millis, millis, millis, id.value());
        run("""
                update refresh_tokens set issued_at = issued_at - ? * interval '1 ms',
                    expires_at = expires_at - ? * interval '1 ms', spent_at = spent_at - ? * interval '1 ms'
                where clinic_id = ?""", millis, millis, millis, id.value());
    }

    private void name(String table, Named thing, String rest) {
        run(
                "insert into " + table + " values (?, ?, ?" + rest + ") on conflict do nothing",
                id.value(),
                thing.id(),
                thing.name());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Anything, past the walls. */
    public static int run(String sql, Object... parameters) {
        try (Connection superuser = EmbeddedDatabase.asSuperuser();
                var statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object parameter = parameters[i];
                statement.setObject(
                        i + 1, parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
