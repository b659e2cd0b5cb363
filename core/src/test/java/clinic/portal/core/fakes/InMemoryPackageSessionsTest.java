package clinic.portal.core.fakes;

import static clinic.portal.core.fixtures.Fixtures.uuid;

import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.contracts.PackageSessionsContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Viewer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

class InMemoryPackageSessionsTest extends PackageSessionsContract {
    private final World world = Fixtures.glow();
    private long made = 600;

    @Override
    protected PackageSessions sessions() {
        return world.desk.sessions;
    }

    @Override
    protected Viewer.Client viewer() {
        return world.asBen();
    }

    @Override
    protected Viewer.Client neighbour() {
        return world.asAda();
    }

    @Override
    protected Viewer.Client stranger() {
        return world.asCleo();
    }

    @Override
    protected PackageId given(Sessions sessions, @Nullable LocalDate expiresOn) {
        var pack = new PackageView(
                new PackageId(uuid(++made)),
                "Six facials",
                List.of(new PackageView.Covered(world.facial.id().value(), "Facial")),
                sessions,
                Fixtures.NOW,
                expiresOn,
                Fixtures.LONDON);
        world.packages.put(viewer().clinic(), viewer().client(), pack);
        return pack.id();
    }

    @Override
    protected Sessions of(PackageId pack) {
        return world.packages
                .find(viewer().clinic(), viewer().client(), pack)
                .orElseThrow()
                .sessions();
    }

    @Override
    protected TreatmentId covered() {
        return world.facial.id();
    }

    @Override
    protected TreatmentId notCovered() {
        return world.laser.id();
    }

    @Override
    protected AppointmentId anAppointment() {
        return new AppointmentId(uuid(++made));
    }

    @Override
    protected LocalDate today() {
        return LocalDate.ofInstant(Fixtures.NOW, Fixtures.LONDON);
    }
}
