package clinic.portal.core.client;

import java.util.UUID;

public record NoteId(UUID value) {}
