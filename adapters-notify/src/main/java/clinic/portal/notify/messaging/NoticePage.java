package clinic.portal.notify.messaging;

import clinic.portal.notify.shared.HeadedPage;
import clinic.portal.notify.shared.Letterhead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice, worded: what the templates {@code messaging/notice.*} put in their places. Public, because templates reach
 * it by reflection.
 *
 * @param preheader opens the letter, too
 * @param calendar what the attached file does
 * @param further how to change it, or what else there is to do
 */
public record NoticePage(
        Letterhead head,
        String subject,
        String preheader,
        List<Fact> facts,
        String calendar,
        String further,
        @Nullable String link,
        String button,
        String ignore)
        implements HeadedPage {
    /** As in "When" and the time. */
    public record Fact(String name, String value) {}

    @Override
    public String toString() {
        return "NoticePage[" + head.language() + "]";
    }
}
