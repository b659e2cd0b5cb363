package clinic.portal.app.shared;

import clinic.portal.core.login.LinkLimits;
import clinic.portal.notify.messaging.SmtpSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All that is ours to configure; the README's table explains each. */
@ConfigMapping(prefix = "portal")
public interface PortalConfig {
    /** Where the clients' pages live; login links begin with it. */
    URI baseUrl();

    /** Where the staff's pages live; {@code /staff} below the clients' unless said otherwise. */
    Optional<URI> staffUrl();

    /** The private JWK set: EC P-256 keys that sign access tokens, oct keys that seal; the first of each is in use. */
    Path keysFile();

    /** Whoever has it opens clinics; without it nobody does. */
    Optional<String> platformKey();

    Smtp smtp();

    Twilio twilio();

    Limits limits();

    Jobs jobs();

    Calendar calendar();

    interface Smtp {
        @WithDefault("localhost")
        String host();

        @WithDefault("587")
        int port();

        Optional<String> user();

        Optional<String> password();

        /** The sender's address; the clinic's name stands before it. */
        String from();

        @WithDefault("STARTTLS")
        SmtpSettings.Security tls();

        @WithDefault("PT8S")
        Duration timeout();
    }

    interface Twilio {
        Optional<String> accountSid();

        Optional<String> authToken();

        /** The number or messaging service the texts come from. */
        Optional<String> from();

        @WithDefault("https://api.twilio.com")
        URI baseUrl();

        @WithDefault("PT8S")
        Duration timeout();
    }

    /** SECURITY S9. */
    interface Limits {
        @WithDefault("1")
        int linksPerMinute();

        @WithDefault("5")
        int linksPerHour();

        @WithDefault("200")
        int smsPerDay();

        default LinkLimits links() {
            return new LinkLimits(linksPerMinute(), linksPerHour(), smsPerDay());
        }
    }

    interface Jobs {
        /** How often each instance looks for work. */
        @WithDefault("PT0.5S")
        Duration poll();

        @WithDefault("4")
        int threads();
    }

    /** The live calendar. */
    interface Calendar {
        /** How often each instance looks whether something happened, while anybody follows. */
        @WithDefault("PT0.25S")
        Duration poll();

        @WithDefault("PT15S")
        Duration heartbeat();

        /** Open at once, for one member of staff or one API key. */
        @WithDefault("20")
        int streamsEach();

        /** Open at once on one instance. */
        @WithDefault("5000")
        int streams();
    }
}
