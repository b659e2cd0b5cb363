package clinic.portal.core.shared;

import java.util.regex.Pattern;

/** A phone number in E.164: a plus sign and 7 to 15 digits. */
public record PhoneNumber(String value) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an E.164 phone number");
        }
    }

    /** Says nothing: what is personal does not get into a log by way of somebody's message (SECURITY P50). */
    @Override
    public String toString() {
        return "PhoneNumber[...]";
    }
}
