package clinic.portal.core.messaging;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.shared.AppointmentId;

/**
 * Word to a client about one change of one appointment, by one channel.
 *
 * @param version of the appointment after the change
 */
public record Notice(AppointmentId appointment, Change change, int version, Channel channel) {
    public enum Channel {
        EMAIL,
        SMS
    }
}
