package clinic.portal.rest.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** Not the platform's key; or there is none, and nobody has it. */
public final class PlatformKeyInvalid extends Unauthenticated {
    PlatformKeyInvalid() {
        super("platform_key_invalid", "Send the platform's key.", Map.of());
    }
}
