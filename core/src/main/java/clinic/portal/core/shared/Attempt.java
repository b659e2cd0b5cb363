package clinic.portal.core.shared;

/**
 * One try of something that must be done once.
 *
 * @param principal who tries
 * @param route what is tried, with the ids in its path
 * @param key the caller's own name for this one doing
 * @param payload SHA-256 of what was sent, in hexadecimal
 */
public record Attempt(String principal, String route, String key, String payload) {}
