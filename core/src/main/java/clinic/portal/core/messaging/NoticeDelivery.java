package clinic.portal.core.messaging;

import clinic.portal.core.shared.ClinicId;

/** Carries one notice from the queue to the far end: two short transactions with the network between them (SECURITY B37). */
public final class NoticeDelivery {
    private final Notices notices;
    private final NoticeSender sender;

    public NoticeDelivery(Notices notices, NoticeSender sender) {
        this.notices = notices;
        this.sender = sender;
    }

    /** @return whether to call again later */
    public boolean deliver(ClinicId clinic, Notice notice) {
        return notices.prepare(clinic, notice)
                .map(letter -> notices.conclude(clinic, letter, sender.send(letter)))
                .orElse(false);
    }
}
