package clinic.portal.core.packages;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.packages.PackageView.Status;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageViewTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 7, 31);
    private static final Sessions SOME_LEFT = new Sessions(6, 2, 1);

    @Test
    void whatIsLeftIsNeitherUsedNorReserved() {
        assertThat(SOME_LEFT.remaining()).isEqualTo(3);
    }

    @Test
    void itCanBeUsedToTheEndOfItsLastDayInTheClinicsZone() {
        var inLondon = aPackage(SOME_LEFT, LAST_DAY, LONDON);
        // Summer time: London's midnight is eleven at night in UTC.
        var midnight = Instant.parse("2026-07-31T23:00:00Z");

        assertThat(inLondon.status(midnight.minusMillis(1))).isEqualTo(Status.ACTIVE);
        assertThat(inLondon.status(midnight)).isEqualTo(Status.EXPIRED);
    }

    @Test
    void theSameInstantIsAnotherDayElsewhere() {
        var instant = Instant.parse("2026-07-31T23:30:00Z");

        assertThat(aPackage(SOME_LEFT, LAST_DAY, LONDON).status(instant)).isEqualTo(Status.EXPIRED);
        assertThat(aPackage(SOME_LEFT, LAST_DAY, ZoneId.of("America/New_York")).status(instant))
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void withoutALastDayItNeverExpires() {
        assertThat(aPackage(SOME_LEFT, null, LONDON).status(Instant.parse("2999-01-01T00:00:00Z")))
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void withEverySessionHadItIsUsedUpAlsoWhenExpired() {
        var allHad = new Sessions(6, 6, 0);

        assertThat(aPackage(allHad, null, LONDON).status(NOW)).isEqualTo(Status.USED_UP);
        assertThat(aPackage(allHad, LocalDate.of(2020, 1, 1), LONDON).status(NOW))
                .isEqualTo(Status.USED_UP);
    }

    @Test
    void withEverySessionReservedItIsStillActive() {
        var allReserved = new Sessions(6, 4, 2);

        assertThat(allReserved.remaining()).isZero();
        assertThat(aPackage(allReserved, LAST_DAY, LONDON).status(NOW)).isEqualTo(Status.ACTIVE);
    }

    @Test
    void itsTreatmentsAreItsOwn() {
        var treatments = new ArrayList<>(List.of(new PackageView.Covered(uuid(9), "Facial")));
        var view = new PackageView(new PackageId(uuid(1)), "Six", treatments, SOME_LEFT, NOW, null, LONDON);

        treatments.clear();

        assertThat(view.treatments()).hasSize(1);
    }

    @Test
    void listsGoOnAfterItsPurchaseAndId() {
        assertThat(aPackage(SOME_LEFT, null, LONDON).cursor()).isEqualTo(new Cursor(NOW, uuid(1)));
    }

    @Test
    void aClientSeesTheirOwn() {
        var world = Fixtures.glow();

        assertThat(world.myPackages.list(world.asAda(), PageRequest.first(5)).items())
                .extracting(PackageView::name)
                .containsExactly("Six facials");
        assertThat(world.myPackages.list(world.asBen(), PageRequest.first(5)).items())
                .isEmpty();
    }

    private static PackageView aPackage(Sessions sessions, LocalDate expiresOn, ZoneId zone) {
        return new PackageView(new PackageId(uuid(1)), "Six", List.of(), sessions, NOW, expiresOn, zone);
    }
}
