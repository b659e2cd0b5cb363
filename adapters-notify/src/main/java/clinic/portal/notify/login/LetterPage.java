package clinic.portal.notify.login;

import clinic.portal.notify.shared.HeadedPage;
import clinic.portal.notify.shared.Letterhead;

/**
 * A login message, worded: what the templates under {@code login/} put in their places. Public, because templates
 * reach it by reflection.
 */
public record LetterPage(
        Letterhead head,
        String subject,
        String preheader,
        String intro,
        String button,
        String link,
        String codeIntro,
        String code,
        String expiry,
        String ignore)
        implements HeadedPage {
    @Override
    public String toString() {
        return "LetterPage[" + head.language() + "]";
    }
}
