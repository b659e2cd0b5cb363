package clinic.portal.core.clinic;

import java.util.Optional;
import java.util.regex.Pattern;

/** The clinic's name in its portal's address: 3 to 40 of a–z, 0–9 and inner dashes. */
public record Slug(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

    public Slug {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a slug");
        }
    }

    public static Optional<Slug> read(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new Slug(typed)) : Optional.empty();
    }
}
