package clinic.portal.core.fakes;

import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.messaging.NoticeLetter;
import clinic.portal.core.messaging.NoticeSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every letter. All goes well unless told otherwise. */
public final class RecordingNoticeSender implements NoticeSender {
    private final List<NoticeLetter> letters = new CopyOnWriteArrayList<>();
    private volatile Delivery answer = new Delivery.Sent(null);

    /** What comes of every attempt from now on. */
    public void answer(Delivery with) {
        answer = with;
    }

    public List<NoticeLetter> letters() {
        return List.copyOf(letters);
    }

    @Override
    public Delivery send(NoticeLetter letter) {
        letters.add(letter);
        return answer;
    }
}
