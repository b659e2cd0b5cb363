package clinic.portal.core.calendar;

import clinic.portal.core.calendar.LiveFeed.Batch;
import clinic.portal.core.calendar.LiveFeed.Item;
import clinic.portal.core.calendar.LiveFeed.Reader;
import clinic.portal.core.shared.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * One reader's place in a channel, and how far it has been told. News wait from the moment it is taken, so that none falls
 * between what is read from the database and what is told live. Used under the channel's lock.
 */
final class Seat<N> {
    /** So many do not come while a reader catches up, unless something is wrong. */
    private static final int MOST_WAITING = 1_000;

    final Viewer.Staff viewer;
    final Reader<N> reader;

    private final List<Item<N>> waiting = new ArrayList<>();
    private boolean live;
    private boolean overrun;
    private Position told = Position.before(0);

    Seat(Viewer.Staff viewer, Reader<N> reader) {
        this.viewer = viewer;
        this.reader = reader;
    }

    /** Here and below: false where the reader cannot take any more. */
    boolean tell(Item<N> item) {
        if (live) {
            return pass(item);
        }
        overrun = overrun || waiting.size() == MOST_WAITING;
        return overrun || waiting.add(item);
    }

    /** @param position all up to there is to be seen already, all after it will be told */
    boolean begin(Position position) {
        told = position;
        return reader.ready(position) && goLive();
    }

    boolean beginAnew(Position position) {
        told = position;
        return reader.reset(position) && goLive();
    }

    /** @param position of the channel, should it turn out that news were lost while waiting */
    boolean goOn(Batch<N> missed, Position position) {
        if (overrun) {
            return beginAnew(position);
        }
        for (var item : missed.items()) {
            if (!reader.tell(item.news())) {
                return false;
            }
        }
        told = missed.upTo();
        return reader.ready(told) && goLive();
    }

    private boolean goLive() {
        live = true;
        for (var item : waiting) {
            if (!pass(item)) {
                return false;
            }
        }
        waiting.clear();
        return true;
    }

    /** What it was told while catching up comes by once more. */
    private boolean pass(Item<N> item) {
        if (!item.position().isAfter(told)) {
            return true;
        }
        told = item.position();
        return reader.tell(item.news());
    }
}
