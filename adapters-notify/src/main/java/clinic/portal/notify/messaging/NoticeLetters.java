package clinic.portal.notify.messaging;

import clinic.portal.core.booking.CalendarEntry;
import clinic.portal.core.booking.CalendarFiles;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.messaging.NoticeLetter;
import clinic.portal.core.messaging.NoticeLetter.To;
import clinic.portal.core.messaging.NoticeSender;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.notify.shared.OneLine;
import clinic.portal.notify.shared.Templates;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Words notices and hands them to mail or SMS. Neither subject nor SMS says what the clinic does for its client
 * (SECURITY P49); the mail itself and the calendar file that goes with it do.
 */
public final class NoticeLetters implements NoticeSender {
    private static final Logger LOG = Logger.getLogger(NoticeLetters.class);
    private static final String CALENDAR = "text/calendar; charset=utf-8; method=PUBLISH";

    private final MailChannel mails;
    private final TextChannel texts;
    private final Templates templates;
    private final CalendarFiles calendars;

    public NoticeLetters(MailChannel mails, TextChannel texts, Templates templates, CalendarFiles calendars) {
        this.mails = mails;
        this.texts = texts;
        this.templates = templates;
        this.calendars = calendars;
    }

    @Override
    public Delivery send(NoticeLetter letter) {
        var words = new NoticeWords(letter);
        Delivery delivery = switch (letter.to()) {
            case To.Email email -> mails.send(mail(letter, email.address(), words));
            case To.Phone phone -> texts.send(text(letter, phone.number(), words));
        };
        DeliveryLog.write(LOG, letter.toString(), delivery);
        return delivery;
    }

    private Mail mail(NoticeLetter letter, EmailAddress to, NoticeWords words) {
        var page = words.page();
        return new Mail(
                to,
                words.clinicName(),
                EmailAddress.read(letter.clinic().contact().email()).orElse(null),
                page.subject(),
                templates.render("messaging/notice.txt", "page", page),
                templates.render("messaging/notice.html", "page", page),
                List.of(new Mail.Attachment("appointment.ics", CALENDAR, calendar(letter))),
                letter.id().value().toString());
    }

    private static Text text(NoticeLetter letter, PhoneNumber to, NoticeWords words) {
        String name = Gsm7.nearest(words.clinicName());
        String whole = words.sms(name);
        String brief = words.sms(Gsm7.shortened(name));
        return new Text(
                to,
                Gsm7.messages(brief) < Gsm7.messages(whole) ? brief : whole,
                letter.id().value().toString());
    }

    private String calendar(NoticeLetter letter) {
        var entry = CalendarEntry.forClient(letter.appointment(), letter.clinic(), letter.writtenAt());
        return calendars.write(OneLine.of(letter.clinic().name()), List.of(entry));
    }
}
