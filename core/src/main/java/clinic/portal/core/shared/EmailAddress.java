package clinic.portal.core.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, trimmed and in lower case, so that one person is not two. At most 254 characters (RFC 5321). */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    // The HTML standard's own test for type=email, with a dot required in the domain; quoting is for museums.
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                    + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public EmailAddress {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** The address that somebody typed, or nothing where it is none. */
    public static Optional<EmailAddress> read(String typed) {
        String tidy = typed.strip().toLowerCase(Locale.ROOT);
        return tidy.length() <= LONGEST && SHAPE.matcher(tidy).matches()
                ? Optional.of(new EmailAddress(tidy))
                : Optional.empty();
    }

    /** Says nothing: what is personal does not get into a log by way of somebody's message (SECURITY P50). */
    @Override
    public String toString() {
        return "EmailAddress[...]";
    }
}
