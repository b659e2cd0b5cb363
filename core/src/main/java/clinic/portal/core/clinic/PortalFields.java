package clinic.portal.core.clinic;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a portal's settings may be, one by one. */
final class PortalFields {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** As the time zone database names places. Java's further names (SystemV/AST4, say) mean nothing to others. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_+/-]+|UTC");

    private static final int LONGEST_URL = 2_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Of UN M.49, those that languages are written for: the world, Europe, Latin America. */
    private static final Set<String> AREAS = Set.of("001", "150", "419");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    /** Not metals, test codes and the like, which have no smallest unit. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

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

    static Optional<ZoneId> zone(String typed) {
        return PLACE.matcher(typed).matches() && ZoneId.getAvailableZoneIds().contains(typed)
                ? Optional.of(ZoneId.of(typed))
                : Optional.empty();
    }

    /** A language, and perhaps a script and a region, all of which there are. */
    static Optional<Locale> locale(String typed) {
        try {
            Locale read = new Locale.Builder().setLanguageTag(typed).build();
            boolean right = LANGUAGES.contains(read.getLanguage())
                    && (read.getCountry().isEmpty()
                            || COUNTRIES.contains(read.getCountry())
                            || AREAS.contains(read.getCountry()))
                    && read.getVariant().isEmpty()
                    && !read.hasExtensions();
            return right ? Optional.of(read) : Optional.empty();
        } catch (IllformedLocaleException none) {
            return Optional.empty();
        }
    }

    static Optional<Currency> currency(String typed) {
        return CURRENCIES.contains(typed) ? Optional.of(Currency.getInstance(typed)) : Optional.empty();
    }

    static boolean isCountry(String typed) {
        return COUNTRIES.contains(typed);
    }
}
