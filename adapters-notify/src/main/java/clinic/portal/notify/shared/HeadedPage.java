package clinic.portal.notify.shared;

import org.jspecify.annotations.Nullable;

/**
 * What every letter's layout ({@code shared/letter.*}) asks of the page that it frames. Public, because templates reach
 * it by reflection.
 */
public interface HeadedPage {
    Letterhead head();

    String subject();

    /** What mailboxes show beside the subject, and phones on their locked screen: no more than a subject may say. */
    String preheader();

    /** Where the button leads; without it, there is no button. */
    @Nullable
    String link();

    String button();
}
