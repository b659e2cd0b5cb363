package clinic.portal.core.messaging;

import org.jspecify.annotations.Nullable;

/** What became of one attempt to hand a message to the far end. Reasons hold no address and no content. */
public sealed interface Delivery {
    /** @param reference the far end's own id of the message, where it gives one */
    record Sent(@Nullable String reference) implements Delivery {}

    /** Certainly not sent; the same attempt later may work. */
    record TryLater(String reason) implements Delivery {}

    /** It may or may not have gone out (SECURITY F2): sending again blindly could send twice. */
    record Unknown(String reason) implements Delivery {}

    /** Certainly not sent, and never will be: the address is wrong or its owner wants none. */
    record Rejected(String reason) implements Delivery {}
}
