package clinic.portal.core.fakes;

import clinic.portal.core.login.HoldReason;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkWatch;
import clinic.portal.core.shared.ClinicId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class RecordingLinkWatch implements LinkWatch {
    public record Held(ClinicId clinic, Identifier identifier, HoldReason reason) {}

    private final List<Held> held = new CopyOnWriteArrayList<>();

    @Override
    public void heldBack(ClinicId clinic, Identifier identifier, HoldReason reason) {
        held.add(new Held(clinic, identifier, reason));
    }

    public List<Held> held() {
        return List.copyOf(held);
    }

    public List<HoldReason> reasons() {
        return held.stream().map(Held::reason).toList();
    }
}
