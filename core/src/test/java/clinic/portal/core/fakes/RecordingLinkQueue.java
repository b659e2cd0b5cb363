package clinic.portal.core.fakes;

import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkQueue;
import clinic.portal.core.shared.ClinicId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Only notes what is to be delivered. */
public final class RecordingLinkQueue implements LinkQueue {
    public record Waiting(ClinicId clinic, LinkId link) {}

    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

    @Override
    public void enqueue(ClinicId clinic, LinkId link) {
        waiting.add(new Waiting(clinic, link));
    }

    public List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    public LinkId last() {
        return waiting.getLast().link();
    }
}
