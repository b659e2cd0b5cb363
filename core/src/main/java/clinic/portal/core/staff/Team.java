package clinic.portal.core.staff;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Claim;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.RoleNotAllowed;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.core.staff.Member.Plan;

/** Who works at the clinic, and as what. */
public class Team {
    private final Members members;
    private final MemberDrafts drafts;
    private final StaffAccess access;
    private final LoginLinks links;
    private final Ids ids;

    public Team(Members members, MemberDrafts drafts, StaffAccess access, LoginLinks links, Ids ids) {
        this.members = members;
        this.drafts = drafts;
        this.access = access;
        this.links = links;
        this.ids = ids;
    }

    /** @param left those who have left, instead of those who work here */
    public Page<Member> list(Viewer.Staff viewer, boolean left, PageRequest page) {
        return members.list(viewer.may(Right.TEAM_READ).clinic(), left, page);
    }

    public Member show(Viewer.Staff viewer, StaffId id) {
        return members.find(viewer.may(Right.TEAM_READ).clinic(), id).orElseThrow(NoSuchThing::new);
    }

    /** Adds somebody, and sends them a link at once. Who has left may come back, as somebody new. */
    public Member invite(Viewer.Member viewer, MemberDraft draft) {
        var clinic = viewer.may(Right.TEAM_WRITE).clinic();
        var plan = drafts.read(clinic, draft);
        acting(members, viewer).mayMake(null, plan.role());
        var invited = Member.invited(new StaffId(ids.next()), plan);
        requireFree(clinic, invited.id(), plan);
        members.add(clinic, invited);
        links.ask(clinic, Audience.STAFF, new Claim(plan.email().value(), null));
        return invited;
    }

    /**
     * @param version the one that the caller has read
     * @throws Outdated where it is no longer that
     */
    public Member change(Viewer.Member viewer, StaffId id, int version, MemberDraft draft) {
        var clinic = viewer.may(Right.TEAM_WRITE).clinic();
        var acting = acting(members, viewer);
        var before = working(members, clinic, id);
        if (before.version() != version) {
            throw new Outdated();
        }
        var plan = drafts.read(clinic, draft);
        acting.mayChange(before, plan.role());
        if (plan.role() != before.role()) {
            requireAnotherOwner(members, clinic, before);
        }
        requireFree(clinic, id, plan);
        var after = before.changed(plan);
        if (after.isReachedOtherwiseThan(before)) {
            // First, as whoever logs in has theirs when they come to the member.
            access.voidLinks(clinic, id);
        }
        if (!members.replace(clinic, after)) {
            throw new Outdated();
        }
        if (after.role() != before.role()) {
            access.endPreviews(clinic, id, End.ROLE_CHANGED);
        }
        return after;
    }

    /** Sends them a link, as if they had asked for it: their own limits hold. */
    public void sendLink(Viewer.Member viewer, StaffId id) {
        var clinic = viewer.may(Right.TEAM_WRITE).clinic();
        var member = working(members, clinic, id);
        links.ask(clinic, Audience.STAFF, new Claim(member.email().value(), null));
    }

    private void requireFree(ClinicId clinic, StaffId besides, Plan plan) {
        members.taken(clinic, besides, plan).stream().sorted().findFirst().ifPresent(what -> {
            throw new MemberTaken(what);
        });
    }

    /**
     * Whoever is changing the team, as they are now that nobody else is: a role taken from them a moment ago is gone, though
     * their session may be known from before.
     */
    static Member acting(Members members, Viewer.Member viewer) {
        members.lockTeam(viewer.clinic());
        return members.find(viewer.clinic(), viewer.member())
                .filter(member -> !member.hasLeft() && Right.TEAM_WRITE.isOf(member.role()))
                .orElseThrow(RoleNotAllowed::new);
    }

    static Member working(Members members, ClinicId clinic, StaffId id) {
        var member = members.find(clinic, id).orElseThrow(NoSuchThing::new);
        if (member.hasLeft()) {
            throw new MemberLeft();
        }
        return member;
    }

    /** To be asked under the team's lock, or two owners could each take the role from the other. */
    static void requireAnotherOwner(Members members, ClinicId clinic, Member member) {
        if (member.isOwner() && members.owners(clinic) == 1) {
            throw new LastOwner();
        }
    }
}
