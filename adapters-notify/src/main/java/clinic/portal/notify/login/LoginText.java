package clinic.portal.notify.login;

import clinic.portal.notify.messaging.Gsm7;
import java.net.URI;
import java.util.stream.Stream;

/**
 * The words of a login SMS, within the 160 characters of a single one where that can be done.
 *
 * <p>Its last line ties the code to our site ("domain-bound code": Android's WebOTP and iOS fill it in on that site
 * only, so not on a look-alike). Where it would cost a second SMS it is left out: phones still offer the code from the
 * first line, and the link needs no code.
 */
final class LoginText {
    private LoginText() {}

    static String compose(LetterWords words, URI link, String code) {
        String name = Gsm7.nearest(words.clinicName());
        String whole = words.sms(name) + "\n" + link;
        String bound = whole + "\n@" + link.getHost() + " #" + code;
        String brief = words.sms(Gsm7.shortened(name)) + "\n" + link;
        return Stream.of(bound, whole, brief).filter(Gsm7::fitsOne).findFirst().orElse(bound);
    }
}
