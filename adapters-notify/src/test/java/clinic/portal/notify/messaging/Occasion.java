package clinic.portal.notify.messaging;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.messaging.NoticeId;
import clinic.portal.core.messaging.NoticeLetter;
import clinic.portal.core.messaging.NoticeLetter.To;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** What a notice is about, for a test to change at will; with words in it that must turn up nowhere but in the mail. */
final class Occasion {
    static final String LINK = "https://portal.example/glow";
    static final To EMAIL = new To.Email(Letters.READER);
    static final To PHONE = new To.Phone(Letters.PHONE);

    String clinicName = "Glow Aesthetics";
    String address = "1 High Street, London";
    ZoneId zone = Fixtures.LONDON;
    boolean portalOn = true;
    boolean bookingOn = true;
    String clientName = "Ana Canary-Client";
    String treatment = "Canary-Peel";
    String practitioner = "Dr Canary-Lane";
    Instant start = Instant.parse("2026-06-16T11:00:00Z");
    int version = 1;
    Locale locale = Locale.UK;

    NoticeLetter letter(To to, Change change) {
        return new NoticeLetter(
                new NoticeId(Fixtures.uuid(77)),
                clinic(),
                to,
                clientName,
                locale,
                change,
                appointment(change),
                URI.create(LINK),
                Fixtures.NOW);
    }

    private DiaryEntry appointment(Change change) {
        return new DiaryEntry(
                new AppointmentId(Fixtures.uuid(1003)),
                new Named(Fixtures.uuid(1), clientName),
                new Named(Fixtures.uuid(2), treatment),
                new Named(Fixtures.uuid(3), practitioner),
                null,
                start,
                start.plus(Duration.ofHours(1)),
                zone,
                change == Change.CANCELLED ? AppointmentStatus.CANCELLED : AppointmentStatus.BOOKED,
                new Money(8_000, Fixtures.GBP),
                "Canary notes",
                null,
                null,
                version);
    }

    private Clinic clinic() {
        var glow = Fixtures.aClinic();
        return new Clinic(
                glow.id(),
                glow.slug(),
                clinicName,
                glow.colour(),
                glow.logo(),
                new Clinic.Contact("020 7946 0000", "hello@glow.example", address),
                zone,
                glow.locale(),
                glow.currency(),
                glow.country(),
                glow.smsRegions(),
                portalOn,
                bookingOn,
                glow.channels());
    }
}
