package clinic.portal.core.shared;

import java.util.UUID;

public record ApiKeyId(UUID value) {}
