package clinic.portal.core.messaging;

import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.messaging.NoticeLetter.To;
import clinic.portal.core.messaging.NoticeLog.Line;
import clinic.portal.core.messaging.NoticeLog.Outcome;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telling clients of changes to their appointments; the state of things is looked at again when a notice is sent (PAINS 16). */
public class Notices {
    /** Who has not heard by then has noticed otherwise. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final NoticeLog log;
    private final DiaryEntries diary;
    private final Contacts contacts;
    private final Clinics clinics;
    private final NoticeRules rules;
    private final PortalAddresses addresses;
    private final Ids ids;
    private final Clock clock;

    public Notices(
            NoticeLog log,
            DiaryEntries diary,
            Contacts contacts,
            Clinics clinics,
            NoticeRules rules,
            PortalAddresses addresses,
            Ids ids,
            Clock clock) {
        this.log = log;
        this.diary = diary;
        this.contacts = contacts;
        this.clinics = clinics;
        this.rules = rules;
        this.addresses = addresses;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing where it has been sent, or there is nothing to say any more, or nobody to say it to. */
    public Optional<NoticeLetter> prepare(ClinicId clinic, Notice notice) {
        return diary.find(clinic, notice.appointment()).flatMap(entry -> {
            var client = new ClientId(entry.client().id());
            Line line = log.open(clinic, notice, client, new NoticeId(ids.next()));
            return line.settled() ? Optional.empty() : letter(clinic, notice, entry, client, line);
        });
    }

    /** @return whether to try again later */
    public boolean conclude(ClinicId clinic, NoticeLetter letter, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent sent -> settle(clinic, letter.id(), Outcome.SENT, "", sent.reference());
            case Delivery.Unknown unknown -> settle(clinic, letter.id(), Outcome.UNKNOWN, unknown.reason(), null);
            case Delivery.Rejected rejected -> settle(clinic, letter.id(), Outcome.REJECTED, rejected.reason(), null);
            case Delivery.TryLater later -> true;
        };
    }

    private Optional<NoticeLetter> letter(
            ClinicId clinicId, Notice notice, DiaryEntry entry, ClientId client, Line line) {
        if (line.age().compareTo(PATIENCE) > 0) {
            settle(clinicId, line.id(), Outcome.GAVE_UP, "not sent within a day", null);
            return Optional.empty();
        }
        if (rules.overtaken(notice, entry, clock.instant())) {
            settle(clinicId, line.id(), Outcome.HELD_BACK, "overtaken", null);
            return Optional.empty();
        }
        var clinic = clinics.find(clinicId).orElseThrow();
        var contact = contacts.find(clinicId, client);
        Optional<To> to =
                contact.flatMap(known -> rules.to(notice.channel(), clinic, known, () -> log.smsLastDay(clinicId)));
        if (contact.isEmpty() || to.isEmpty()) {
            settle(clinicId, line.id(), Outcome.HELD_BACK, "nobody to send it to", null);
            return Optional.empty();
        }
        return Optional.of(new NoticeLetter(
                line.id(),
                clinic,
                to.get(),
                contact.get().name(),
                contact.get().locale(),
                notice.change(),
                entry,
                addresses.front(clinic.slug()),
                clock.instant()));
    }

    private boolean settle(ClinicId clinic, NoticeId id, Outcome outcome, String reason, @Nullable String reference) {
        log.settle(clinic, id, outcome, reason, reference);
        return false;
    }
}
