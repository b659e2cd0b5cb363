package clinic.portal.core.clinic;

import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a clinic is and how it writes, read from the codes that standards give them. */
public final class Regional {
    // The IANA's areas of places: other names that the JDK knows are old ones, and not every database knows them.
    private static final Pattern PLACE = Pattern.compile(
            "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z0-9_+/-]+");

    private static final Set<String> LANGUAGES = Stream.concat(
                    Stream.of(Locale.getISOLanguages()),
                    Locale.availableLocales().map(Locale::getLanguage))
            // That of the root, which is no language: und.
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES =
            Stream.of(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

    /** Of UN M.49, those that languages are written for: the world, Europe, Latin America. */
    private static final Set<String> AREAS = Set.of("001", "150", "419");

    private Regional() {}

    /** @param name as the IANA calls it, such as {@code Europe/London}, or {@code UTC} */
    public static Optional<ZoneId> zone(String name) {
        boolean known = name.equals("UTC")
                || (PLACE.matcher(name).matches()
                        && ZoneId.getAvailableZoneIds().contains(name));
        return known ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** @param tag of BCP 47; language and region must be ones that exist */
    public static Optional<Locale> locale(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            // Some variants are written back as something else than they were read from.
            boolean known = locale.getVariant().isEmpty()
                    && !locale.hasExtensions()
                    && LANGUAGES.contains(locale.getLanguage())
                    && (locale.getCountry().isEmpty()
                            || COUNTRIES.contains(locale.getCountry())
                            || AREAS.contains(locale.getCountry()));
            return known ? Optional.of(locale) : Optional.empty();
        } catch (IllformedLocaleException nonsense) {
            return Optional.empty();
        }
    }

    /** @param code of ISO 4217; what people cannot pay with, such as gold, is none */
    public static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** @param code ISO 3166 alpha-2 */
    public static Optional<String> country(String code) {
        return COUNTRIES.contains(code) ? Optional.of(code) : Optional.empty();
    }
}
