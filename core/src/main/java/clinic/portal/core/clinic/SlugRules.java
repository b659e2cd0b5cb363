package clinic.portal.core.clinic;

import java.util.Set;

/** Which slugs a clinic may have. */
public final class SlugRules {
    /** What stands in addresses for something else, or looks as if it were ours. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "account",
            "admin",
            "api",
            "app",
            "apps",
            "assets",
            "auth",
            "billing",
            "blog",
            "booking",
            "cdn",
            "client",
            "clients",
            "clinic",
            "clinics",
            "contact",
            "demo",
            "dev",
            "docs",
            "favicon",
            "health",
            "help",
            "home",
            "images",
            "img",
            "legal",
            "login",
            "logout",
            "mail",
            "metrics",
            "openapi",
            "platform",
            "portal",
            "portals",
            "privacy",
            "public",
            "root",
            "security",
            "session",
            "sessions",
            "settings",
            "signin",
            "signup",
            "staff",
            "static",
            "status",
            "support",
            "system",
            "terms",
            "test",
            "webhooks",
            "well-known",
            "www");

    private SlugRules() {}

    /**
     * Asked before a slug is taken. Whether nobody else has it or had it lately, the register finds out.
     *
     * @throws SlugUnavailable the same as for one that somebody has: nobody learns which clinics there are
     */
    public static Slug requireAllowed(Slug slug) {
        if (RESERVED.contains(slug.value())) {
            throw new SlugUnavailable();
        }
        return slug;
    }
}
