package clinic.portal.core.ledger;

import static clinic.portal.core.fixtures.Fixtures.LONDON;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import org.junit.jupiter.api.Test;

class MyBalanceTest {
    private final World world = Fixtures.glow();

    @Test
    void aClientSeesTheirOwnBalance() {
        assertThat(outstanding(world.asAda())).isEqualTo(pounds(20));
        assertThat(outstanding(world.asBen())).isEqualTo(pounds(0));
        assertThat(outstanding(world.asCleo())).isEqualTo(pounds(45));
    }

    @Test
    void daysAreToldInTheClinicsZone() {
        assertThat(world.myBalance.show(world.asAda()).zone()).isEqualTo(LONDON);
    }

    @Test
    void aClinicThatIsNotThereHasNoLedger() {
        var astray = new Viewer.Client(
                new ClinicId(Fixtures.uuid(99)), world.ada.id(), new SessionId(Fixtures.uuid(1)), false);

        assertThatThrownBy(() -> world.myBalance.show(astray)).isInstanceOf(NoSuchThing.class);
    }

    private Money outstanding(Viewer.Client viewer) {
        return world.myBalance.show(viewer).balance().outstanding();
    }
}
