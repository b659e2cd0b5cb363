package clinic.portal.core.login;

import java.util.Locale;

/**
 * Somebody the clinic knows by an identifier.
 *
 * @param optedOut wants nothing on the channel asked for
 */
public record Recipient(Subject subject, String name, Locale locale, boolean optedOut) {}
