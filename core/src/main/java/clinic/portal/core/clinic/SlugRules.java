package clinic.portal.core.clinic;

import java.util.Set;

/** Which slugs no clinic can have. */
public final class SlugRules {
    /** Paths that the pages and the API need for themselves, and words that would pass for the platform's own. */
    private static final Set<String> RESERVED = Set.of(
            "api",
            "admin",
            "staff",
            "login",
            "portal",
            "www",
            "app",
            "assets",
            "docs",
            "q",
            "dev",
            "v1",
            "platform",
            "health",
            "help",
            "support",
            "static");

    private SlugRules() {}

    public static boolean reserved(Slug slug) {
        return RESERVED.contains(slug.value());
    }
}
