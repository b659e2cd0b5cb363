package clinic.portal.core.packages;

import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;

/** A client's packages, for showing. */
public interface PackageList {
    /** The latest bought first. */
    Page<PackageView> of(Viewer.Client viewer, PageRequest page);
}
