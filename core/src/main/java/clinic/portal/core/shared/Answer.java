package clinic.portal.core.shared;

/**
 * What a caller was answered.
 *
 * @param body as JSON
 * @param replayed whether it was answered before
 */
public record Answer(String body, boolean replayed) {}
