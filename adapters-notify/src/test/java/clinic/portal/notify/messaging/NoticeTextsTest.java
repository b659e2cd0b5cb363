package clinic.portal.notify.messaging;

import static clinic.portal.notify.messaging.Occasion.LINK;
import static clinic.portal.notify.messaging.Occasion.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.notify.booking.Ical4jCalendars;
import clinic.portal.notify.shared.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticeTextsTest {
    private static final MailChannel NO_MAIL = mail -> {
        throw new AssertionError("An SMS is no mail");
    };

    private final List<Text> texts = new ArrayList<>();
    private final NoticeLetters letters =
            new NoticeLetters(NO_MAIL, this::sent, new Templates(), new Ical4jCalendars());
    private final Occasion occasion = new Occasion();

    @Test
    void anSmsHoldsClinicTimeAndLinkInOneMessage() {
        assertThat(sms(Change.BOOKED))
                .isEqualTo(new Text(
                        Letters.PHONE,
                        "Glow Aesthetics: booked for Tue, 16 Jun 2026, 12:00 (GMT+1)\n" + LINK,
                        Fixtures.uuid(77).toString()));
        assertThat(sms(Change.CANCELLED).body())
                .isEqualTo("Glow Aesthetics: Tue, 16 Jun 2026, 12:00 (GMT+1) is cancelled\n" + LINK);
    }

    @Test
    void anSmsKeepsToTheAlphabetOfSms() {
        occasion.clinicName = "Clínica Ñandú";
        occasion.locale = Locale.of("es", "ES");
        occasion.start = Instant.parse("2026-06-20T11:00:00Z");

        for (var change : Change.values()) {
            var body = sms(change).body();
            assertThat(body).startsWith("Clinica Ñandu: ").contains("sab, 20 jun 2026, 12:00 (GMT+1)");
            assertThat(Gsm7.fitsOne(body)).isTrue();
        }

        occasion.locale = Locale.US;
        assertThat(sms(Change.BOOKED).body()).contains("Sat, Jun 20, 2026, 12:00 PM (GMT+1)");
        assertThat(Gsm7.fitsOne(sms(Change.BOOKED).body())).isTrue();
    }

    @Test
    void anSmsShortensANameOnlyWhereThatSavesAMessage() {
        occasion.clinicName = "The Kensington Centre for Skin & Care";
        assertThat(sms(Change.BOOKED).body()).startsWith(occasion.clinicName + ": ");

        occasion.clinicName =
                "The Kensington and Chelsea Centre for Aesthetic Medicine and Skin Care of London, Kensington";
        assertThat(sms(Change.BOOKED).body()).startsWith("The Kensington an...: booked for");
        assertThat(Gsm7.fitsOne(sms(Change.BOOKED).body())).isTrue();
    }

    @Test
    void aNameInAnotherScriptTakesTwoMessagesAtMost() {
        occasion.clinicName = "美容クリニック";

        assertThat(sms(Change.BOOKED).body()).startsWith("美容クリニック: ");
        assertThat(Gsm7.messages(sms(Change.BOOKED).body())).isEqualTo(2);
    }

    private Text sms(Change change) {
        letters.send(occasion.letter(PHONE, change));
        return texts.getLast();
    }

    private Delivery sent(Text text) {
        texts.add(text);
        return new Delivery.Sent("1");
    }
}
