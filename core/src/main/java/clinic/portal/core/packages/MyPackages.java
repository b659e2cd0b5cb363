package clinic.portal.core.packages;

import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;

/** A client looking at their packages. */
public class MyPackages {
    private final PackageList packages;

    public MyPackages(PackageList packages) {
        this.packages = packages;
    }

    public Page<PackageView> list(Viewer.Client viewer, PageRequest page) {
        return packages.of(viewer, page);
    }
}
