package clinic.portal.notify.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.fakes.RecordingLinkWatch;
import clinic.portal.core.fakes.SettableClock;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.login.HoldReason;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.notify.shared.Templates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoInboxTest {
    private static final ClinicId GLOW = Fixtures.aClinic().id();

    private final SettableClock clock = new SettableClock(Fixtures.NOW);
    private final RecordingLinkWatch watch = new RecordingLinkWatch();
    private final DemoInbox inbox = new DemoInbox(clock, watch);
    private final DemoInboxPage page = new DemoInboxPage(new Templates());

    @Test
    void mailAndSmsAreKeptNewestFirstWithTheirLinks() {
        inbox.send(Letters.mail());
        clock.elapse(Duration.ofMinutes(1));
        var delivery = inbox.send(Letters.text());

        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        var link = "https://portal.example/glow/login#t=" + Letters.SECRET;
        assertThat(inbox.items()).hasSize(2);
        var sms = inbox.items().getFirst();
        assertThat(sms.channel()).isEqualTo("sms");
        assertThat(sms.to()).isEqualTo(Letters.PHONE.value());
        assertThat(sms.subject()).isNull();
        assertThat(sms.html()).isNull();
        assertThat(sms.links()).containsExactly(link);
        assertThat(sms.sentAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofMinutes(1)));
        var mail = inbox.items().getLast();
        assertThat(mail.channel()).isEqualTo("email");
        assertThat(mail.to()).isEqualTo(Letters.READER.value());
        assertThat(mail.subject()).isEqualTo(Letters.mail().subject());
        assertThat(mail.html()).isEqualTo(Letters.mail().html());
        assertThat(mail.links()).containsExactly(link);
        assertThat(mail.heldBack()).isNull();
    }

    @Test
    void whatWasHeldBackIsShownWithItsReasonAndPassedOn() {
        inbox.heldBack(GLOW, new Identifier.Email(Letters.READER), HoldReason.TOO_SOON);
        inbox.heldBack(GLOW, new Identifier.Phone(Letters.PHONE), HoldReason.UNKNOWN_RECIPIENT);

        assertThat(inbox.items())
                .extracting(InboxItem::channel, InboxItem::to, InboxItem::heldBack)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "sms", Letters.PHONE.value(), "held back: nobody at this clinic has this address"),
                        org.assertj.core.groups.Tuple.tuple(
                                "email", Letters.READER.value(), "held back: asked again within 60 seconds"));
        assertThat(watch.reasons()).containsExactly(HoldReason.TOO_SOON, HoldReason.UNKNOWN_RECIPIENT);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWords(HoldReason reason) {
        inbox.heldBack(GLOW, new Identifier.Email(Letters.READER), reason);

        assertThat(inbox.items().getFirst().heldBack())
                .startsWith("held back: ")
                .doesNotContain("_");
    }

    @Test
    void onlyTheLast200AreKept() {
        IntStream.range(0, 205).forEach(i -> inbox.send(Letters.text()));

        assertThat(inbox.items()).hasSize(200);
        assertThat(inbox.items().getFirst().id()).isEqualTo("205");
        assertThat(inbox.items().getLast().id()).isEqualTo("6");
    }

    @Test
    void manyMaySendAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Delivery> sending = () -> inbox.send(Letters.text());
            threads.invokeAll(java.util.Collections.nCopies(150, sending));
        }

        assertThat(inbox.items())
                .extracting(InboxItem::id)
                .doesNotHaveDuplicates()
                .hasSize(150);
        assertThat(inbox.items())
                .extracting(item -> -Integer.parseInt(item.id()))
                .isSorted();
    }

    @Test
    void thePageShowsMailInASandboxAndEscapesEverything() {
        inbox.send(Letters.mail("Glow", "<script>alert('subject')</script>"));
        inbox.send(new Text(Letters.PHONE, "<img src=x onerror=alert(1)> https://x.example/\"><b>", "1"));

        String html = page.page(inbox.items());

        assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("\"><b>");
        assertThat(html).contains("&lt;script&gt;alert(&#39;subject&#39;)");
        assertThat(html).contains("<iframe sandbox=\"\"");
        assertThat(html).contains("srcdoc=\"&lt;p&gt;&lt;a href=&quot;https://portal.example");
        assertThat(html).contains("href=\"https://portal.example/glow/login#t=" + Letters.SECRET + "\"");
    }

    @Test
    void whatIsAttachedCanBeReadAndTakenAway() {
        inbox.send(Letters.mail(new Mail.Attachment("appointment.ics", "text/calendar", "SUMMARY:<b>Café\r\n")));

        var item = inbox.items().getFirst();
        assertThat(item.attachments())
                .containsExactly(new InboxItem.Attachment("appointment.ics", "text/calendar", "SUMMARY:<b>Café\r\n"));
        String html = page.page(inbox.items());
        assertThat(html).contains("<pre>SUMMARY:&lt;b&gt;Café").doesNotContain("<b>Café");
        var link = Pattern.compile("href=\"data:text/plain;base64,([^\"]+)\" download=\"appointment.ics\"")
                .matcher(html);
        assertThat(link.find()).isTrue();
        assertThat(Base64.getDecoder().decode(link.group(1)))
                .isEqualTo("SUMMARY:<b>Café\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePageShowsWhatWasHeldBack() {
        inbox.heldBack(GLOW, new Identifier.Email(Letters.READER), HoldReason.TOO_SOON);

        assertThat(page.page(inbox.items())).contains("held back: asked again within 60 seconds");
    }

    @Test
    void anEmptyInboxSaysSo() {
        assertThat(page.page(inbox.items())).contains("Nothing yet");
    }
}
