package clinic.portal.core.messaging;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * All that a notice says.
 *
 * @param locale the client's language; the clinic's, where they have none
 * @param portal the portal's front, where the appointment can be seen once logged in
 * @param writtenAt when this was put together
 */
public record NoticeLetter(
        NoticeId id,
        Clinic clinic,
        To to,
        String name,
        Locale locale,
        Change change,
        DiaryEntry appointment,
        URI portal,
        Instant writtenAt) {

    public sealed interface To {
        record Email(EmailAddress address) implements To {}

        record Phone(PhoneNumber number) implements To {}
    }

    @Override
    public String toString() {
        return "NoticeLetter[" + id.value() + "]";
    }
}
