package clinic.portal.core.shared;

import java.util.UUID;

/** Makes identifiers: UUIDv7 (RFC 9562), so that rows made together lie together in an index. */
public interface Ids {
    UUID next();
}
