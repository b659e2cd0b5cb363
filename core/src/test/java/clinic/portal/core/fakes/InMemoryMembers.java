package clinic.portal.core.fakes;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Member.Plan;
import clinic.portal.core.staff.Members;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** There are no transactions here, so the team's lock keeps nobody out. */
public final class InMemoryMembers implements Members {
    private final Shelves<StaffId, Member> members = new Shelves<>(Member::id, Member::version);
    private @Nullable InMemorySecondFactors factors;

    /** Adds the member, or puts them in place of the one with their id. */
    public void put(ClinicId clinic, Member member) {
        members.put(clinic, member);
    }

    public void leaves(ClinicId clinic, StaffId member) {
        members.find(clinic, member)
                .ifPresent(found ->
                        put(clinic, new Member(found.id(), found.plan(), false, Instant.EPOCH, found.version() + 1)));
    }

    /** Who knows whether they have a second factor. */
    public void ask(InMemorySecondFactors whoKnows) {
        factors = whoKnows;
    }

    @Override
    public Optional<Member> find(ClinicId clinic, StaffId member) {
        return members.find(clinic, member).map(found -> today(clinic, found));
    }

    @Override
    public Page<Member> list(ClinicId clinic, boolean left, PageRequest page) {
        return Keyset.byName(
                members.all(clinic).filter(member -> member.hasLeft() == left).map(found -> today(clinic, found)),
                page,
                Member::cursor);
    }

    @Override
    public void lockTeam(ClinicId clinic) {}

    @Override
    public Set<Taken> taken(ClinicId clinic, StaffId besides, Plan plan) {
        var taken = EnumSet.noneOf(Taken.class);
        of(clinic)
                .filter(other -> !other.id().equals(besides))
                .map(Member::plan)
                .forEach(other -> {
                    if (other.email().equals(plan.email())) {
                        taken.add(Taken.EMAIL);
                    }
                    if (plan.phone() != null && plan.phone().equals(other.phone())) {
                        taken.add(Taken.PHONE);
                    }
                    if (plan.practitioner() != null && plan.practitioner().equals(other.practitioner())) {
                        taken.add(Taken.PRACTITIONER);
                    }
                });
        return taken;
    }

    @Override
    public int owners(ClinicId clinic) {
        return (int) of(clinic).filter(member -> member.role() == Role.OWNER).count();
    }

    @Override
    public void add(ClinicId clinic, Member member) {
        put(clinic, member);
    }

    @Override
    public boolean replace(ClinicId clinic, Member member) {
        return members.replace(clinic, member);
    }

    /** Those who work there. */
    Stream<Member> of(ClinicId clinic) {
        return members.all(clinic).filter(member -> !member.hasLeft());
    }

    private Member today(ClinicId clinic, Member found) {
        boolean secondFactor = factors != null && factors.isOn(clinic, found.id());
        return new Member(found.id(), found.plan(), secondFactor, found.leftAt(), found.version());
    }
}
