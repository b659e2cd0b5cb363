package clinic.portal.notify.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the demo's inbox, in the shape its JSON has. Public, because templates and JSON reach it by reflection.
 *
 * @param channel {@code email} or {@code sms}
 * @param links every web address in the text, in its order
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
        @Nullable String heldBack) {}
