package clinic.portal.app.shared;

import clinic.portal.core.shared.EmailAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What a deployment must say before it may start, checked at once and named all together. */
public final class Settings {
    /** Of the platform's key, in characters: shorter ones could be guessed. */
    private static final int SHORTEST_KEY = 32;

    private Settings() {}

    /** One line for each setting that is missing or cannot be right. */
    public static List<String> missing() {
        Config config = ConfigProvider.getConfig();
        var lines = new ArrayList<String>();
        need(config, lines, "portal.db.url", "PORTAL_DB_URL", "jdbc:postgresql://host/database");
        need(config, lines, "portal.db.password", "PORTAL_DB_PASSWORD", "of the runtime role, portal_app");
        need(
                config,
                lines,
                "portal.db.owner.password",
                "PORTAL_DB_OWNER_PASSWORD",
                "of the migrating role, portal_owner");
        need(config, lines, "portal.smtp.host", "PORTAL_SMTP_HOST", "the mail server");
        need(config, lines, "portal.smtp.from", "PORTAL_SMTP_FROM", "the sender's address")
                .filter(from -> EmailAddress.read(from).isEmpty())
                .ifPresent(from -> lines.add("PORTAL_SMTP_FROM   must be an e-mail address"));
        need(config, lines, "portal.base-url", "PORTAL_BASE_URL", "where the clients' pages live, with https")
                .filter(Predicate.not(Settings::isHttps))
                .ifPresent(url -> lines.add("PORTAL_BASE_URL   must be an https address: login links begin with it"));
        get(config, "portal.staff-url")
                .filter(Predicate.not(Settings::isHttps))
                .ifPresent(url -> lines.add("PORTAL_STAFF_URL   must be an https address: login links begin with it"));
        need(
                        config,
                        lines,
                        "portal.keys-file",
                        "PORTAL_KEYS_FILE",
                        "a private JWK set; make one with: ./portal keys FILE")
                .filter(file -> !Files.isReadable(Path.of(file)))
                .ifPresent(file ->
                        lines.add("PORTAL_KEYS_FILE   names %s, which cannot be read; make one with: ./portal keys FILE"
                                .formatted(file)));
        if (get(config, "portal.smtp.user").isPresent()
                != get(config, "portal.smtp.password").isPresent()) {
            lines.add("PORTAL_SMTP_USER, PORTAL_SMTP_PASSWORD   go together");
        }
        get(config, "portal.platform-key")
                .filter(key -> key.length() < SHORTEST_KEY)
                .ifPresent(
                        key -> lines.add("PORTAL_PLATFORM_KEY   must have at least 32 characters, chosen at random"));
        // A blank one would switch off the default behind it: of the trusted proxies, say.
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("PORTAL_") && value.isBlank()) {
                lines.add("%s   is there but blank: give it a value, or leave it out".formatted(name));
            }
        });
        return lines;
    }

    /** The clinic's own pages may call without being named a second time; Quarkus' CORS filter is told so. */
    public static void allowOwnPages() {
        Config config = ConfigProvider.getConfig();
        var origins = new LinkedHashSet<String>();
        get(config, "portal.cors.origins").ifPresent(list -> origins.addAll(List.of(list.split("\\s*,\\s*"))));
        get(config, "portal.base-url").ifPresent(url -> origins.add(originOf(URI.create(url))));
        get(config, "portal.staff-url").ifPresent(url -> origins.add(originOf(URI.create(url))));
        System.setProperty("quarkus.http.cors.origins", String.join(",", origins));
    }

    /** Below the clients' pages, unless configured. */
    static URI staffUrl(URI baseUrl) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/staff");
    }

    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static Optional<String> need(Config config, List<String> lines, String name, String env, String what) {
        var value = get(config, name);
        if (value.isEmpty()) {
            lines.add("%s   %s".formatted(env, what));
        }
        return value;
    }

    private static Optional<String> get(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    private static boolean isHttps(@Nullable String url) {
        try {
            URI uri = URI.create(String.valueOf(url));
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
