package clinic.portal.rest.shared;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a caller goes on from a refusal. */
final class WhatNext {
    private static final Set<String> WANTS_A_LINK =
            Set.of("link_expired", "link_used", "link_invalid", "session_required", "session_ended");
    private static final Pattern DOOR = Pattern.compile("(/v1/portals/[^/]+|/v1/staff)(?:/.*)?");

    private WhatNext() {}

    /** The path to ask for a new link at; nothing where the path called does not say whose door it is. */
    static Optional<String> newLink(String code, String path) {
        var door = DOOR.matcher(path);
        return WANTS_A_LINK.contains(code) && door.matches()
                ? Optional.of(door.group(1) + "/login-links")
                : Optional.empty();
    }
}
