package clinic.portal.core.shared;

import java.time.Instant;
import java.util.UUID;

/** The last row of the page before: lists go on after it by (time, id), so that nothing is skipped or shown twice. */
public record Cursor(Instant at, UUID id) {}
