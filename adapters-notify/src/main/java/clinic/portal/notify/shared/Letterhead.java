package clinic.portal.notify.shared;

import clinic.portal.core.clinic.Clinic;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in every letter of a clinic to one reader. Public, because templates reach it by reflection.
 *
 * @param colour the clinic's, behind the button; {@code ink} is the text colour that can be read on it
 * @param logo over https only: anything else would be shown as insecure, or not at all
 * @param fallback what to do where the button does not work
 * @param contact how to reach the clinic, a line each
 */
public record Letterhead(
        String language,
        String clinic,
        String colour,
        String ink,
        @Nullable String logo,
        String greeting,
        String fallback,
        String contactIntro,
        List<String> contact) {
    /**
     * Names we greet by. Anybody can book as a guest in anybody's name; a "name" that is an advertisement must not go
     * out over the clinic's own signature.
     */
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\p{L})[\\p{L}\\p{M}'’. -]{1,60}");

    /** @param wished the reader's language first */
    public static Letterhead of(Clinic clinic, String reader, List<Locale> wished) {
        var words = Words.of("letter", wished);
        String clinicName = OneLine.of(clinic.name());
        return new Letterhead(
                words.locale().toLanguageTag(),
                clinicName,
                clinic.colour().hex(),
                clinic.colour().ink(),
                logo(clinic),
                greeting(words, OneLine.of(reader)),
                words.say("fallback"),
                words.say("contact", clinicName),
                contact(clinic.contact()));
    }

    private static String greeting(Words words, String name) {
        return NAME.matcher(name).matches() ? words.say("greeting", name) : words.say("greeting.nameless");
    }

    private static @Nullable String logo(Clinic clinic) {
        var logo = clinic.logo();
        return logo != null && "https".equalsIgnoreCase(logo.getScheme()) ? logo.toString() : null;
    }

    private static List<String> contact(Clinic.Contact contact) {
        return Stream.of(contact.phone(), contact.email(), contact.address())
                .map(OneLine::of)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "Letterhead[" + language + "]";
    }
}
