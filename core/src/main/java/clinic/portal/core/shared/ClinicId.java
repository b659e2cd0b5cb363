package clinic.portal.core.shared;

import java.util.UUID;

/** A clinic: the tenant. The first argument of everything that touches its data. */
public record ClinicId(UUID value) {}
