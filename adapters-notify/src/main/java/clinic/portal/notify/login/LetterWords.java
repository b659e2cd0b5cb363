package clinic.portal.notify.login;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.login.LoginLetter;
import clinic.portal.notify.shared.OneLine;
import clinic.portal.notify.shared.Words;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the words of one letter: in the reader's language, else the clinic's, else English. */
final class LetterWords {
    /**
     * Names we greet by. Anybody can book as a guest in anybody's name; a "name" that is an advertisement must not go
     * out over the clinic's own signature.
     */
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\p{L})[\\p{L}\\p{M}'’. -]{1,60}");

    private final LoginLetter letter;
    private final Clinic clinic;
    private final Words words;
    private final String prefix;

    LetterWords(LoginLetter letter, boolean staff) {
        this.letter = letter;
        this.clinic = letter.clinic();
        this.words = Words.of("login", List.of(letter.locale(), clinic.locale()));
        this.prefix = staff ? "staff." : "";
    }

    LetterPage page() {
        return new LetterPage(
                words.locale().toLanguageTag(),
                say(prefix + "subject"),
                clinicName(),
                clinic.colour().hex(),
                clinic.colour().ink(),
                logo(),
                say("preheader"),
                greeting(),
                say(prefix + "intro"),
                say("button"),
                letter.link().toString(),
                say("code"),
                letter.code(),
                say("expiry"),
                say("ignore"),
                say("fallback"),
                say("contact"),
                contact());
    }

    String sms(String clinicName) {
        return words.say(prefix + "sms", clinicName, letter.code(), minutes());
    }

    String clinicName() {
        return OneLine.of(clinic.name());
    }

    private String say(String key) {
        return words.say(key, clinicName(), minutes());
    }

    private String minutes() {
        return String.valueOf(letter.life().toMinutes());
    }

    private String greeting() {
        String name = OneLine.of(letter.name());
        return NAME.matcher(name).matches() ? words.say("greeting", name) : words.say("greeting.nameless");
    }

    private @Nullable String logo() {
        var logo = clinic.logo();
        return logo != null && "https".equalsIgnoreCase(logo.getScheme()) ? logo.toString() : null;
    }

    private List<String> contact() {
        var contact = clinic.contact();
        return Stream.of(contact.phone(), contact.email(), contact.address())
                .map(OneLine::of)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
