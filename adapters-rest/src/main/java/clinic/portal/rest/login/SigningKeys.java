package clinic.portal.rest.login;

import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** The EC P-256 key pairs for access tokens, each with a kid. */
public interface SigningKeys {
    /** Never empty. The first signs; all verify and are published (SECURITY S16). */
    List<EllipticCurveJsonWebKey> newestFirst();
}
