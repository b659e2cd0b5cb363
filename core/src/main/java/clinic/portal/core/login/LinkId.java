package clinic.portal.core.login;

import java.util.UUID;

/** One asking for a login link, and the link that may come of it. */
public record LinkId(UUID value) {}
