package clinic.portal.core.login;

/** What somebody brings to log in with. */
public sealed interface Proof {
    /** The token from a link. */
    record Token(String raw) implements Proof {}

    /** The six digits from the same message, with the address it went to. */
    record Code(String digits, Claim claim) implements Proof {}
}
