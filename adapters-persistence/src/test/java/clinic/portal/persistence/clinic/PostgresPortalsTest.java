package clinic.portal.persistence.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Portals;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.clinic.Slugs;
import clinic.portal.core.contracts.PortalsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.PortalDrafts;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresPortalsTest extends PortalsContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();

    @Inject
    Tenant tenant;

    @Inject
    Sql sql;

    @Inject
    Portals portals;

    @Inject
    Slugs slugs;

    @Inject
    ClinicDirectory directory;

    @BeforeEach
    void nothingIsPricedYet() {
        SampleClinic.run("delete from treatments where clinic_id in (?, ?)", clinic.id.value(), elsewhere.id.value());
    }

    @Override
    protected Portals portals() {
        return tenant.each(Portals.class, portals);
    }

    @Override
    protected Slugs slugs() {
        return tenant.each(Slugs.class, slugs);
    }

    @Override
    protected ClinicDirectory directory() {
        return directory;
    }

    @Override
    protected ClinicId clinic() {
        return clinic.id;
    }

    @Override
    protected ClinicId otherClinic() {
        return elsewhere.id;
    }

    @Override
    protected Slug slug(String name) {
        return new Slug(name + "-" + clinic.slug);
    }

    @Override
    protected void price() {
        SampleClinic.run(
                "insert into treatments values (?, ?, 'Peel', 30, 5000)", clinic.id.value(), UUID.randomUUID());
    }

    @Override
    protected void elapse(Duration time) {
        SampleClinic.run(
                "update clinic_slugs set retired_at = retired_at - ? * interval '1 ms' where clinic_id = ?",
                time.toMillis(),
                clinic.id.value());
    }

    @Test
    void appointmentsPaymentsAndVouchersAreMoneyToo() {
        assertThat(portals().hasPrices(clinic.id)).isFalse();

        clinic.money(clinic.client(), "payment", 100, SampleClinic.NOON);
        assertThat(portals().hasPrices(clinic.id)).isTrue();

        elsewhere.voucher(elsewhere.client(), 5_000, 0, null);
        assertThat(portals().hasPrices(elsewhere.id)).isTrue();
    }

    @Test
    void ofManyClinicsThatWantOneSlugAtOnceOneGetsIt() throws Exception {
        var many = IntStream.range(0, 12).mapToObj(i -> new SampleClinic()).toList();
        var wanted = slug("wanted");

        var got = AtOnce.call(many.size(), i -> slugs().take(many.get(i).id, wanted));

        assertThat(Collections.frequency(got, true)).isEqualTo(1);
        assertThat(Collections.frequency(got, false)).isEqualTo(many.size() - 1);
        assertThat(directory.find(wanted)).contains(many.get(got.indexOf(true)).id);
    }

    @Test
    void nobodysSlugIsChangedFromAnotherClinic() {
        for (String attempt : new String[] {
            "delete from clinic_slugs where slug = ?",
            "update clinic_slugs set retired_at = null where slug = ?",
            "insert into clinic_slugs (slug, clinic_id) select 'not-' || slug, clinic_id from clinic_slugs where slug = ?"
        }) {
            assertThatThrownBy(() -> tenant.in(elsewhere.id, () -> sql.update(attempt, clinic.slug)))
                    .as(attempt)
                    .hasStackTraceContaining("a slug of another clinic");
        }
    }

    @Test
    void nothingIsPricedWhileTheSettingsAreLocked() {
        tenant.run(clinic.id, () -> {
            portals.lock(clinic.id);

            assertThatThrownBy(() -> SampleClinic.run(
                            "set lock_timeout = '200ms'; insert into treatments values ('%s', '%s', 'Peel', 30, 5000)"
                                    .formatted(clinic.id.value(), UUID.randomUUID())))
                    .hasStackTraceContaining("lock timeout");
        });
    }

    /** A zone that PostgreSQL does not know would be an accident there, and not the caller's. */
    @Test
    void everyZoneThatIsTakenIsKnownHereToo() {
        var world = Fixtures.glow();
        int version = 0;
        for (String zone : ZoneId.getAvailableZoneIds()) {
            try {
                var draft = PortalDrafts.with(world.portalOffice.draft(), Map.of("zone", zone));
                world.portalOffice.settings.replace(world.asOlga(), version, draft);
                version++;
            } catch (Invalid notTaken) {
                continue;
            }
            assertThat(sql.list(row -> true, "select timestamptz 'epoch' at time zone ?", zone))
                    .as(zone)
                    .hasSize(1);
        }
        assertThat(version).isGreaterThan(300);
    }
}
