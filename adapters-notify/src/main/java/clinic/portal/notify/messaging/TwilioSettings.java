package clinic.portal.notify.messaging;

import java.net.URI;
import java.time.Duration;

/**
 * How Twilio is reached.
 *
 * @param baseUrl scheme, host and port only: the SDK has no option for it, so just these are put in place of its own
 * @param from a number in E.164, an alphanumeric sender, or the id of a messaging service ({@code MG…})
 * @param timeout for one whole call, at most 10 seconds (SECURITY B43)
 */
public record TwilioSettings(URI baseUrl, String accountSid, String authToken, String from, Duration timeout) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    public TwilioSettings {
        if (baseUrl.getHost() == null || !baseUrl.getPath().replace("/", "").isEmpty()) {
            throw new IllegalArgumentException("Twilio's base URL is a scheme, a host and perhaps a port");
        }
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Twilio's time-out is more than nothing and at most 10 seconds");
        }
    }

    boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    int port() {
        if (baseUrl.getPort() > 0) {
            return baseUrl.getPort();
        }
        return secure() ? 443 : 80;
    }

    @Override
    public String toString() {
        return "TwilioSettings[" + baseUrl + "]";
    }
}
