package clinic.portal.persistence.clinic;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicRegister;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.net.URI;

@Singleton
public class PostgresClinicRegister implements ClinicRegister {
    private final Sql sql;

    public PostgresClinicRegister(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean enter(ClinicId id, Clinic clinic) {
        boolean free = sql.update(
                        "insert into clinic_slugs (slug, clinic_id) values (?, ?) on conflict do nothing",
                        clinic.slug().value(),
                        id.value())
                == 1;
        if (free) {
            add(id, clinic);
        }
        return free;
    }

    private void add(ClinicId id, Clinic clinic) {
        URI logo = clinic.logo();
        sql.update(
                """
                insert into clinics (clinic_id, slug, name, colour, logo, phone, email, address, zone, locale, currency,
                                     country, sms_regions, portal_on, booking_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)""",
                id.value(),
                clinic.slug().value(),
                clinic.name(),
                clinic.colour().hex(),
                logo == null ? null : logo.toString(),
                clinic.contact().phone(),
                clinic.contact().email(),
                clinic.contact().address(),
                clinic.zone().getId(),
                clinic.locale().toLanguageTag(),
                clinic.currency().getCurrencyCode(),
                clinic.country(),
                String.join(",", clinic.smsRegions()),
                clinic.portalOn(),
                clinic.bookingOn());
    }
}
