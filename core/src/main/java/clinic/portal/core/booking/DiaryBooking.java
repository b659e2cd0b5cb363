package clinic.portal.core.booking;

import clinic.portal.core.client.Clients;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The staff booking for a client: no notice, hours, grid or condition of the treatment binds them, but time that is taken
 * does, unless they say why not (PAINS 3).
 */
public class DiaryBooking {
    /** Whoever walked in and was treated at once is entered afterwards, the same day or the next morning. */
    public static final Duration AFTERWARDS = Duration.ofHours(24);

    private final Placing placing;
    private final AppointmentBook book;
    private final DiaryEntries entries;
    private final Clients clients;
    private final Ids ids;
    private final Clock clock;

    public DiaryBooking(
            Placing placing, AppointmentBook book, DiaryEntries entries, Clients clients, Ids ids, Clock clock) {
        this.placing = placing;
        this.book = book;
        this.entries = entries;
        this.clients = clients;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws NoSuchThing for a client, treatment or practitioner that the clinic does not have
     * @throws Invalid where it is to overbook, and nobody says whom
     * @throws SlotTaken where practitioner or room is not free, and it is not to overbook them
     * @throws SlotNotOffered where it began more than a day ago, the practitioner does not do it, or it is archived
     * @throws PackageNotUsable where the package has no session for it
     */
    public DiaryEntry book(Viewer.Staff viewer, ClientId client, Wish wish, Manner manner) {
        var clinic = viewer.may(Right.APPOINTMENTS_WRITE).clinic();
        if (manner.overbook() != null && wish.practitioner() == null) {
            throw new Invalid(List.of(
                    new Violation("/practitionerId", "required", "Say who is to be booked twice at that time.")));
        }
        if (clients.find(clinic, client).isEmpty()) {
            throw new NoSuchThing();
        }
        Instant now = clock.instant();
        var found = placing.anywhere(clinic, wish, null, now.minus(AFTERWARDS), manner.overbook());
        if (found.treatment().plan().archived()) {
            throw new SlotNotOffered();
        }
        var appointment = found.appointment(new AppointmentId(ids.next()), client, wish);
        // Nobody is told to come to what has begun.
        if (manner.tell() && found.place().startsAt().isAfter(now)) {
            book.enter(clinic, appointment, wish);
        } else {
            book.enterUntold(clinic, appointment, wish);
        }
        return entries.find(clinic, appointment.id()).orElseThrow(NoSuchThing::new);
    }

    /**
     * @param overbook why it shall be there even where somebody else has that time; absent where it shall not
     * @param tell whether the client is told of it
     */
    public record Manner(@Nullable String overbook, boolean tell) {}
}
