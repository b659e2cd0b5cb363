package clinic.portal.persistence.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicRegister;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.Regional;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresClinicRegisterTest {
    @Inject
    Tenant tenant;

    @Inject
    ClinicRegister register;

    @Inject
    Clinics clinics;

    @Inject
    Sql sql;

    @Test
    void whatIsEnteredIsFound() {
        var clinic = clinic(slug());

        assertThat(tenant.in(clinic.id(), () -> register.enter(clinic.id(), clinic)))
                .isTrue();

        assertThat(tenant.in(clinic.id(), () -> clinics.find(clinic.id()))).contains(clinic);
    }

    @Test
    void ofManyWhoWantOneSlugOneGetsIt() throws Exception {
        String slug = slug();

        var all = AtOnce.call(12, caller -> {
            var mine = clinic(slug);
            return tenant.in(mine.id(), () -> register.enter(mine.id(), mine));
        });

        assertThat(Collections.frequency(all, true)).isEqualTo(1);
        assertThat(Collections.frequency(all, false)).isEqualTo(11);
    }

    /** Or a clinic in such a zone could be asked for, and the database would refuse it. */
    @Test
    void everyZoneThatAClinicMayHaveIsKnownToTheDatabase() {
        var known = new HashSet<>(sql.list(row -> row.text("name"), "select name from pg_timezone_names"));

        assertThat(ZoneId.getAvailableZoneIds().stream()
                        .filter(name -> Regional.zone(name).isPresent()))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    private static String slug() {
        return "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    private static Clinic clinic(String slug) {
        return new Clinic(
                new ClinicId(UUID.randomUUID()),
                new Slug(slug),
                "Bloom",
                new BrandColour("#336699"),
                null,
                new Clinic.Contact("01 99 00 12 34", "hello@bloom.example", "Paris"),
                ZoneId.of("Europe/Paris"),
                Locale.FRANCE,
                Currency.getInstance("EUR"),
                "FR",
                Set.of("FR", "BE"),
                false,
                false,
                Channels.ALL);
    }
}
