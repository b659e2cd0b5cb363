package clinic.portal.rest.stage;

import clinic.portal.rest.login.SigningKeys;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys that are published, made to sign, and retired, one step at a time. */
public final class MutableKeys implements SigningKeys {
    private final List<EllipticCurveJsonWebKey> keys = new CopyOnWriteArrayList<>(List.of(aKey("first")));

    @Override
    public List<EllipticCurveJsonWebKey> newestFirst() {
        return List.copyOf(keys);
    }

    /** Known to all, but not signing yet. */
    public void publish(EllipticCurveJsonWebKey key) {
        keys.addLast(key);
    }

    public void signWith(String kid) {
        var next = named(kid);
        keys.remove(next);
        keys.addFirst(next);
    }

    public void retire(String kid) {
        keys.remove(named(kid));
    }

    public static EllipticCurveJsonWebKey aKey(String kid) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    private EllipticCurveJsonWebKey named(String kid) {
        return keys.stream()
                .filter(key -> key.getKeyId().equals(kid))
                .findFirst()
                .orElseThrow();
    }
}
