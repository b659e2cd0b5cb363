package clinic.portal.core.fakes;

import clinic.portal.core.contracts.PackageListContract;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.packages.PackageList;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.Viewer;

class InMemoryPackagesTest extends PackageListContract {
    // Ben and his like have nothing yet.
    private final World world = Fixtures.glow();

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
    protected PackageList packages() {
        return world.packages;
    }

    @Override
    protected void given(Viewer.Client whose, PackageView view) {
        world.packages.put(whose.clinic(), whose.client(), view);
    }
}
