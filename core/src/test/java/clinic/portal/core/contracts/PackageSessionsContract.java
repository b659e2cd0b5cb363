package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Viewer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class PackageSessionsContract extends ClientDataSetting {
    private static final Sessions TWO_LEFT = new Sessions(6, 3, 1);

    protected abstract PackageSessions sessions();

    /** Gives {@link #viewer} a package for {@link #covered}. */
    protected abstract PackageId given(Sessions sessions, @Nullable LocalDate expiresOn);

    protected abstract Sessions of(PackageId pack);

    protected abstract TreatmentId covered();

    /** Another treatment, which the package is not for. */
    protected abstract TreatmentId notCovered();

    /** A new appointment of {@link #viewer} for {@link #covered}. */
    protected abstract AppointmentId anAppointment();

    /** The day it is for the store, in the clinic's zone; at least the same for a whole test. */
    protected abstract LocalDate today();

    @Test
    void whatIsSetAsideIsNoLongerLeft() {
        var pack = given(TWO_LEFT, null);

        assertThat(reserve(pack, anAppointment())).isTrue();

        assertThat(of(pack)).isEqualTo(new Sessions(6, 3, 2));
    }

    @Test
    void theLastOneIsSetAsideOnce() {
        var pack = given(TWO_LEFT, null);

        assertThat(reserve(pack, anAppointment())).isTrue();
        assertThat(reserve(pack, anAppointment())).isTrue();
        assertThat(reserve(pack, anAppointment())).isFalse();

        assertThat(of(pack)).isEqualTo(new Sessions(6, 3, 3));
    }

    @Test
    void whatIsGivenBackIsLeftAgain() {
        var pack = given(TWO_LEFT, null);
        var appointment = anAppointment();
        reserve(pack, appointment);

        sessions().giveBack(viewer().clinic(), appointment);
        assertThat(of(pack)).isEqualTo(TWO_LEFT);

        sessions().giveBack(viewer().clinic(), appointment);
        assertThat(of(pack)).isEqualTo(TWO_LEFT);
    }

    @Test
    void whatWasSetAsideIsUsedAndSetAsideAgain() {
        var pack = given(TWO_LEFT, null);
        var appointment = anAppointment();
        reserve(pack, appointment);

        sessions().use(viewer().clinic(), appointment);
        sessions().use(viewer().clinic(), appointment);
        assertThat(of(pack)).isEqualTo(new Sessions(6, 4, 1));

        sessions().giveBack(viewer().clinic(), appointment);
        assertThat(of(pack)).isEqualTo(new Sessions(6, 4, 1));

        sessions().unuse(viewer().clinic(), appointment);
        sessions().unuse(viewer().clinic(), appointment);
        assertThat(of(pack)).isEqualTo(new Sessions(6, 3, 2));

        sessions().giveBack(viewer().clinic(), appointment);
        sessions().use(viewer().clinic(), appointment);
        assertThat(of(pack)).isEqualTo(TWO_LEFT);
    }

    @Test
    void oneAppointmentUsesItsOwnOnly() {
        var pack = given(TWO_LEFT, null);
        var paid = anAppointment();
        reserve(pack, paid);

        sessions().use(viewer().clinic(), anAppointment());
        sessions().use(stranger().clinic(), paid);

        assertThat(of(pack)).isEqualTo(new Sessions(6, 3, 2));
    }

    @Test
    void oneAppointmentGivesBackItsOwnOnly() {
        var pack = given(TWO_LEFT, null);
        var paid = anAppointment();
        reserve(pack, paid);

        sessions().giveBack(viewer().clinic(), anAppointment());
        sessions().giveBack(stranger().clinic(), paid);

        assertThat(of(pack)).isEqualTo(new Sessions(6, 3, 2));
    }

    @Test
    void aPackageIsGoodToItsLastDay() {
        assertThat(reserve(given(TWO_LEFT, today()), anAppointment())).isTrue();
        assertThat(reserve(given(TWO_LEFT, today().minusDays(1)), anAppointment()))
                .isFalse();
    }

    @Test
    void aPackageIsGoodForWhatItIsFor() {
        var pack = given(TWO_LEFT, null);

        assertThat(sessions().reserve(viewer().clinic(), viewer().client(), pack, notCovered(), anAppointment()))
                .isFalse();
        assertThat(of(pack)).isEqualTo(TWO_LEFT);
    }

    @Test
    void aPackageIsGoodForItsOwnerAlone() {
        var pack = given(TWO_LEFT, null);

        for (Viewer.Client other : new Viewer.Client[] {neighbour(), stranger()}) {
            assertThat(sessions().reserve(other.clinic(), other.client(), pack, covered(), anAppointment()))
                    .isFalse();
        }
        assertThat(of(pack)).isEqualTo(TWO_LEFT);
    }

    private boolean reserve(PackageId pack, AppointmentId appointment) {
        return sessions().reserve(viewer().clinic(), viewer().client(), pack, covered(), appointment);
    }
}
