package clinic.portal.core.fakes;

import clinic.portal.core.login.RoundQueue;
import clinic.portal.core.login.StaffDirectory;
import clinic.portal.core.login.StaffDoor;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes round at once, in the caller's thread, over the clinics that the other fakes know. */
public final class DirectRounds implements RoundQueue, StaffDirectory {
    /** What a job would hold. */
    public record Round(byte[] sealed, Instant askedAt) {}

    private final InMemoryClinics clinics;
    private final InMemoryMembers members;
    private final List<Round> rounds = new ArrayList<>();
    private @Nullable StaffDoor door;

    public DirectRounds(InMemoryClinics clinics, InMemoryMembers members) {
        this.clinics = clinics;
        this.members = members;
    }

    public void connect(StaffDoor to) {
        door = to;
    }

    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    @Override
    public void enqueue(byte[] sealed, Instant askedAt) {
        rounds.add(new Round(sealed, askedAt));
        if (door != null) {
            door.goRound(sealed, askedAt);
        }
    }

    @Override
    public List<ClinicId> clinicsOf(EmailAddress address) {
        return clinics.all().stream()
                .filter(clinic ->
                        members.of(clinic).anyMatch(member -> member.email().equals(address)))
                .toList();
    }
}
