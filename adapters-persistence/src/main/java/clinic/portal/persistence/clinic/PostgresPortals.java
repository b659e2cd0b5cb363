package clinic.portal.persistence.clinic;

import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.clinic.Portal;
import clinic.portal.core.clinic.Portals;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Row;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

@Singleton
public class PostgresPortals implements Portals {
    private static final String READ = "select * from clinics where clinic_id = ?";

    /** Whatever refers to a clinic takes a weaker lock on its row: with this one, nothing new is priced meanwhile. */
    private static final String LOCK = READ + " for update";

    private final Sql sql;

    public PostgresPortals(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Portal> find(ClinicId clinic) {
        return sql.first(PostgresPortals::portal, READ, clinic.value());
    }

    @Override
    public Optional<Portal> lock(ClinicId clinic) {
        return sql.first(PostgresPortals::portal, LOCK, clinic.value());
    }

    @Override
    public boolean hasPrices(ClinicId clinic) {
        return sql.first(row -> row.flag("priced"), """
                        select exists (select from treatments where clinic_id = ?)
                            or exists (select from appointments where clinic_id = ?)
                            or exists (select from ledger_entries where clinic_id = ?)
                            or exists (select from vouchers where clinic_id = ?) as priced""", clinic.value(), clinic.value(), clinic.value(), clinic.value())
                .orElseThrow();
    }

    @Override
    public void save(ClinicId clinic, Portal portal) {
        var face = portal.clinic();
        var logo = face.logo();
        var policy = portal.policy();
        sql.update(
                """
                update clinics
                set slug = ?, name = ?, colour = ?, logo = ?, phone = ?, email = ?, address = ?, zone = ?, locale = ?,
                    currency = ?, country = ?, sms_regions = string_to_array(?, ','), portal_on = ?, booking_on = ?,
                    email_on = ?, sms_on = ?, min_notice_minutes = ?, horizon_days = ?, grid_minutes = ?,
                    cancel_notice_minutes = ?, second_factor_required = ?, version = ?
                where clinic_id = ?""",
                face.slug().value(),
                face.name(),
                face.colour().hex(),
                logo == null ? null : logo.toString(),
                face.contact().phone(),
                face.contact().email(),
                face.contact().address(),
                face.zone().getId(),
                face.locale().toLanguageTag(),
                face.currency().getCurrencyCode(),
                face.country(),
                String.join(",", face.smsRegions().stream().sorted().toList()),
                face.portalOn(),
                face.bookingOn(),
                face.channels().email(),
                face.channels().sms(),
                (int) policy.notice().toMinutes(),
                policy.horizonDays(),
                (int) policy.grid().toMinutes(),
                (int) policy.cancelNotice().toMinutes(),
                portal.secondFactorRequired(),
                portal.version(),
                clinic.value());
    }

    private static Portal portal(Row row) throws SQLException {
        var policy = new BookingPolicy(
                Duration.ofMinutes(row.integer("min_notice_minutes")),
                row.integer("horizon_days"),
                Duration.ofMinutes(row.integer("grid_minutes")),
                Duration.ofMinutes(row.integer("cancel_notice_minutes")));
        return new Portal(ClinicRow.read(row), policy, row.flag("second_factor_required"), row.integer("version"));
    }
}
