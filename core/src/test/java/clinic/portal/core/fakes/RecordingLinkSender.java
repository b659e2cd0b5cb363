package clinic.portal.core.fakes;

import clinic.portal.core.login.LinkSender;
import clinic.portal.core.login.LoginLetter;
import clinic.portal.core.messaging.Delivery;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every letter it is given, also those it then says it could not send. */
public final class RecordingLinkSender implements LinkSender {
    private final List<LoginLetter> letters = new CopyOnWriteArrayList<>();
    private final Queue<Delivery> answers = new ConcurrentLinkedQueue<>();

    /** What the next attempts come to, one after the other; after those, and without any, all goes well. */
    public void willAnswer(Delivery... next) {
        answers.addAll(List.of(next));
    }

    @Override
    public Delivery send(LoginLetter letter) {
        letters.add(letter);
        var answer = answers.poll();
        return answer == null ? new Delivery.Sent("letter-" + letters.size()) : answer;
    }

    public List<LoginLetter> letters() {
        return List.copyOf(letters);
    }

    public LoginLetter last() {
        return letters.getLast();
    }
}
