package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.NoSuchThing;
import org.junit.jupiter.api.Test;

class MyCalendarFileTest {
    private final World world = Fixtures.glow();
    private final AppointmentId thursday = new AppointmentId(uuid(1003));

    @Test
    void theFileHoldsTheAppointmentAsAClientWantsToFindIt() {
        assertThat(world.desk.myCalendarFile.write(world.asAda(), thursday)).isEqualTo("""
                        Clinic glow
                        %s #1 confirmed | Facial, Clinic glow | 1 High Street, London | Dr Iris Lane | \
                        2026-06-18T11:00:00Z to 2026-06-18T12:00:00Z | 2026-06-16T11:00:00Z
                        """.formatted(uuid(1003)));
    }

    @Test
    void aChangedAppointmentIsTheSameEntryAgain() {
        world.desk.myChanges.cancel(world.asAda(), thursday, null);

        assertThat(world.desk.myCalendarFile.write(world.asAda(), thursday)).contains(uuid(1003) + " #2 cancelled");
    }

    @Test
    void othersAppointmentsAreNotThere() {
        assertThatThrownBy(() -> world.desk.myCalendarFile.write(world.asBen(), thursday))
                .isInstanceOf(NoSuchThing.class);
    }
}
