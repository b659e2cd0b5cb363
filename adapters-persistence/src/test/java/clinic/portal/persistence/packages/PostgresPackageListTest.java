package clinic.portal.persistence.packages;

import clinic.portal.core.contracts.PackageListContract;
import clinic.portal.core.packages.PackageList;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresPackageListTest extends PackageListContract {
    private final SampleClinic clinic = new SampleClinic();
    private final SampleClinic elsewhere = new SampleClinic();
    private final Viewer.Client viewer = clinic.viewer(clinic.client());
    private final Viewer.Client neighbour = clinic.viewer(clinic.client());
    private final Viewer.Client stranger = elsewhere.viewer(elsewhere.client());

    @Inject
    Tenant tenant;

    @Inject
    PackageList packages;

    @Override
    protected PackageList packages() {
        return tenant.each(PackageList.class, packages);
    }

    @Override
    protected void given(Viewer.Client whose, PackageView given) {
        (whose == stranger ? elsewhere : clinic).add(whose, given);
    }

    @Override
    protected Viewer.Client viewer() {
        return viewer;
    }

    @Override
    protected Viewer.Client neighbour() {
        return neighbour;
    }

    @Override
    protected Viewer.Client stranger() {
        return stranger;
    }
}
