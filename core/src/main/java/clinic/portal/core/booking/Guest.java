package clinic.portal.core.booking;

/** What somebody who is not logged in types about themselves; checked when it is read. */
public record Guest(String name, String email, String phone) {
    /** Says nothing: it is personal (SECURITY P50). */
    @Override
    public String toString() {
        return "Guest[...]";
    }
}
