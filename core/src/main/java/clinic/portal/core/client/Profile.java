package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** A client as they see themselves. */
public record Profile(
        ClientId id,
        String name,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone) {}
