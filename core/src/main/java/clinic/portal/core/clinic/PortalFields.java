package clinic.portal.core.clinic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a portal's settings may be, one by one. */
final class PortalFields {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_URL = 2_000;

    private PortalFields() {}

    static Optional<BrandColour> colour(String typed) {
        return COLOUR.matcher(typed).matches()
                ? Optional.of(new BrandColour(typed.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** An https address with a host: it is put into pages and mails, where anything else would be a way in. */
    static Optional<URI> logo(String typed) {
        try {
            URI address = new URI(typed);
            boolean right = typed.length() <= LONGEST_URL
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && typed.chars().allMatch(each -> each < 0x80);
            return right ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
