package clinic.portal.notify.messaging;

import clinic.portal.notify.shared.Templates;
import java.util.List;

/**
 * The demo's inbox as a page. It needs no script; its styles are inline, and mails are shown in frames that may run
 * nothing and lead nowhere.
 */
public final class DemoInboxPage {
    private final Templates templates;

    public DemoInboxPage(Templates templates) {
        this.templates = templates;
    }

    /** @param items newest first */
    public String page(List<InboxItem> items) {
        return templates.render("messaging/inbox.html", "items", items);
    }
}
