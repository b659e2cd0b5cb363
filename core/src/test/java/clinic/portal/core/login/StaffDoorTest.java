package clinic.portal.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffDoorTest {
    private final World world = Fixtures.glow();

    @Test
    void whoWorksAtSeveralClinicsGetsALinkOfEach() {
        world.members.put(world.calm.id(), Fixtures.aMember(202, "Olga", Role.MANAGER));

        world.staffDoor.askAnywhere(" OLGA@staff.example.com ");

        assertThat(world.sender.letters())
                .extracting(letter -> letter.clinic().slug())
                .containsExactlyInAnyOrder(world.glow.slug(), world.calm.slug());
    }

    @Test
    void forTheUnknownThereIsAJobToo() {
        world.staffDoor.askAnywhere("nobody@example.com");

        assertThat(world.rounds.rounds()).hasSize(1);
        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void aClientIsNotOfTheStaff() {
        world.staffDoor.askAnywhere(String.valueOf(world.ada.email().value()));

        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void goingRoundTwiceSendsOnce() {
        world.staffDoor.askAnywhere("olga@staff.example.com");
        var round = world.rounds.rounds().getFirst();

        world.staffDoor.goRound(round.sealed(), round.askedAt());

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void aRoundThatNobodyWaitsForAnyMoreIsNotMade() {
        world.staffDoor.askAnywhere("nobody@example.com");
        var round = world.rounds.rounds().getFirst();
        byte[] ofOlga = world.secrets.seal("olga@staff.example.com", "staff-login-anywhere");
        world.clock.elapse(Duration.ofMinutes(11));

        world.staffDoor.goRound(ofOlga, round.askedAt());

        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsToldSo() {
        assertThatThrownBy(() -> world.staffDoor.askAnywhere("nobody")).isInstanceOf(Invalid.class);
    }

    @Test
    void whatCannotBeReadIsRefusedWhetherThereIsSuchAClinicOrNot() {
        for (var claim : List.of(new Claim("nobody", null), new Claim(null, "+12"))) {
            assertThatThrownBy(() -> world.staffDoor.askAt(() -> Optional.of(world.glow.id()), claim))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> world.staffDoor.askAt(Optional::empty, claim))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aNumberThatOnlyTheClinicsCountryMakesUnreadableTellsOfNoClinic() {
        var claim = new Claim(null, "12");

        world.staffDoor.askAt(Optional::empty, claim);
        world.staffDoor.askAt(() -> Optional.of(world.glow.id()), claim);

        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void whoSaysAtWhichClinicGetsItsLink() {
        world.staffDoor.askAt(() -> Optional.of(world.glow.id()), new Claim("olga@staff.example.com", null));

        assertThat(world.sender.letters()).hasSize(1);
    }

    @Test
    void theJobDoesNotHoldTheAddressBare() {
        world.staffDoor.askAnywhere("olga@staff.example.com");

        // The fake seals by a label; what matters is that it was sealed, and for this.
        assertThat(new String(world.rounds.rounds().getFirst().sealed(), StandardCharsets.UTF_8))
                .startsWith("sealed for staff-login-anywhere");
    }
}
