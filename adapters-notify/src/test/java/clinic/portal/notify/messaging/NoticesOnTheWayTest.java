package clinic.portal.notify.messaging;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.messaging.NoticeLetter.To;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.notify.booking.Ical4jCalendars;
import clinic.portal.notify.shared.CapturedLog;
import clinic.portal.notify.shared.Templates;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notices as the far ends get them: by real SMTP, and over HTTP as Twilio takes it. */
class NoticesOnTheWayTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String TWILIO_PATH = "/2010-04-01/Accounts/AC0123/Messages.json";

    @RegisterExtension
    private static final GreenMailExtension POST_OFFICE = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    @RegisterExtension
    private static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static Vertx vertx;

    private final Occasion occasion = new Occasion();

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theFileThatArrivesIsTheAppointment() throws Exception {
        occasion.treatment = "Peel; deep, slow 💆";
        occasion.version = 2;

        assertThat(send(Occasion.EMAIL, Change.CANCELLED)).isInstanceOf(Delivery.Sent.class);

        var arrived = POST_OFFICE.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Cancelled: Tue, 16 Jun 2026, 12:00 (GMT+1), Glow Aesthetics");
        var attached = ((MimeMultipart) arrived.getContent()).getBodyPart(1);
        assertThat(attached.getContentType()).contains("text/calendar").contains("method=PUBLISH");
        var event =
                Biweekly.parse(attached.getInputStream()).first().getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(Fixtures.uuid(1003) + "@client-portal");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(occasion.start);
        assertThat(event.getSummary().getValue()).isEqualTo("Peel; deep, slow 💆, Glow Aesthetics");
    }

    @Test
    void everyAttemptCarriesTheSameMessageId() {
        send(Occasion.EMAIL, Change.BOOKED);
        send(Occasion.EMAIL, Change.BOOKED);

        assertThat(POST_OFFICE.getReceivedMessages()).hasSize(2);
        assertThat(Stream.of(POST_OFFICE.getReceivedMessages()).map(NoticesOnTheWayTest::idOf))
                .containsOnly("<" + Fixtures.uuid(77) + "@sender.example>");
    }

    @Test
    void twilioIsHandedClinicTimeAndLink() {
        TWILIO.stubFor(post(TWILIO_PATH).willReturn(jsonResponse("{\"sid\":\"SM42\"}", 201)));

        assertThat(send(Occasion.PHONE, Change.MOVED)).isEqualTo(new Delivery.Sent("SM42"));

        TWILIO.verify(
                1,
                postRequestedFor(urlEqualTo(TWILIO_PATH))
                        .withFormParam(
                                "Body",
                                equalTo("Glow Aesthetics: moved, new time Tue, 16 Jun 2026, 12:00 (GMT+1)\n"
                                        + Occasion.LINK)));
    }

    @Test
    void nothingOfItIsLoggedOnTheWay() {
        TWILIO.stubFor(post(TWILIO_PATH).willReturn(jsonResponse("{\"code\":21610}", 400)));
        try (var log = new CapturedLog()) {
            send(Occasion.EMAIL, Change.BOOKED);
            assertThat(send(Occasion.PHONE, Change.BOOKED)).isEqualTo(new Delivery.Rejected("21610"));

            assertThat(log.lines()).anyMatch(line -> line.contains("rejected: 21610"));
            assertThat(log.lines())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary") || line.contains("7700900123"));
        }
    }

    private Delivery send(To to, Change change) {
        var mails = new SmtpMail(
                vertx,
                new SmtpSettings(
                        "127.0.0.1",
                        POST_OFFICE.getSmtp().getPort(),
                        SmtpSettings.Security.NONE,
                        null,
                        null,
                        new EmailAddress("portal@sender.example"),
                        BOUND));
        try (var texts = new TwilioTexts(
                new TwilioSettings(URI.create(TWILIO.baseUrl()), "AC0123", "canary-auth", "+15005550006", BOUND))) {
            return new NoticeLetters(mails, texts, new Templates(), new Ical4jCalendars())
                    .send(occasion.letter(to, change));
        }
    }

    private static String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
