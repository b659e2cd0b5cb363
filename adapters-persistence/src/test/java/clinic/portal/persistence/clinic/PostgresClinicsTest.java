package clinic.portal.persistence.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresClinicsTest {
    private final SampleClinic glow = new SampleClinic();

    @Inject
    Tenant tenant;

    @Inject
    Clinics clinics;

    @Inject
    ClinicDirectory directory;

    @Test
    void aClinicIsReadAsItIs() {
        SampleClinic.run("update clinics set logo = 'https://glow.example/l.png' where clinic_id = ?", glow.id.value());

        assertThat(tenant.in(glow.id, () -> clinics.find(glow.id)))
                .contains(new Clinic(
                        glow.id,
                        new Slug(glow.slug),
                        "Glow",
                        new BrandColour("#aa3366"),
                        URI.create("https://glow.example/l.png"),
                        new Clinic.Contact("020 7946 0000", "hello@glow.example", "1 High Street"),
                        ZoneId.of("Europe/London"),
                        Locale.UK,
                        Currency.getInstance("GBP"),
                        "GB",
                        Set.of("GB", "IE"),
                        true,
                        true,
                        Channels.ALL));
    }

    @Test
    void anotherClinicIsNotThere() {
        var other = new SampleClinic();

        assertThat(tenant.in(glow.id, () -> clinics.find(other.id))).isEmpty();
    }

    @Test
    void aSlugIsFoundWithoutAnyClinicSetAndOutsideATransaction() {
        assertThat(directory.require(glow.slug)).isEqualTo(glow.id);
        assertThat(directory.require(glow.slug)).isEqualTo(glow.id);
        assertThat(directory.all()).contains(glow.id);
    }

    @Test
    void aSlugNobodyHasIsFoundAsSoonAsSomebodyHasIt() {
        var slug = new Slug("new-" + glow.slug);
        assertThat(directory.find(slug)).isEmpty();

        SampleClinic.run("update clinic_slugs set slug = ? where clinic_id = ?", slug.value(), glow.id.value());

        assertThat(directory.find(slug)).contains(glow.id);
        assertThatThrownBy(() -> directory.require("nobody-has-this")).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void aZoneNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> SampleClinic.run(
                        "update clinics set zone = 'Europe/Atlantis' where clinic_id = ?", glow.id.value()))
                .hasStackTraceContaining("Europe/Atlantis");
    }
}
