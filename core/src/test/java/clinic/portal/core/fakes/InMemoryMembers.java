package clinic.portal.core.fakes;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Members;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

public final class InMemoryMembers implements Members {
    private record Key(ClinicId clinic, StaffId member) {}

    private final Map<Key, Member> members = new ConcurrentHashMap<>();

    /** Adds the member, or puts them in place of the one with their id. */
    public void put(ClinicId clinic, Member member) {
        members.put(new Key(clinic, member.id()), member);
    }

    public void leaves(ClinicId clinic, StaffId member) {
        members.remove(new Key(clinic, member));
    }

    @Override
    public Optional<Member> find(ClinicId clinic, StaffId member) {
        return Optional.ofNullable(members.get(new Key(clinic, member)));
    }

    Stream<Member> of(ClinicId clinic) {
        return members.entrySet().stream()
                .filter(entry -> entry.getKey().clinic().equals(clinic))
                .map(Map.Entry::getValue);
    }
}
