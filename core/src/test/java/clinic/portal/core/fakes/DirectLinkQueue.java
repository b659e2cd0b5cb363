package clinic.portal.core.fakes;

import clinic.portal.core.login.LinkDelivery;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkQueue;
import clinic.portal.core.shared.ClinicId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Delivers at once, in the caller's thread: who asks for a link has it in hand when the asking returns. */
public final class DirectLinkQueue implements LinkQueue {
    private record Waiting(ClinicId clinic, LinkId link) {}

    private final List<Waiting> later = new CopyOnWriteArrayList<>();
    private volatile @Nullable LinkDelivery delivery;

    /** To be called once, before the first link: the delivery is built on what is built on this queue. */
    public void connect(LinkDelivery to) {
        delivery = to;
    }

    @Override
    public void enqueue(ClinicId clinic, LinkId link) {
        deliver(new Waiting(clinic, link));
    }

    /** Tries again whatever was put off. */
    public void retry() {
        var again = List.copyOf(later);
        later.removeAll(again);
        again.forEach(this::deliver);
    }

    private void deliver(Waiting one) {
        var connected = delivery;
        if (connected == null) {
            throw new IllegalStateException("connect() comes first");
        }
        if (connected.deliver(one.clinic(), one.link())) {
            later.add(one);
        }
    }
}
