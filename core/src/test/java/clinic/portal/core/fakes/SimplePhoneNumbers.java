package clinic.portal.core.fakes;

import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows four countries, as far as tests need them. */
public final class SimplePhoneNumbers implements PhoneNumbers {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** @param trunk what a number typed without country code begins with, and loses */
    private record Country(String region, String prefix, String trunk, Pattern mobile) {}

    private static final List<Country> COUNTRIES = List.of(
            new Country("GB", "+44", "0", Pattern.compile("\\+447[0-9]{9}")),
            new Country("DE", "+49", "0", Pattern.compile("\\+491[567][0-9]{7,9}")),
            new Country("FR", "+33", "0", Pattern.compile("\\+33[67][0-9]{8}")),
            // Mobiles and landlines look the same here.
            new Country("US", "+1", "", Pattern.compile("\\+1[0-9]{10}")));

    @Override
    public Optional<PhoneNumber> read(String typed, String country) {
        String bare = typed.strip().replaceAll("[ ().-]", "");
        String full = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        return Optional.of(full.startsWith("+") ? full : international(full, country))
                .filter(number -> E164.matcher(number).matches())
                .map(PhoneNumber::new);
    }

    @Override
    public Facts factsOf(PhoneNumber number) {
        return COUNTRIES.stream()
                .filter(country -> number.value().startsWith(country.prefix))
                .findFirst()
                .map(country -> new Facts(
                        country.region, country.mobile.matcher(number.value()).matches()))
                .orElseGet(() -> new Facts("", false));
    }

    private static String international(String national, String region) {
        return COUNTRIES.stream()
                .filter(country -> country.region.equals(region) && national.startsWith(country.trunk))
                .findFirst()
                .map(country -> country.prefix + national.substring(country.trunk.length()))
                .orElse("");
    }
}
