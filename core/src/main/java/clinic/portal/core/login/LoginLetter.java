package clinic.portal.core.login;

import clinic.portal.core.clinic.Clinic;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * All that a login message says. Holds the raw token and code: lives in memory only, and never in a log.
 *
 * @param link where a tap leads; the token is in the fragment, which no server sees
 * @param code six digits, for whoever cannot tap
 * @param life how long both are good for, from when they were made
 */
public record LoginLetter(
        LinkId id,
        Clinic clinic,
        Audience audience,
        Identifier to,
        String name,
        Locale locale,
        URI link,
        String code,
        Duration life) {
    @Override
    public String toString() {
        return "LoginLetter[" + id.value() + "]";
    }
}
