package clinic.portal.notify.messaging;

import static clinic.portal.notify.messaging.Occasion.EMAIL;
import static clinic.portal.notify.messaging.Occasion.LINK;
import static clinic.portal.notify.messaging.Occasion.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.notify.booking.Ical4jCalendars;
import clinic.portal.notify.shared.CapturedLog;
import clinic.portal.notify.shared.Templates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeLettersTest {
    private static final Locale SPANISH = Locale.of("es", "ES");

    private final List<Mail> mails = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private Delivery outcome = new Delivery.Sent("1");
    private final NoticeLetters letters = new NoticeLetters(
            mail -> sent(mails, mail), text -> sent(texts, text), new Templates(), new Ical4jCalendars());

    private final Occasion occasion = new Occasion();

    @Test
    void aBookingIsToldWithWhatWhenWithWhomAndWhereInBothParts() {
        var mail = mail(Change.BOOKED);

        assertThat(mail.to()).isEqualTo(Letters.READER);
        assertThat(mail.fromName()).isEqualTo("Glow Aesthetics");
        assertThat(mail.replyTo().value()).isEqualTo("hello@glow.example");
        assertThat(mail.text()).isEqualTo("""
                Hello Ana Canary-Client,

                Your appointment at Glow Aesthetics is booked.

                What: Canary-Peel
                When: Tuesday, 16 June 2026, 12:00 (British Summer Time, GMT+1)
                With: Dr Canary-Lane
                Where: 1 High Street, London

                In your portal you can see it, and cancel or move it for as long as the clinic allows.

                https://portal.example/glow

                Open the attached file to put the appointment into your calendar.

                If this was not meant for you, please tell Glow Aesthetics.

                --\s
                Questions? This is how to reach Glow Aesthetics:
                020 7946 0000
                hello@glow.example
                1 High Street, London
                """);
        assertThat(mail.html())
                .contains("Hello Ana Canary-Client,")
                .contains("Your appointment at Glow Aesthetics is booked.")
                .contains(">Canary-Peel<")
                .contains(">Tuesday, 16 June 2026, 12:00 (British Summer Time, GMT+1)<")
                .contains(">Dr Canary-Lane<")
                .contains(">1 High Street, London<")
                .contains("href=\"" + LINK + "\"")
                .contains(">Open my portal<")
                .contains("020 7946 0000<br>hello@glow.example<br>1 High Street, London")
                .doesNotContain("{page")
                .doesNotContain("NOT_FOUND");
    }

    @Test
    void aMoveIsToldWithTheNewTime() {
        occasion.start = Instant.parse("2026-12-16T11:00:00Z");

        var mail = mail(Change.MOVED);

        assertThat(mail.subject()).isEqualTo("New time: Wed, 16 Dec 2026, 11:00 (GMT), Glow Aesthetics");
        assertThat(mail.text())
                .contains("has been moved")
                .contains("When: Wednesday, 16 December 2026, 11:00 (Greenwich Mean Time, GMT)");
    }

    @Test
    void aCancellationIsToldWithWhatWasCancelled() {
        var mail = mail(Change.CANCELLED);

        assertThat(mail.subject()).isEqualTo("Cancelled: Tue, 16 Jun 2026, 12:00 (GMT+1), Glow Aesthetics");
        assertThat(mail.text())
                .contains("is cancelled")
                .contains("What: Canary-Peel\nWhen: Tuesday, 16 June 2026, 12:00")
                .contains("you can book another time");
    }

    @ParameterizedTest
    @EnumSource
    void neitherSubjectNorSmsNorWhatALockedScreenShowsSaysWhatItIsFor(Change change) {
        var mail = mail(change);
        var shown = List.of(mail.subject(), preheader(mail), sms(change).body());

        assertThat(shown).allMatch(line -> line.contains("Glow Aesthetics"));
        assertThat(shown).noneMatch(line -> line.contains("Canary"));
        assertThat(mail.text()
                        .lines()
                        .takeWhile(line -> !line.startsWith("What"))
                        .skip(1))
                .noneMatch(line -> line.contains("Canary"));
    }

    /** Both of these begin at half past one in the night of 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:00Z, Europe/London, '01:30 (British Summer Time, GMT+1)'",
        "2026-10-25T01:30:00Z, Europe/London, '01:30 (Greenwich Mean Time, GMT)'",
        "2026-10-25T01:30:00Z, Europe/Madrid, '02:30 (Central European Standard Time, GMT+1)'",
        "2026-06-16T11:00:00Z, Asia/Kathmandu, '16:45 (Nepal Time, GMT+5:45)'",
        "2026-12-16T11:00:00Z, Australia/Lord_Howe, '22:00 (Lord Howe Daylight Time, GMT+11)'"
    })
    void theTimeIsTheClinicsAndSaysWhichOneWhereTheClockShowsItTwice(String at, String where, String written) {
        occasion.start = Instant.parse(at);
        occasion.zone = ZoneId.of(where);

        assertThat(mail(Change.BOOKED).text()).contains(", " + written + "\n");
    }

    @Test
    void noSummerTimeIsCalledWinterTimeInAnyLanguage() {
        occasion.locale = SPANISH;
        occasion.zone = ZoneId.of("America/New_York");

        assertThat(sms(Change.BOOKED).body()).contains("mar, 16 jun 2026, 7:00 (GMT-4)");
        assertThat(mail(Change.BOOKED).text()).contains("7:00 (hora de verano oriental, GMT-4)");
    }

    @Test
    void aLetterSpeaksItsReadersLanguageThroughout() {
        occasion.locale = SPANISH;

        var mail = mail(Change.BOOKED);

        assertThat(mail.subject()).isEqualTo("Cita reservada: mar, 16 jun 2026, 12:00 (GMT+1), Glow Aesthetics");
        assertThat(mail.text())
                .contains("Hola, Ana Canary-Client:")
                .contains("Cuándo: martes, 16 de junio de 2026, 12:00 (hora de verano británica, GMT+1)")
                .contains("Así puedes contactar")
                .doesNotContain("Your");
        assertThat(mail.html()).contains("<html lang=\"es-ES\"").contains(">Abrir mi portal<");
    }

    @Test
    void aLanguageWithoutWordsFallsBackOnTheClinicsWithItsDates() {
        occasion.locale = Locale.of("tlh");

        assertThat(mail(Change.BOOKED).text()).contains("When: Tuesday, 16 June 2026, 12:00");
    }

    @Test
    void aLanguageWithoutACountryWritesDatesAsTheClinicsCountryDoes() {
        occasion.locale = Locale.ENGLISH;

        assertThat(mail(Change.BOOKED).text()).contains("When: Tuesday, 16 June 2026, 12:00");

        occasion.locale = Locale.US;
        assertThat(mail(Change.BOOKED).text()).contains("When: Tuesday, June 16, 2026, 12:00 PM");
    }

    @Test
    void namesBecomeNeitherMarkupNorLinesOfTheirOwn() {
        occasion.clinicName = "<b>Glow</b>\r\nBcc: x";
        occasion.treatment = "<script>alert(1)</script>\nWhen: never";
        occasion.practitioner = "{page.link} {0} & Sons";

        var mail = mail(Change.BOOKED);

        assertThat(mail.html())
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; When: never")
                .contains("{page.link} {0} &amp; Sons");
        assertThat(mail.text()).contains("What: <script>alert(1)</script> When: never\n");
        assertThat(mail.subject()).isEqualTo("Booked: Tue, 16 Jun 2026, 12:00 (GMT+1), <b>Glow</b> Bcc: x");
    }

    @Test
    void aNameThatIsAnAdvertisementIsNotGreeted() {
        occasion.clientName = "Win at evil.example";

        assertThat(mail(Change.BOOKED).text()).startsWith("Hello,\n").doesNotContain("evil");
    }

    @Test
    void aClinicWithoutAnAddressIsNowhere() {
        occasion.address = " ";

        assertThat(mail(Change.BOOKED).text()).doesNotContain("Where");
        assertThat(attached(Change.BOOKED).getLocation()).isNull();
    }

    @Test
    void noLinkLeadsToAClosedDoor() {
        occasion.bookingOn = false;
        assertThat(mail(Change.BOOKED).text()).contains(LINK);
        assertThat(mail(Change.CANCELLED).text()).doesNotContain(LINK).contains("get in touch with Glow Aesthetics");

        occasion.portalOn = false;
        var mail = mail(Change.MOVED);
        assertThat(mail.text()).doesNotContain(LINK).contains("get in touch with Glow Aesthetics");
        assertThat(mail.html()).doesNotContain(LINK).doesNotContain("Open my portal");
        assertThat(sms(Change.MOVED).body())
                .isEqualTo("Glow Aesthetics: moved, new time Tue, 16 Jun 2026, 12:00 (GMT+1)");
    }

    @Test
    void theAttachedFileHoldsTheAppointment() {
        occasion.version = 4;

        var event = attached(Change.MOVED);

        var file = mails.getLast().attachments().getFirst();
        assertThat(file.name()).isEqualTo("appointment.ics");
        assertThat(file.contentType()).isEqualTo("text/calendar; charset=utf-8; method=PUBLISH");
        assertThat(event.getUid().getValue()).isEqualTo(Fixtures.uuid(1003) + "@client-portal");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(occasion.start);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(occasion.start.plus(Duration.ofHours(1)));
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Fixtures.NOW);
        assertThat(event.getSummary().getValue()).isEqualTo("Canary-Peel, Glow Aesthetics");
        assertThat(event.getLocation().getValue()).isEqualTo("1 High Street, London");
        assertThat(event.getDescription().getValue()).isEqualTo("Dr Canary-Lane");
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @Test
    void theFileOfACancellationCancels() {
        assertThat(attached(Change.CANCELLED).getStatus().isCancelled()).isTrue();
    }

    @Test
    void everyAttemptCarriesTheNoticesId() {
        assertThat(mail(Change.BOOKED).reference()).isEqualTo(Fixtures.uuid(77).toString());
        assertThat(mail(Change.BOOKED).reference())
                .isEqualTo(mail(Change.BOOKED).reference());
    }

    @Test
    void whatTheChannelSaysIsHandedOn() {
        outcome = new Delivery.Unknown("no answer");

        assertThat(letters.send(occasion.letter(EMAIL, Change.BOOKED))).isEqualTo(outcome);
        assertThat(letters.send(occasion.letter(PHONE, Change.BOOKED))).isEqualTo(outcome);
    }

    @Test
    void nothingOfANoticeIsLogged() {
        try (var log = new CapturedLog()) {
            for (var each : List.of(
                    new Delivery.Sent("1"),
                    new Delivery.TryLater("busy"),
                    new Delivery.Unknown("no answer"),
                    new Delivery.Rejected("550"))) {
                outcome = each;
                letters.send(occasion.letter(EMAIL, Change.BOOKED));
                letters.send(occasion.letter(PHONE, Change.CANCELLED));
            }

            assertThat(log.lines()).anyMatch(line -> line.contains("NoticeLetter[" + Fixtures.uuid(77) + "] rejected"));
            assertThat(log.lines())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary") || line.contains("7700900123"));
        }
        assertThat(mail(Change.BOOKED)).asString().doesNotContainIgnoringCase("canary");
        assertThat(new NoticeWords(occasion.letter(EMAIL, Change.BOOKED)).page())
                .asString()
                .doesNotContainIgnoringCase("canary");
    }

    private Mail mail(Change change) {
        letters.send(occasion.letter(EMAIL, change));
        return mails.getLast();
    }

    private Text sms(Change change) {
        letters.send(occasion.letter(PHONE, change));
        return texts.getLast();
    }

    private VEvent attached(Change change) {
        var attachments = mail(change).attachments();
        assertThat(attachments).hasSize(1);
        var events = Biweekly.parse(attachments.getFirst().content()).first().getEvents();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String preheader(Mail mail) {
        String hidden = mail.html().substring(mail.html().indexOf("display:none"));
        return hidden.substring(hidden.indexOf('>') + 1, hidden.indexOf('&'));
    }

    private <T> Delivery sent(List<T> sent, T message) {
        sent.add(message);
        return outcome;
    }
}
