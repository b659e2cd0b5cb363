package clinic.portal.notify.messaging;

import clinic.portal.core.shared.EmailAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves.
 *
 * @param security how the connection is encrypted
 * @param username absent where the server asks for none
 * @param from our own sender address; clinics appear beside it by name
 * @param timeout for one whole mail, at most 10 seconds (SECURITY B43)
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        EmailAddress from,
        Duration timeout) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** How an SMTP connection is encrypted. */
    public enum Security {
        /** Not at all: for a relay on the same machine. */
        NONE,
        /** Begins in the clear and must become encrypted (usually port 587). */
        STARTTLS,
        /** Encrypted from the first byte (usually port 465). */
        TLS
    }

    public SmtpSettings {
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("SMTP's time-out is more than nothing and at most 10 seconds");
        }
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
