package clinic.portal.core.catalogue;

import java.util.UUID;

public record TreatmentId(UUID value) {}
