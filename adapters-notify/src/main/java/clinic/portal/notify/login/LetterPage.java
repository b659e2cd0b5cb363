package clinic.portal.notify.login;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login message, worded: what the templates under {@code login/} put in their places. Public, because templates
 * reach it by reflection.
 *
 * @param colour the clinic's, behind the button; {@code ink} is the text colour that can be read on it
 * @param logo over https only: anything else would be shown as insecure, or not at all
 * @param contact how to reach the clinic, a line each
 */
public record LetterPage(
        String language,
        String subject,
        String clinic,
        String colour,
        String ink,
        @Nullable String logo,
        String preheader,
        String greeting,
        String intro,
        String button,
        String link,
        String codeIntro,
        String code,
        String expiry,
        String ignore,
        String fallback,
        String contactIntro,
        List<String> contact) {
    @Override
    public String toString() {
        return "LetterPage[" + language + "]";
    }
}
