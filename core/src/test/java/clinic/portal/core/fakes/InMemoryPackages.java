package clinic.portal.core.fakes;

import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageList;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryPackages implements PackageList {
    private final Owned<PackageView> packages = new Owned<>();

    /** Adds the package, or puts it in place of the one with its id. */
    public void put(ClinicId clinic, ClientId client, PackageView view) {
        packages.removeIf(known -> known.id().equals(view.id()));
        packages.add(clinic, client, view);
    }

    @Override
    public Page<PackageView> of(Viewer.Client viewer, PageRequest page) {
        return Keyset.descending(packages.of(viewer), page, PackageView::cursor);
    }

    Optional<PackageView> find(ClinicId clinic, ClientId client, PackageId pack) {
        return packages.of(clinic, client)
                .filter(view -> view.id().equals(pack))
                .findFirst();
    }

    Stream<PackageView> usable(Viewer.Client viewer, Instant now) {
        return packages.of(viewer).filter(view -> view.status(now) == PackageView.Status.ACTIVE);
    }
}
