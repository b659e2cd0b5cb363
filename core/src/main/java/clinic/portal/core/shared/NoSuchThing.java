package clinic.portal.core.shared;

import java.util.Map;

/** The plain "not found": says nothing about what is missing, so another clinic's id tells nothing. */
public final class NoSuchThing extends NotFound {
    public NoSuchThing() {
        super("not_found", "There is nothing here.", Map.of());
    }
}
