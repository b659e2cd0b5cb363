package clinic.portal.rest.shared;

/** A change of something that others change too, sent without saying which version it was made from. */
final class IfMatchMissing extends RuntimeException {
    IfMatchMissing() {
        super("If-Match", null, false, false);
    }
}
