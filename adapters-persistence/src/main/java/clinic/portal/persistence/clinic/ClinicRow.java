package clinic.portal.persistence.clinic;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinic.Contact;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Row;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "clinics")
public class ClinicRow extends PanacheEntityBase {
    @Id
    @Column(name = "clinic_id")
    public UUID clinicId;

    public String slug;
    public String name;
    public String colour;
    public @Nullable String logo;
    public String phone;
    public String email;
    public String address;
    public String zone;
    public String locale;
    public String currency;
    public String country;

    @Column(name = "sms_regions", columnDefinition = "text[]")
    public List<String> smsRegions;

    @Column(name = "portal_on")
    public boolean portalOn;

    @Column(name = "booking_on")
    public boolean bookingOn;

    @Column(name = "email_on")
    public boolean emailOn;

    @Column(name = "sms_on")
    public boolean smsOn;

    /** For projections that carry a clinic along. */
    public static Clinic read(Row from) throws SQLException {
        var row = new ClinicRow();
        row.clinicId = from.uuid("clinic_id");
        row.slug = from.text("slug");
        row.name = from.text("name");
        row.colour = from.text("colour");
        row.logo = from.textOrNull("logo");
        row.phone = from.text("phone");
        row.email = from.text("email");
        row.address = from.text("address");
        row.zone = from.text("zone");
        row.locale = from.text("locale");
        row.currency = from.text("currency");
        row.country = from.text("country");
        row.smsRegions = from.texts("sms_regions");
        row.portalOn = from.flag("portal_on");
        row.bookingOn = from.flag("booking_on");
        row.emailOn = from.flag("email_on");
        row.smsOn = from.flag("sms_on");
        return row.toDomain();
    }

    public Clinic toDomain() {
        return new Clinic(
                new ClinicId(clinicId),
                new Slug(slug),
                name,
                new BrandColour(colour),
                logo == null ? null : URI.create(logo),
                new Contact(phone, email, address),
                ZoneId.of(zone),
                Locale.forLanguageTag(locale),
                Currency.getInstance(currency),
                country,
                Set.copyOf(smsRegions),
                portalOn,
                bookingOn,
                new Channels(emailOn, smsOn));
    }
}
