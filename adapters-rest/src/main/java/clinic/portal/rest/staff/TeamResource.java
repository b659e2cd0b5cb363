package clinic.portal.rest.staff;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.MemberDraft;
import clinic.portal.core.staff.Team;
import clinic.portal.core.staff.TeamAccess;
import clinic.portal.rest.api.TeamApi;
import clinic.portal.rest.api.model.TeamMember;
import clinic.portal.rest.api.model.TeamMemberInput;
import clinic.portal.rest.api.model.TeamPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.login.RecentSessions;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Once;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works at the clinic. */
@RunOnVirtualThread
public class TeamResource implements TeamApi {
    private final Team team;
    private final TeamAccess access;
    private final Caller caller;
    private final RecentSessions recent;
    private final Once once;
    private final Versions versions;

    TeamResource(Team team, TeamAccess access, Caller caller, RecentSessions recent, Once once, Versions versions) {
        this.team = team;
        this.access = access;
        this.caller = caller;
        this.recent = recent;
        this.once = once;
        this.versions = versions;
    }

    @Override
    public TeamPage listStaff(@Nullable Boolean left, @Nullable Integer limit, @Nullable String cursor) {
        var page = team.list(caller.staff(), Boolean.TRUE.equals(left), Cursors.byName(limit, cursor));
        return new TeamPage(page.items().stream().map(TeamResource::toDto).toList(), Cursors.writeName(page.next()));
    }

    @Override
    public TeamMember inviteStaff(TeamMemberInput body, @Nullable String idempotencyKey) {
        var viewer = caller.member();
        var invited = once.answer(
                viewer, idempotencyKey, body, TeamMember.class, () -> toDto(team.invite(viewer, read(body))));
        versions.tag(invited.version());
        return invited;
    }

    @Override
    public TeamMember getStaff(UUID id) {
        return tagged(team.show(caller.staff(), new StaffId(id)));
    }

    @Override
    public TeamMember replaceStaff(UUID id, TeamMemberInput body, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return forgotten(team.change(caller.member(), new StaffId(id), version, read(body)));
    }

    @Override
    public TeamMember deactivateStaff(UUID id) {
        return forgotten(access.deactivate(caller.member(), new StaffId(id)));
    }

    @Override
    public void sendStaffLoginLink(UUID id) {
        team.sendLink(caller.member(), new StaffId(id));
    }

    @Override
    public TeamMember resetStaffSecondFactor(UUID id) {
        return forgotten(access.resetSecondFactor(caller.member(), new StaffId(id)));
    }

    /** What they may do has changed: on this instance at once, on the others when they look again. */
    private TeamMember forgotten(Member member) {
        recent.forget(caller.member().clinic(), member.id());
        return tagged(member);
    }

    private TeamMember tagged(Member member) {
        versions.tag(member.version());
        return toDto(member);
    }

    private static MemberDraft read(TeamMemberInput input) {
        UUID practitioner = input.practitionerId();
        return new MemberDraft(
                input.name(),
                input.email(),
                input.phone(),
                input.locale(),
                StaffResource.read(input.role()),
                practitioner == null ? null : new PractitionerId(practitioner));
    }

    private static TeamMember toDto(Member member) {
        PhoneNumber phone = member.plan().phone();
        Locale locale = member.plan().locale();
        Instant left = member.leftAt();
        return new TeamMember(
                member.id().value(),
                member.name(),
                member.email().value(),
                phone == null ? null : phone.value(),
                locale == null ? null : locale.toLanguageTag(),
                StaffResource.toDto(member.role()),
                practitioner(member),
                member.secondFactor(),
                left == null ? null : left.atOffset(ZoneOffset.UTC),
                member.version());
    }

    static @Nullable UUID practitioner(Member member) {
        PractitionerId practitioner = member.plan().practitioner();
        return practitioner == null ? null : practitioner.value();
    }
}
