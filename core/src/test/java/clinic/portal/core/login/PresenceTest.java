package clinic.portal.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.staff.Member;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private final World world = Fixtures.glow();
    private final Presence presence = new Presence(world.sessions, world.office.keys);
    private final Viewer.Member olga = logIn(world.olga);
    private final Viewer.Member rita = logIn(world.rita);

    @Test
    void whoseSessionGoesOnStays() {
        assertThat(still(Right.APPOINTMENTS_READ, olga, rita)).containsExactlyInAnyOrder(olga, rita);
    }

    @Test
    void whoLoggedOutGoes() {
        world.sessions.end(world.glow.id(), rita.session(), End.LOGGED_OUT);

        assertThat(still(Right.APPOINTMENTS_READ, olga, rita)).containsExactly(olga);
    }

    /** She opened a second stream after her role had changed. */
    @Test
    void whoLooksOnTwiceStaysTwice() {
        var before = new Viewer.Member(olga.clinic(), olga.member(), olga.session(), Role.PRACTITIONER, false);

        assertThat(still(Right.APPOINTMENTS_READ, olga, before, rita)).containsExactlyInAnyOrder(olga, before, rita);
    }

    /** Rita is at the reception. */
    @Test
    void whoseRoleDoesNotIncludeItGoes() {
        assertThat(still(Right.SETTINGS_WRITE, olga, rita)).containsExactly(olga);
    }

    @Test
    void aProgramStaysWhileItsKeyIsGoodForIt() {
        var made = world.office.ring.make(olga, "Phone", Set.of(Right.APPOINTMENTS_READ), null);
        var program =
                world.office.door.recognise(world.glow.id(), made.secret()).orElseThrow();

        assertThat(still(Right.APPOINTMENTS_READ, program, olga)).containsExactlyInAnyOrder(program, olga);
        assertThat(still(Right.APPOINTMENTS_WRITE, program)).isEmpty();

        world.office.ring.revoke(olga, program.key());
        assertThat(still(Right.APPOINTMENTS_READ, program, olga)).containsExactly(olga);
    }

    private Set<Viewer.Staff> still(Right right, Viewer.Staff... viewers) {
        return presence.stillIn(world.glow.id(), Set.of(viewers), right);
    }

    private Viewer.Member logIn(Member member) {
        var id = new SessionId(world.ids.next());
        var day = Duration.ofDays(1);
        var session = world.sessions.open(
                world.glow.id(),
                id,
                new Subject.OfStaff(member.id(), member.role()),
                id.toString().getBytes(StandardCharsets.UTF_8),
                day,
                day);
        return (Viewer.Member) session.viewer();
    }
}
