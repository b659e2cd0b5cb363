package clinic.portal.notify.messaging;

import clinic.portal.core.login.HoldReason;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkWatch;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the demo's mail and SMS end up: nothing leaves the process. Shows sign-in links to whoever asks, and so exists
 * in the demo only. Keeps the last 200 items, in memory.
 */
public final class DemoInbox implements MailChannel, TextChannel, LinkWatch {
    private static final int KEPT = 200;
    private static final String EMAIL = "email";
    private static final String SMS = "sms";
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Clock clock;
    private final LinkWatch watch;
    private final AtomicLong last = new AtomicLong();
    private final Deque<InboxItem> items = new ArrayDeque<>();

    /** @param watch is told of links held back as well */
    public DemoInbox(Clock clock, LinkWatch watch) {
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    public Delivery send(Mail mail) {
        var attachments = mail.attachments().stream()
                .map(each -> new InboxItem.Attachment(each.name(), each.contentType(), each.content()))
                .toList();
        return sent((id, now) -> new InboxItem(
                id,
                EMAIL,
                mail.to().value(),
                mail.subject(),
                mail.text(),
                mail.html(),
                now,
                links(mail.text()),
                attachments,
                null));
    }

    @Override
    public Delivery send(Text text) {
        return sent((id, now) -> new InboxItem(
                id, SMS, text.to().value(), null, text.body(), null, now, links(text.body()), List.of(), null));
    }

    @Override
    public void heldBack(ClinicId clinic, Identifier identifier, HoldReason reason) {
        watch.heldBack(clinic, identifier, reason);
        String channel = switch (identifier) {
            case Identifier.Email email -> EMAIL;
            case Identifier.Phone phone -> SMS;
        };
        keep((id, now) -> new InboxItem(
                id,
                channel,
                identifier.value(),
                null,
                "",
                null,
                now,
                List.of(),
                List.of(),
                "held back: " + plain(reason)));
    }

    /** Newest first. */
    public List<InboxItem> items() {
        synchronized (items) {
            return List.copyOf(items);
        }
    }

    private Delivery sent(BiFunction<String, Instant, InboxItem> item) {
        return new Delivery.Sent("demo-" + keep(item));
    }

    /** @param item made of its id and the time */
    private String keep(BiFunction<String, Instant, InboxItem> item) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        synchronized (items) {
            String id = String.valueOf(last.incrementAndGet());
            items.addFirst(item.apply(id, now));
            if (items.size() > KEPT) {
                items.removeLast();
            }
            return id;
        }
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String plain(HoldReason reason) {
        return switch (reason) {
            case UNKNOWN_RECIPIENT -> "nobody at this clinic has this address";
            case OPTED_OUT -> "its owner wants no messages here";
            case SMS_OFF -> "the clinic has switched its SMS off";
            case NUMBER_NOT_ALLOWED -> "not a mobile number in a region this clinic sends to";
            case TOO_SOON -> "asked again within 60 seconds";
            case TOO_MANY_THIS_HOUR -> "asked for too often within an hour";
            case CLINIC_SMS_LIMIT -> "the clinic has sent its SMS for today";
            case PORTAL_OFF -> "the clinic's portal is switched off";
            case TOO_LATE -> "it could not be sent before it would have expired";
        };
    }
}
