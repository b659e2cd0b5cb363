package clinic.portal.notify.messaging;

import static clinic.portal.notify.messaging.ScriptedSmtp.END_OF_MAIL;
import static clinic.portal.notify.messaging.ScriptedSmtp.GREETING;
import static clinic.portal.notify.messaging.ScriptedSmtp.HANG_UP;
import static clinic.portal.notify.messaging.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.notify.shared.CapturedLog;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailTest {
    private static final Duration BOUND = Duration.ofMillis(500);
    /** Long enough for a busy machine, and far from the minute that the client takes when left alone. */
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    @RegisterExtension
    private static final GreenMailExtension POST_OFFICE = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    private static Vertx vertx;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aMailArrivesAsTextAndHtmlUnderTheClinicsName() throws Exception {
        var delivery = send(Letters.mail());

        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        var arrived = onlyMail();
        var from = (InternetAddress) arrived.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("portal@sender.example");
        assertThat(from.getPersonal()).isEqualTo("Glow Aesthetics");
        assertThat(arrived.getSubject()).isEqualTo("Your sign-in link for Glow Aesthetics");
        assertThat(arrived.getRecipients(RecipientType.TO))
                .containsExactly(new InternetAddress(Letters.READER.value()));
        assertThat(arrived.getReplyTo()).containsExactly(new InternetAddress("hello@glow.example"));
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("Message-ID"))
                .containsExactly("<01977000-0000-7000-8000-000000000001@sender.example>");
        var parts = (MimeMultipart) arrived.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("#t=" + Letters.SECRET);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("#t=" + Letters.SECRET);
    }

    @Test
    void aFileGoesAlongBesideTextAndHtml() throws Exception {
        String file = "BEGIN:VCALENDAR\r\nSUMMARY:Café 💆\r\n.\r\nEND:VCALENDAR\r\n";
        send(Letters.mail(
                new Mail.Attachment("appointment.ics", "text/calendar; charset=utf-8; method=PUBLISH", file)));

        var parts = (MimeMultipart) onlyMail().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var attached = parts.getBodyPart(1);
        var type = new ContentType(attached.getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("PUBLISH");
        assertThat(type.getParameter("charset")).isEqualTo("utf-8");
        assertThat(attached.getDisposition()).isEqualTo("attachment");
        assertThat(attached.getFileName()).isEqualTo("appointment.ics");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyAttemptCarriesTheSameMessageId() throws Exception {
        send(Letters.mail());
        send(Letters.mail());

        assertThat(Stream.of(POST_OFFICE.getReceivedMessages())
                        .map(SmtpMailTest::idOf)
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Glow, \"The\" <Clinic>",
                "Peluquería Ñandú & Söhne",
                "Κλινική 美容 💆",
                "attacker@evil.example",
                "A <a@evil.example>, B",
                "A very long name, longer than any header line ought to be, with commas, ünd ümläuts, too"
            })
    void anyNameStaysAName(String name) throws Exception {
        send(Letters.mail(name, "Subject"));

        var from = onlyMail().getFrom();
        assertThat(from).hasSize(1);
        assertThat(((InternetAddress) from[0]).getAddress()).isEqualTo("portal@sender.example");
        assertThat(name).startsWith(((InternetAddress) from[0]).getPersonal());
    }

    @Test
    void lineBreaksInANameOrSubjectMakeNoHeaders() throws Exception {
        send(Letters.mail("Glow\r\nBcc: thief@evil.example", "Link for Glow\r\nX-Evil: yes\n\nbody"));

        assertThat(POST_OFFICE.getReceivedMessages()).hasSize(1);
        var arrived = onlyMail();
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getHeader("X-Evil")).isNull();
        assertThat(arrived.getSubject()).isEqualTo("Link for Glow X-Evil: yes body");
    }

    @Test
    void aServerThatIsDownIsTriedAgainLater() throws Exception {
        try (var port = new RefusingPort()) {
            assertThat(send(port.number(), Letters.mail())).isInstanceOf(Delivery.TryLater.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user canary-reader@example.com, smtp 550 recipient",
        "RCPT, 553 bad mailbox, smtp 553 recipient",
        "DATA, 554 no thanks, smtp 554",
        "., 554 5.7.1 looks like spam, smtp 554"
    })
    void aFinalNoIsFinalAndToldWithoutTheAddress(String at, String answer, String reason) throws Exception {
        try (var server = new ScriptedSmtp().answering(at, answer)) {
            assertThat(send(server.port(), Letters.mail())).isEqualTo(new Delivery.Rejected(reason));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 421 too busy",
        "MAIL, 451 not now",
        "MAIL, 550 sender not allowed",
        "RCPT, 450 greylisted canary-reader@example.com",
        "DATA, 421 going down",
        "., 452 disk full"
    })
    void aNoForNowOrOneThatIsAboutUsIsTriedAgainLater(String at, String answer) throws Exception {
        try (var server = new ScriptedSmtp().answering(at, answer)) {
            assertThat(send(server.port(), Letters.mail()))
                    .isEqualTo(new Delivery.TryLater("smtp " + answer.substring(0, 3)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA", END_OF_MAIL})
    void aServerThatFallsSilentIsLeftInTime(String at) throws Exception {
        try (var server = new ScriptedSmtp().answering(at, SILENCE)) {
            var delivery = assertTimeoutPreemptively(GIVE_UP, () -> send(server.port(), Letters.mail()));

            assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "RCPT", "DATA", END_OF_MAIL})
    void aServerThatHangsUpIsTriedAgainLater(String at) throws Exception {
        try (var server = new ScriptedSmtp().answering(at, HANG_UP)) {
            var delivery = assertTimeoutPreemptively(GIVE_UP, () -> send(server.port(), Letters.mail()));

            assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
        }
    }

    @Test
    void aServerThatHungForManyMailsIsUsedAgainOnceItAnswers() throws Exception {
        try (var server = new ScriptedSmtp().answering("EHLO", SILENCE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var mail = new SmtpMail(vertx, settings(server.port()));
            Callable<Delivery> sending = () -> mail.send(Letters.mail());
            threads.invokeAll(Stream.generate(() -> sending).limit(25).toList());

            server.answering("EHLO", "250 scripted");

            assertThat(mail.send(Letters.mail())).isInstanceOf(Delivery.Sent.class);
        }
    }

    /** A pool that closes connections as it hands them out again loses a mail every few dozen. */
    @Test
    void ofManyMailsFromManyThreadsNoneStalls() throws Exception {
        var smtp = new SmtpMail(vertx, settings(POST_OFFICE.getSmtp().getPort(), Duration.ofSeconds(5)));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var sending = IntStream.range(0, 300)
                    .mapToObj(i -> threads.submit(() -> smtp.send(Letters.mail())))
                    .toList();

            for (var sent : sending) {
                assertThat(sent.get()).isInstanceOf(Delivery.Sent.class);
            }
        }
    }

    @Test
    void refusedCredentialsAreOurTroubleAndTriedAgainLater() throws Exception {
        try (var server = new ScriptedSmtp()
                .answering("EHLO", "250-scripted\r\n250 AUTH PLAIN")
                .answering("AUTH", "535 5.7.8 no")) {
            var mail = new SmtpMail(vertx, settings(server.port(), SmtpSettings.Security.NONE, "portal", "wrong"));
            assertThat(mail.send(Letters.mail())).isEqualTo(new Delivery.TryLater("smtp 535"));
        }
    }

    @Test
    void nothingIsSentInTheClearWhereEncryptionIsAskedFor() throws Exception {
        try (var server = new ScriptedSmtp()) {
            var mail = new SmtpMail(vertx, settings(server.port(), SmtpSettings.Security.STARTTLS, null, null));
            assertThat(mail.send(Letters.mail())).isInstanceOf(Delivery.TryLater.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aCertificateNobodyVouchesForIsNotTrusted() {
        var post = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        post.start();
        try {
            var mail = new SmtpMail(vertx, settings(post.getSmtps().getPort(), SmtpSettings.Security.TLS, null, null));
            assertThat(mail.send(Letters.mail()))
                    .isEqualTo(new Delivery.TryLater("not reached: SSLHandshakeException"));
            assertThat(post.getReceivedMessages()).isEmpty();
        } finally {
            post.stop();
        }
    }

    @Test
    void neitherAddressNorTokenIsLogged() throws Exception {
        try (var log = new CapturedLog();
                var server = new ScriptedSmtp().answering("RCPT", "550 no " + Letters.READER.value())) {
            send(Letters.mail());
            send(server.port(), Letters.mail());
            send(server.answering("RCPT", "450 no " + Letters.READER.value()).port(), Letters.mail());
            send(server.answering("MAIL", "550 no").port(), Letters.mail());

            assertThat(log.lines()).anyMatch(line -> line.contains("The mail server refuses us"));
            assertThat(log.lines()).noneMatch(line -> line.contains("canary"));
        }
    }

    @Test
    void noTimeOutIsLongerThanTenSeconds() {
        assertThatThrownBy(() -> settings(25, Duration.ofSeconds(11))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Delivery send(Mail mail) {
        // GreenMail is a real server with work to do; the short bound is for those that never answer.
        return send(POST_OFFICE.getSmtp().getPort(), Duration.ofSeconds(10), mail);
    }

    private static Delivery send(int port, Mail mail) {
        return send(port, BOUND, mail);
    }

    private static Delivery send(int port, Duration timeout, Mail mail) {
        return new SmtpMail(vertx, settings(port, timeout)).send(mail);
    }

    private static SmtpSettings settings(int port) {
        return settings(port, BOUND);
    }

    private static SmtpSettings settings(int port, Duration timeout) {
        return settings(port, SmtpSettings.Security.NONE, null, null, timeout);
    }

    private static SmtpSettings settings(int port, SmtpSettings.Security security, String username, String password) {
        return settings(port, security, username, password, Duration.ofSeconds(3));
    }

    private static SmtpSettings settings(
            int port, SmtpSettings.Security security, String username, String password, Duration timeout) {
        return new SmtpSettings(
                "127.0.0.1", port, security, username, password, new EmailAddress("portal@sender.example"), timeout);
    }

    private static MimeMessage onlyMail() {
        assertThat(POST_OFFICE.getReceivedMessages()).hasSize(1);
        return POST_OFFICE.getReceivedMessages()[0];
    }

    private static String idOf(MimeMessage mail) {
        return GreenMailUtil.getHeaders(mail)
                .lines()
                .filter(line -> line.startsWith("Message-ID"))
                .findFirst()
                .orElse("");
    }
}
