package clinic.portal.rest.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.PreviewLogin;
import clinic.portal.core.login.Session;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: JWT, ES256 and nothing else (SECURITY S13). They say whose session a call belongs to; whether that
 * session still lives is asked of the database. Read with jose4j, which SmallRye JWT itself reads with: its own parser
 * takes neither our clock nor a {@code typ} (docs/decisions/003).
 */
@Singleton
public class AccessTokens {
    /** SECURITY S14. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "client-portal";
    private static final String TYPE = "at+jwt";
    private static final String PREVIEW = "preview";
    private static final String CLINIC = "clinic";
    private static final String SESSION = "sid";
    private static final int LONGEST = 2_000;
    private static final int SKEW_SECONDS = 5;

    private final SigningKeys keys;
    private final Clock clock;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param expiresAt when the token stops working; a refresh gives the next */
    public record Issued(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + expiresAt + "]";
        }
    }

    /** What a good token says. */
    public record Bearer(ClinicId clinic, SessionId session, boolean preview) {}

    Issued issue(Session session) {
        EllipticCurveJsonWebKey key = keys.newestFirst().getFirst();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(session.preview() ? PreviewLogin.LIFE : LIFE);
        String token = Jwt.claims()
                .issuer(ISSUER)
                .audience(session.preview() ? PREVIEW : nameOf(session.subject().audience()))
                .subject(idOf(session.subject()).toString())
                .claim(CLINIC, session.clinic().value().toString())
                .claim(SESSION, session.id().value().toString())
                .groups(groupOf(session.subject()))
                .issuedAt(now)
                .expiresAt(expiresAt)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.getKeyId())
                .header("typ", TYPE)
                .sign(key.getPrivateKey());
        return new Issued(token, expiresAt);
    }

    /**
     * Nothing for a token that is not ours, not for this audience, or over. A preview's has an audience of its own, so that
     * neither can be taken for the other; both come through the clients' door.
     */
    Optional<Bearer> read(String token, Audience audience) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        var read = read(token, nameOf(audience), LIFE, false);
        return audience == Audience.PORTAL ? read.or(() -> read(token, PREVIEW, PreviewLogin.LIFE, true)) : read;
    }

    private Optional<Bearer> read(String token, String audience, Duration life, boolean preview) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .setVerificationKeyResolver((signed, nested) -> keyNamed(signed.getKeyIdHeaderValue()))
                    .setExpectedType(true, TYPE)
                    .setExpectedIssuer(ISSUER)
                    .setExpectedAudience(audience)
                    .setRequireSubject()
                    .setRequireJwtId()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes((int) life.toMinutes() + 1)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return Optional.of(
                    new Bearer(new ClinicId(id(claims, CLINIC)), new SessionId(id(claims, SESSION)), preview));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Only by its name among our own: a key that a token brings along or points at is none. */
    private PublicKey keyNamed(@Nullable String kid) throws UnresolvableKeyException {
        return keys.newestFirst().stream()
                .filter(key -> key.getKeyId().equals(kid))
                .findFirst()
                .orElseThrow(() -> new UnresolvableKeyException("No such key"))
                .getECPublicKey();
    }

    private static UUID id(JwtClaims claims, String name) throws MalformedClaimException {
        return UUID.fromString(String.valueOf(claims.getStringClaimValue(name)));
    }

    private static String nameOf(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }

    private static UUID idOf(Subject subject) {
        return switch (subject) {
            case Subject.OfClient client -> client.id().value();
            case Subject.OfStaff member -> member.id().value();
        };
    }

    private static String groupOf(Subject subject) {
        return switch (subject) {
            case Subject.OfClient client -> "client";
            case Subject.OfStaff member -> member.role().name().toLowerCase(Locale.ROOT);
        };
    }
}
