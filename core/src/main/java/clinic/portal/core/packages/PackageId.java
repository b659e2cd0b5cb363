package clinic.portal.core.packages;

import java.util.UUID;

public record PackageId(UUID value) {}
