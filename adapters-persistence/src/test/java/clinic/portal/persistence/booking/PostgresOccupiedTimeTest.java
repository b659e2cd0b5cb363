package clinic.portal.persistence.booking;

import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.catalogue.Room;
import clinic.portal.core.catalogue.Rooms;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.contracts.OccupiedTimeContract;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresOccupiedTimeTest extends OccupiedTimeContract {
    private final SampleDiary diary = new SampleDiary();
    private final SampleClinic elsewhere = new SampleClinic();

    @Inject
    Tenant tenant;

    @Inject
    Appointments appointments;

    @Inject
    Holds holds;

    @Inject
    TimesOff timesOff;

    @Inject
    Schedules schedules;

    @Inject
    Practitioners practitioners;

    @Inject
    Rooms rooms;

    private Practitioner iris;
    private Practitioner noor;
    private Room room;

    @BeforeEach
    void find() {
        var laser = diary.room("laser");
        var other = diary.practitioner("Iris");
        noor = tenant.in(clinic(), () -> practitioners.find(clinic(), diary.ada))
                .orElseThrow();
        iris = tenant.in(clinic(), () -> practitioners.find(clinic(), other)).orElseThrow();
        room = tenant.in(clinic(), () -> rooms.find(clinic(), laser)).orElseThrow();
    }

    @Override
    protected Appointments appointments() {
        return tenant.each(Appointments.class, appointments);
    }

    @Override
    protected Holds holds() {
        return tenant.each(Holds.class, holds);
    }

    @Override
    protected TimesOff timesOff() {
        return tenant.each(TimesOff.class, timesOff);
    }

    @Override
    protected Schedules schedules() {
        return tenant.each(Schedules.class, schedules);
    }

    @Override
    protected ClinicId clinic() {
        return diary.clinic.id;
    }

    @Override
    protected ClinicId otherClinic() {
        return elsewhere.id;
    }

    @Override
    protected ClientId client() {
        return diary.client;
    }

    @Override
    protected Treatment treatment() {
        return tenant.in(clinic(), () -> schedules.read(clinic(), diary.seeing(null, null)))
                .map(Schedule::treatment)
                .orElseThrow();
    }

    @Override
    protected Practitioner noor() {
        return noor;
    }

    @Override
    protected Practitioner iris() {
        return iris;
    }

    @Override
    protected Room room() {
        return room;
    }

    @Override
    protected void elapse(Duration time) {
        for (String table : new String[] {"holds", "occupied_time"}) {
            SampleClinic.run(
                    "update %s set expires_at = expires_at - ?::interval where clinic_id = ?".formatted(table),
                    time.toString(),
                    clinic().value());
        }
    }
}
