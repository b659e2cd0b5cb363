package clinic.portal.core.shared;

import java.util.UUID;

/** What a use case gives back about one thing, where the call itself could not name it: the audit log says which it was. */
public interface Traced {
    UUID trace();
}
