package clinic.portal.core.messaging;

import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a client can be told something.
 *
 * @param locale their language; the clinic's, where they have none
 * @param noEmail they want none
 * @param noSms they want none
 */
public record Contact(
        String name,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        Locale locale,
        boolean noEmail,
        boolean noSms) {}
