package clinic.portal.rest.login;

import clinic.portal.rest.api.MachinesApi;
import clinic.portal.rest.api.model.Jwk;
import clinic.portal.rest.api.model.Jwks;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** The public halves of the signing keys, for whoever checks our tokens. */
public class MachinesResource implements MachinesApi {
    private final SigningKeys keys;

    MachinesResource(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Jwks getJwks() {
        return new Jwks(keys.newestFirst().stream().map(MachinesResource::toDto).toList());
    }

    private static Jwk toDto(EllipticCurveJsonWebKey key) {
        var parts = key.toParams(OutputControlLevel.PUBLIC_ONLY);
        return new Jwk(
                "EC",
                "P-256",
                String.valueOf(parts.get("x")),
                String.valueOf(parts.get("y")),
                key.getKeyId(),
                "sig",
                "ES256");
    }
}
