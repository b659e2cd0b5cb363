package clinic.portal.notify.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the demo's inbox, in the shape its JSON has. Public, because templates and JSON reach it by reflection.
 *
 * @param channel {@code email} or {@code sms}
 * @param links every web address in the text, in its order
 * @param attachments what goes along with a mail
 * @param heldBack why nothing was sent; absent for a message
 */
public record InboxItem(
        String id,
        String channel,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        Instant sentAt,
        List<String> links,
        List<Attachment> attachments,
        @Nullable String heldBack) {
    /** A file, as text. */
    public record Attachment(String name, String contentType, String content) {
        /** For a page to offer it without asking us again; no part of the JSON. */
        public String href() {
            var bytes = content.getBytes(StandardCharsets.UTF_8);
            return "data:text/plain;base64," + Base64.getEncoder().encodeToString(bytes);
        }
    }
}
