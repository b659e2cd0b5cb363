package clinic.portal.notify.login;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkSender;
import clinic.portal.core.login.LoginLetter;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.notify.messaging.DeliveryLog;
import clinic.portal.notify.messaging.Mail;
import clinic.portal.notify.messaging.MailChannel;
import clinic.portal.notify.messaging.Text;
import clinic.portal.notify.messaging.TextChannel;
import clinic.portal.notify.shared.Templates;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Words login letters and hands them to mail or SMS. Neither subject nor SMS says what the clinic does for its client
 * (SECURITY P49).
 */
public final class LetterSender implements LinkSender {
    private static final Logger LOG = Logger.getLogger(LetterSender.class);

    private final MailChannel mails;
    private final TextChannel texts;
    private final Templates templates;

    public LetterSender(MailChannel mails, TextChannel texts, Templates templates) {
        this.mails = mails;
        this.texts = texts;
        this.templates = templates;
    }

    @Override
    public Delivery send(LoginLetter letter) {
        var words = new LetterWords(letter, letter.audience() == Audience.STAFF);
        Delivery delivery = switch (letter.to()) {
            case Identifier.Email email -> mails.send(mail(letter, email.address(), words));
            case Identifier.Phone phone -> texts.send(text(letter, phone.number(), words));
        };
        DeliveryLog.write(LOG, "Login letter " + letter, delivery);
        return delivery;
    }

    private Mail mail(LoginLetter letter, EmailAddress to, LetterWords words) {
        var page = words.page();
        return new Mail(
                to,
                words.clinicName(),
                EmailAddress.read(letter.clinic().contact().email()).orElse(null),
                page.subject(),
                templates.render("login/letter.txt", "page", page),
                templates.render("login/letter.html", "page", page),
                List.of(),
                letter.id().value().toString());
    }

    private static Text text(LoginLetter letter, PhoneNumber to, LetterWords words) {
        return new Text(
                to,
                LoginText.compose(words, letter.link(), letter.code()),
                letter.id().value().toString());
    }
}
