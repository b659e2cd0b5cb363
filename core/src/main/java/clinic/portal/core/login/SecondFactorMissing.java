package clinic.portal.core.login;

import clinic.portal.core.shared.Unauthenticated;
import java.util.Map;

/** The link is right and still good; the member's second factor is to be sent along with it. */
public final class SecondFactorMissing extends Unauthenticated {
    public SecondFactorMissing() {
        super(
                "second_factor_required",
                "Send secondFactor too: the code that your phone shows, or a recovery code. The link is still good.",
                Map.of());
    }
}
