package clinic.portal.core.audit;

import java.util.Optional;

/** Knows what is being done at present. */
public interface Deeds {
    /** Nothing for what leaves no trace: a look at what is nobody's own, and whatever no person asked for. */
    Optional<Deed> present();
}
