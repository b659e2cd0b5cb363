package clinic.portal.core.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** The link is right, and what was sent along is not the member's second factor, or was used before. */
public final class SecondFactorInvalid extends Unauthenticated {
    public SecondFactorInvalid() {
        super(
                "second_factor_invalid",
                "This is not the code that your phone shows now, nor an unused recovery code; try the next one.",
                Map.of());
    }
}
