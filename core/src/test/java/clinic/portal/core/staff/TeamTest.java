package clinic.portal.core.staff;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Claim;
import clinic.portal.core.login.LinkExpired;
import clinic.portal.core.login.Login.Redemption;
import clinic.portal.core.login.Proof;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.RoleNotAllowed;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TeamTest {
    private final World world = Fixtures.glow();
    private final Member maya = Fixtures.aMember(103, "Maya", Role.MANAGER);

    TeamTest() {
        world.members.put(world.glow.id(), maya);
    }

    @Test
    void whoIsInvitedGetsALinkAndIsInWithTheirRole() {
        var invited = world.team.invite(world.asOlga(), draft("nina@glow.example", Role.PRACTITIONER));

        assertThat(world.team.show(world.asRita(), invited.id())).isEqualTo(invited);
        assertThat(signedIn(logIn()).session().viewer())
                .isInstanceOfSatisfying(
                        Viewer.Member.class, nina -> assertThat(nina.role()).isEqualTo(Role.PRACTITIONER));
    }

    @Test
    void allMaySeeTheTeamAndOnlyLeadersChangeIt() {
        assertThat(world.team.list(world.asRita(), false, PageRequest.first(10)).items())
                .extracting(Member::name)
                .containsExactly("Maya Staff", "Olga Staff", "Rita Staff");
        assertThatThrownBy(() -> world.team.invite(world.asRita(), draft("x@glow.example", Role.RECEPTIONIST)))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> world.teamAccess.deactivate(world.asRita(), maya.id()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var wrong = new MemberDraft(
                "Nina",
                "nobody",
                "12",
                "xx",
                Role.PRACTITIONER,
                new PractitionerId(world.quim.id().value()));

        assertThatThrownBy(() -> world.team.invite(world.asOlga(), wrong))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Invalid.Violation::pointer)
                                .containsExactly("/email", "/phone", "/locale", "/practitionerId"));
    }

    @Test
    void anAddressOfSomebodyWhoWorksHereIsTakenAndOfSomebodyWhoLeftIsNot() {
        assertThatThrownBy(() -> world.team.invite(
                        world.asOlga(), draft(world.rita.email().value(), Role.RECEPTIONIST)))
                .isInstanceOfSatisfying(
                        MemberTaken.class, taken -> assertThat(taken.code()).isEqualTo("email_taken"));

        world.teamAccess.deactivate(world.asOlga(), world.rita.id());

        assertThat(world.team
                        .invite(world.asOlga(), draft(world.rita.email().value(), Role.RECEPTIONIST))
                        .id())
                .isNotEqualTo(world.rita.id());
    }

    @Test
    void aPractitionerIsOneMemberOfStaff() {
        var withIris = new MemberDraft("Nina", "nina@glow.example", null, null, Role.PRACTITIONER, world.iris.id());
        var again = new MemberDraft("Nora", "nora@glow.example", null, null, Role.PRACTITIONER, world.iris.id());
        world.team.invite(world.asOlga(), withIris);

        assertThatThrownBy(() -> world.team.invite(world.asOlga(), again))
                .isInstanceOfSatisfying(
                        MemberTaken.class, taken -> assertThat(taken.code()).isEqualTo("practitioner_taken"));
    }

    @Test
    void onlyAnOwnerMakesOwnersAndChangesThem() {
        assertThatThrownBy(() -> world.team.invite(asMaya(), draft("x@glow.example", Role.OWNER)))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.team.change(asMaya(), world.olga.id(), 0, like(world.olga, Role.OWNER)))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.team.change(asMaya(), maya.id(), 0, like(maya, Role.OWNER)))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.teamAccess.deactivate(asMaya(), world.olga.id()))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.teamAccess.resetSecondFactor(asMaya(), world.olga.id()))
                .isInstanceOf(OwnerOnly.class);

        assertThat(world.team
                        .change(world.asOlga(), maya.id(), 0, like(maya, Role.OWNER))
                        .role())
                .isEqualTo(Role.OWNER);
    }

    @Test
    void onlyAnOwnerMakesManagersAndChangesThem() {
        var mona = Fixtures.aMember(104, "Mona", Role.MANAGER);
        world.members.put(world.glow.id(), mona);

        assertThatThrownBy(() -> world.team.invite(asMaya(), draft("x@glow.example", Role.MANAGER)))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.team.change(asMaya(), mona.id(), 0, like(mona, Role.MANAGER)))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.team.change(asMaya(), world.rita.id(), 0, like(world.rita, Role.MANAGER)))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.teamAccess.deactivate(asMaya(), mona.id()))
                .isInstanceOf(OwnerOnly.class);
        assertThatThrownBy(() -> world.teamAccess.resetSecondFactor(asMaya(), mona.id()))
                .isInstanceOf(OwnerOnly.class);

        assertThat(world.team
                        .change(asMaya(), world.rita.id(), 0, like(world.rita, Role.PRACTITIONER))
                        .role())
                .isEqualTo(Role.PRACTITIONER);
        assertThat(world.teamAccess.deactivate(world.asOlga(), mona.id()).hasLeft())
                .isTrue();
    }

    @Test
    void aManagerChangesWhatIsSaidOfThemAndNotTheirRole() {
        assertThat(world.team
                        .change(asMaya(), maya.id(), 0, draft(maya.email().value(), Role.MANAGER))
                        .name())
                .isEqualTo("Nina Novak");

        assertThatThrownBy(() -> world.team.change(asMaya(), maya.id(), 1, like(maya, Role.RECEPTIONIST)))
                .isInstanceOf(OwnerOnly.class);
    }

    @Test
    void aChangeOfRoleEndsThePreviewsTheyOpened() {
        var glow = world.glow.id();
        var preview = new SessionId(uuid(601));
        world.sessions.openPreview(glow, preview, world.ada.id(), maya.id(), Duration.ofHours(1));

        world.team.change(world.asOlga(), maya.id(), 0, draft(maya.email().value(), Role.MANAGER));
        assertThat(world.sessions.live(glow, preview, Audience.PORTAL)).isPresent();

        world.team.change(world.asOlga(), maya.id(), 1, like(maya, Role.RECEPTIONIST));
        assertThat(world.sessions.live(glow, preview, Audience.PORTAL)).isEmpty();
        assertThat(world.sessions.endOf(glow, preview)).contains(Sessions.End.ROLE_CHANGED);
    }

    @Test
    void whoLeavesTakesNoCalendarWithThem() {
        var glow = world.glow.id();
        byte[] hash = {1, 2, 3};
        var nina = world.team.invite(
                world.asOlga(),
                new MemberDraft("Nina", "nina@glow.example", null, null, Role.PRACTITIONER, world.iris.id()));
        world.feedKeys.put(glow, world.iris.id(), hash);

        world.teamAccess.deactivate(world.asOlga(), maya.id());
        assertThat(world.feedKeys.find(glow, hash)).isPresent();

        world.teamAccess.deactivate(world.asOlga(), nina.id());
        assertThat(world.feedKeys.find(glow, hash)).isEmpty();
    }

    @Test
    void theLastOwnerStays() {
        assertThatThrownBy(() -> world.teamAccess.deactivate(world.asOlga(), world.olga.id()))
                .isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> world.team.change(world.asOlga(), world.olga.id(), 0, like(world.olga, Role.MANAGER)))
                .isInstanceOf(LastOwner.class);

        world.team.change(world.asOlga(), maya.id(), 0, like(maya, Role.OWNER));

        assertThat(world.teamAccess.deactivate(world.asOlga(), world.olga.id()).hasLeft())
                .isTrue();
    }

    @Test
    void whoseRoleWasTakenAMomentAgoCannotUseItThoughTheirSessionStillSaysSo() {
        world.members.put(world.glow.id(), Fixtures.aMember(103, "Maya", Role.RECEPTIONIST));

        assertThatThrownBy(() -> world.team.invite(asMaya(), draft("x@glow.example", Role.RECEPTIONIST)))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void aChangeFromAnOldVersionIsRefused() {
        world.team.change(world.asOlga(), maya.id(), 0, like(maya, Role.MANAGER));

        assertThatThrownBy(() -> world.team.change(world.asOlga(), maya.id(), 0, like(maya, Role.MANAGER)))
                .isInstanceOf(Outdated.class);
    }

    @Test
    void whoLeavesIsOutAtOnceWithSessionsAndLinks() {
        world.loginLinks.ask(
                world.glow.id(), Audience.STAFF, new Claim(maya.email().value(), null));
        var session = signedIn(logIn()).session();
        world.clock.elapse(Duration.ofMinutes(2));
        world.loginLinks.ask(
                world.glow.id(), Audience.STAFF, new Claim(maya.email().value(), null));

        var left = world.teamAccess.deactivate(world.asOlga(), maya.id());

        assertThat(left.leftAt()).isEqualTo(world.clock.instant());
        assertThat(world.sessionKeeping.recognise(world.glow.id(), session.id(), Audience.STAFF))
                .isEmpty();
        assertThat(logIn())
                .isInstanceOfSatisfying(
                        Redemption.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(LinkExpired.class));
        assertThat(world.teamAccess.deactivate(world.asOlga(), maya.id())).isEqualTo(left);
        assertThat(world.team.list(world.asOlga(), true, PageRequest.first(10)).items())
                .containsExactly(left);
        assertThatThrownBy(() -> world.team.change(world.asOlga(), maya.id(), 1, like(maya, Role.MANAGER)))
                .isInstanceOf(MemberLeft.class);
        assertThatThrownBy(() -> world.team.sendLink(world.asOlga(), maya.id())).isInstanceOf(MemberLeft.class);
    }

    @Test
    void aNewAddressVoidsLinksToTheOldOne() {
        world.loginLinks.ask(
                world.glow.id(), Audience.STAFF, new Claim(maya.email().value(), null));

        world.team.change(world.asOlga(), maya.id(), 0, draft("maya.new@glow.example", Role.MANAGER));

        assertThat(logIn()).isInstanceOf(Redemption.Refused.class);
    }

    @Test
    void aMemberOfAnotherClinicIsNotThere() {
        assertThatThrownBy(() -> world.team.show(world.asOlga(), world.carl.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.team.sendLink(world.asOlga(), world.carl.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.teamAccess.deactivate(world.asOlga(), world.carl.id()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> world.teamAccess.resetSecondFactor(world.asOlga(), new StaffId(uuid(999))))
                .isInstanceOf(NoSuchThing.class);
    }

    private Viewer.Member asMaya() {
        return new Viewer.Member(world.glow.id(), maya.id(), new SessionId(uuid(508)), Role.MANAGER, false);
    }

    /** With the newest letter. */
    private Redemption logIn() {
        return world.login.open(
                world.glow.id(), Audience.STAFF, new Proof.Token(World.tokenIn(world.sender.last())), null);
    }

    private static Redemption.SignedIn signedIn(Redemption outcome) {
        assertThat(outcome).isInstanceOf(Redemption.SignedIn.class);
        return (Redemption.SignedIn) outcome;
    }

    private static MemberDraft draft(String email, Role role) {
        return new MemberDraft("Nina Novak", email, null, null, role, null);
    }

    private static MemberDraft like(Member member, Role role) {
        return new MemberDraft(member.name(), member.email().value(), null, null, role, null);
    }
}
