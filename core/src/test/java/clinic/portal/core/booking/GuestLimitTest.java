package clinic.portal.core.booking;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Throttled;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuestLimitTest {
    private final World world = Fixtures.glow();

    @Test
    void fiveAnHourAreAdmittedByOneAddress() {
        for (int number = 1; number <= 5; number++) {
            admit("dora@example.com", "0770090000" + number);
        }

        assertThatThrownBy(() -> admit(" Dora@Example.com ", "07700900006"))
                .asInstanceOf(type(Throttled.class))
                .returns(Duration.ofHours(1), Throttled::retryAfter);
    }

    @Test
    void fiveAnHourAreAdmittedByOneNumberHoweverItIsSpaced() {
        for (int number = 1; number <= 5; number++) {
            admit("dora" + number + "@example.com", "07700 900001");
        }

        assertThatThrownBy(() -> admit("dora6@example.com", "(07700) 900-001")).isInstanceOf(Throttled.class);
    }

    @Test
    void theSameNumberTypedOtherwiseIsTheSame() {
        for (int number = 1; number <= 5; number++) {
            admit("dora%d@example.com".formatted(number), "07700 900001");
        }

        assertThatThrownBy(() -> admit("dora6@example.com", "+44 7700 900001")).isInstanceOf(Throttled.class);
    }

    @Test
    void afterAnHourItIsAllowedAgain() {
        for (int number = 1; number <= 5; number++) {
            admit("dora@example.com", "07700900001");
        }
        world.clock.elapse(Duration.ofHours(1));

        assertThatCode(() -> admit("dora@example.com", "07700900001")).doesNotThrowAnyException();
    }

    @Test
    void eachClinicCountsForItself() {
        for (int number = 1; number <= 5; number++) {
            admit("dora@example.com", "07700900001");
        }

        assertThatCode(() -> world.desk.guestLimit.admit(
                        world.calm.id(), new Guest("Dora", "dora@example.com", "07700900001")))
                .doesNotThrowAnyException();
    }

    private void admit(String email, String phone) {
        world.desk.guestLimit.admit(world.glow.id(), new Guest("Dora", email, phone));
    }
}
