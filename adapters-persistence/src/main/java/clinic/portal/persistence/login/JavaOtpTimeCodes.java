package clinic.portal.persistence.login;

import clinic.portal.core.login.TimeCodes;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Singleton;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-1, because many phones' programs know no other, whatever the address of the key asks for. */
@Singleton
public class JavaOtpTimeCodes implements TimeCodes {
    private static final int DIGITS = 6;

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS), DIGITS);

    @Override
    public String at(byte[] key, Instant moment) {
        try {
            var shared = new SecretKeySpec(key, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);
            return generator.generateOneTimePasswordString(shared, moment, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
