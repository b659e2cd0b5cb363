package clinic.portal.app.shared;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a deployment must say before it may start, checked at once and named all together. */
public final class Settings {
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
        need(config, lines, "portal.smtp.from", "PORTAL_SMTP_FROM", "the sender's address");
        need(config, lines, "portal.base-url", "PORTAL_BASE_URL", "where the clients' pages live, with https")
                .filter(url -> !isHttps(url))
                .ifPresent(url -> lines.add("PORTAL_BASE_URL   must be an https address: login links begin with it"));
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
        return lines;
    }

    private static Optional<String> need(Config config, List<String> lines, String name, String env, String what) {
        var value = config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            lines.add("%s   %s".formatted(env, what));
        }
        return value;
    }

    private static boolean isHttps(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
