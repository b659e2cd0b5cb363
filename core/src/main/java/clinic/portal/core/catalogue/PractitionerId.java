package clinic.portal.core.catalogue;

import java.util.UUID;

public record PractitionerId(UUID value) {}
