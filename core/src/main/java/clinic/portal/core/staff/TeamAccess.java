package clinic.portal.core.staff;

import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import java.time.Clock;

/** Takes from members of staff what lets them in. */
public class TeamAccess {
    private final Members members;
    private final StaffAccess access;
    private final SecondFactors factors;
    private final FeedKeys feeds;
    private final Clock clock;

    public TeamAccess(Members members, StaffAccess access, SecondFactors factors, FeedKeys feeds, Clock clock) {
        this.members = members;
        this.access = access;
        this.factors = factors;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** Ends all their access at once, to their calendar too; of who has left already, nothing changes. */
    public Member deactivate(Viewer.Member viewer, StaffId id) {
        var clinic = viewer.may(Right.TEAM_WRITE).clinic();
        var acting = Team.acting(members, viewer);
        var before = members.find(clinic, id).orElseThrow(NoSuchThing::new);
        if (before.hasLeft()) {
            return before;
        }
        acting.mayMake(before, before.role());
        Team.requireAnotherOwner(members, clinic, before);
        var after = before.leaving(clock.instant()).withoutSecondFactor();
        // Links first: whoever logs in has theirs when they come to the member.
        access.voidLinks(clinic, id);
        if (!members.replace(clinic, after)) {
            throw new Outdated();
        }
        factors.remove(clinic, id);
        access.endSessions(clinic, id, null, End.DEACTIVATED);
        var practitioner = before.plan().practitioner();
        if (practitioner != null) {
            feeds.remove(clinic, practitioner);
        }
        return after;
    }

    /** For a colleague who has lost their phone and their recovery codes. Whoever did it for them, they log in anew. */
    public Member resetSecondFactor(Viewer.Member viewer, StaffId id) {
        var clinic = viewer.may(Right.TEAM_WRITE).clinic();
        var acting = Team.acting(members, viewer);
        var member = Team.working(members, clinic, id);
        if (id.equals(viewer.member())) {
            throw new OwnSecondFactorOnly();
        }
        acting.mayMake(member, member.role());
        if (factors.remove(clinic, id)) {
            access.endSessions(clinic, id, null, End.SECOND_FACTOR);
        }
        return member.withoutSecondFactor();
    }
}
