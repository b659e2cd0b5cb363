package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.LiveSessions;
import clinic.portal.core.login.Session;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public abstract class LiveSessionsContract {
    protected abstract LiveSessions sessions();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** Of a member of {@link #clinic}'s staff. */
    protected abstract SessionId openedByMember();

    /** Of a client of {@link #clinic}. */
    protected abstract SessionId openedByClient();

    protected abstract void end(SessionId session);

    @Test
    void ofManySessionsThoseThatGoOnAreFound() {
        var one = openedByMember();
        var two = openedByMember();
        var over = openedByMember();
        end(over);

        assertThat(sessions().among(clinic(), Audience.STAFF, Set.of(one, two, over, new SessionId(UUID.randomUUID()))))
                .extracting(Session::id)
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void aSessionThatWasNotAskedForIsNotAmongThem() {
        var one = openedByMember();
        openedByMember();

        assertThat(sessions().among(clinic(), Audience.STAFF, Set.of(one)))
                .extracting(Session::id)
                .containsExactly(one);
    }

    @Test
    void theOtherDoorsAndTheOtherClinicsAreNotAmongThem() {
        var member = openedByMember();
        var client = openedByClient();

        assertThat(sessions().among(clinic(), Audience.STAFF, Set.of(client))).isEmpty();
        assertThat(sessions().among(clinic(), Audience.PORTAL, Set.of(member))).isEmpty();
        assertThat(sessions().among(otherClinic(), Audience.STAFF, Set.of(member)))
                .isEmpty();
    }
}
