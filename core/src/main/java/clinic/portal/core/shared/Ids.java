package clinic.portal.core.shared;

import java.util.UUID;

/** Makes identifiers. */
public interface Ids {
    /** UUIDv7 (RFC 9562), so that rows made together lie together in an index. */
    UUID next();

    /** UUIDv4 from a cryptographic source, for an identifier that is also the right to what it names. */
    UUID unguessable();
}
