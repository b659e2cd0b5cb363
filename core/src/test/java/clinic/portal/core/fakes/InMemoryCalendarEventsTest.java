package clinic.portal.core.fakes;

import clinic.portal.core.calendar.CalendarEvent.Change;
import clinic.portal.core.calendar.CalendarEvents;
import clinic.portal.core.calendar.CalendarTicks;
import clinic.portal.core.contracts.CalendarEventsContract;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.util.UUID;

class InMemoryCalendarEventsTest extends CalendarEventsContract {
    private final InMemoryCalendarEvents events = new InMemoryCalendarEvents();
    private final ClinicId clinic = new ClinicId(UUID.randomUUID());
    private final ClinicId otherClinic = new ClinicId(UUID.randomUUID());

    @Override
    protected CalendarEvents events() {
        return events;
    }

    @Override
    protected CalendarTicks ticks() {
        return events;
    }

    @Override
    protected ClinicId clinic() {
        return clinic;
    }

    @Override
    protected ClinicId otherClinic() {
        return otherClinic;
    }

    @Override
    protected AppointmentId booked(ClinicId where) {
        var id = new AppointmentId(UUID.randomUUID());
        events.happen(where, id, Change.BOOKED);
        return id;
    }

    @Override
    protected long begin() {
        return events.begin();
    }

    @Override
    protected void cancelIn(long transaction, ClinicId where, AppointmentId appointment) {
        events.commit(transaction, where, appointment, Change.CANCELLED);
    }

    @Override
    protected void settle() {}
}
