package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;

/** Carries one link from the queue to the far end: two short transactions with the network between them (SECURITY B37). */
public final class LinkDelivery {
    private final LoginLinks links;
    private final LinkSender sender;

    public LinkDelivery(LoginLinks links, LinkSender sender) {
        this.links = links;
        this.sender = sender;
    }

    /** @return whether to call again later */
    public boolean deliver(ClinicId clinic, LinkId link) {
        return links.prepare(clinic, link)
                .map(letter -> links.conclude(clinic, link, sender.send(letter)))
                .orElse(false);
    }
}
