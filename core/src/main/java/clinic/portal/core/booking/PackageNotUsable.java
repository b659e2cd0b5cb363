package clinic.portal.core.booking;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** The package is not the client's, is used up, expired, or for something else. */
public final class PackageNotUsable extends Conflict {
    public PackageNotUsable() {
        super("package_not_usable", "This package has no session left for this treatment.", Map.of());
    }
}
