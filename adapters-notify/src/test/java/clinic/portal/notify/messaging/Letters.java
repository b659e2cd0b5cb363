package clinic.portal.notify.messaging;

import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.util.List;

/** Messages to send in tests, with words in them that must turn up nowhere but at their reader's. */
final class Letters {
    static final EmailAddress READER = new EmailAddress("canary-reader@example.com");
    static final PhoneNumber PHONE = new PhoneNumber("+447700900123");
    static final String SECRET = "canary-token-7f3a";

    private Letters() {}

    static Mail mail() {
        return mail("Glow Aesthetics", "Your sign-in link for Glow Aesthetics");
    }

    static Mail mail(String fromName, String subject) {
        return mail(fromName, subject, List.of());
    }

    static Mail mail(Mail.Attachment attachment) {
        return mail("Glow Aesthetics", "Booked: Tue, 16 Jun 2026, 12:00 (GMT+1)", List.of(attachment));
    }

    private static Mail mail(String fromName, String subject, List<Mail.Attachment> attachments) {
        return new Mail(
                READER,
                fromName,
                new EmailAddress("hello@glow.example"),
                subject,
                "Follow https://portal.example/glow/login#t=" + SECRET,
                "<p><a href=\"https://portal.example/glow/login#t=" + SECRET + "\">Go</a></p>",
                attachments,
                "01977000-0000-7000-8000-000000000001");
    }

    static Text text() {
        return new Text(PHONE, "Glow: code 123456\nhttps://portal.example/glow/login#t=" + SECRET, "01977");
    }
}
