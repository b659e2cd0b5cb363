package clinic.portal.core.catalogue;

import java.util.UUID;

public record RoomId(UUID value) {}
