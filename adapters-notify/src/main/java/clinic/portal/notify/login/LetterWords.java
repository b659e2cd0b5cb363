package clinic.portal.notify.login;

import clinic.portal.core.login.LoginLetter;
import clinic.portal.notify.shared.Letterhead;
import clinic.portal.notify.shared.OneLine;
import clinic.portal.notify.shared.Words;
import java.util.List;
import java.util.Locale;

/** Finds the words of one letter: in the reader's language, else the clinic's, else English. */
final class LetterWords {
    private final LoginLetter letter;
    private final List<Locale> wished;
    private final Words words;
    private final String prefix;

    LetterWords(LoginLetter letter, boolean staff) {
        this.letter = letter;
        this.wished = List.of(letter.locale(), letter.clinic().locale());
        this.words = Words.of("login", wished);
        this.prefix = staff ? "staff." : "";
    }

    LetterPage page() {
        return new LetterPage(
                Letterhead.of(letter.clinic(), letter.name(), wished),
                say(prefix + "subject"),
                say("preheader"),
                say(prefix + "intro"),
                say("button"),
                letter.link().toString(),
                say("code"),
                letter.code(),
                say("expiry"),
                say("ignore"));
    }

    String sms(String clinicName) {
        return words.say(prefix + "sms", clinicName, letter.code(), minutes());
    }

    String clinicName() {
        return OneLine.of(letter.clinic().name());
    }

    private String say(String key) {
        return words.say(key, clinicName(), minutes());
    }

    private String minutes() {
        return String.valueOf(letter.life().toMinutes());
    }
}
