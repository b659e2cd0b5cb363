package clinic.portal.notify.messaging;

import clinic.portal.core.shared.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail, to one address. May hold a login token: never log it.
 *
 * @param fromName shown beside our own sender address
 * @param replyTo where an answer goes; without it, to the sender address
 * @param reference our own id of the message: the same at every attempt, so that a repeat can be told from a second one
 */
public record Mail(
        EmailAddress to,
        String fromName,
        @Nullable EmailAddress replyTo,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        String reference) {
    public Mail {
        attachments = List.copyOf(attachments);
    }

    /**
     * A file that goes along; its text is in UTF-8.
     *
     * @param name of our own choosing: it stands in a header as it is
     * @param contentType the same, with its parameters
     */
    public record Attachment(String name, String contentType, String content) {
        @Override
        public String toString() {
            return "Attachment[" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "Mail[" + reference + "]";
    }
}
