package clinic.portal.notify.messaging;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.messaging.NoticeLetter;
import clinic.portal.notify.messaging.NoticePage.Fact;
import clinic.portal.notify.shared.Letterhead;
import clinic.portal.notify.shared.OneLine;
import clinic.portal.notify.shared.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the words of one notice: in the reader's language, else the clinic's, else English. */
final class NoticeWords {
    private final NoticeLetter letter;
    private final Clinic clinic;
    private final DiaryEntry appointment;
    private final List<Locale> wished;
    private final Words words;
    private final LocalMoment start;

    NoticeWords(NoticeLetter letter) {
        this.letter = letter;
        this.clinic = letter.clinic();
        this.appointment = letter.appointment();
        this.wished = List.of(letter.locale(), clinic.locale());
        this.words = Words.of("notices", wished);
        this.start = LocalMoment.of(appointment.startsAt(), clinic.zone(), withCountry(words.locale()));
    }

    NoticePage page() {
        String link = link();
        return new NoticePage(
                Letterhead.of(clinic, letter.name(), wished),
                ofChange("subject"),
                ofChange("intro"),
                facts(),
                ofChange("calendar"),
                link == null ? say("further.off") : ofChange("further"),
                link,
                say("button"),
                say("ignore"));
    }

    /** Without treatment, practitioner or client (SECURITY P49). */
    String sms(String clinicName) {
        String sentence = Gsm7.nearest(words.say(prefix() + "sms", clinicName, start.brief()));
        String link = link();
        return link == null ? sentence : sentence + "\n" + link;
    }

    String clinicName() {
        return OneLine.of(clinic.name());
    }

    private List<Fact> facts() {
        return Stream.of(
                        new Fact(say("what"), OneLine.of(appointment.treatment().name())),
                        new Fact(say("when"), start.full()),
                        new Fact(
                                say("with"),
                                OneLine.of(appointment.practitioner().name())),
                        new Fact(say("where"), OneLine.of(clinic.contact().address())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    /** None where it would lead to a closed door. */
    private @Nullable String link() {
        boolean open = clinic.portalOn() && (letter.change() != Change.CANCELLED || clinic.bookingOn());
        return open ? letter.portal().toString() : null;
    }

    private String ofChange(String key) {
        return say(prefix() + key);
    }

    private String say(String key) {
        return words.say(key, clinicName(), start.brief());
    }

    private String prefix() {
        return switch (letter.change()) {
            case BOOKED -> "booked.";
            case MOVED -> "moved.";
            case CANCELLED -> "cancelled.";
        };
    }

    /** A language alone does not say how its dates are written: where the clinic is, most likely. */
    private Locale withCountry(Locale locale) {
        return locale.getCountry().isEmpty() ? Locale.of(locale.getLanguage(), clinic.country()) : locale;
    }
}
