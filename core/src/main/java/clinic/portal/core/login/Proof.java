package clinic.portal.core.login;

/** What somebody brings to log in with. Prints as its kind alone: a log must not hold it. */
public sealed interface Proof {
    /** The token from a link. */
    record Token(String raw) implements Proof {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** The six digits from the same message, with the address it went to. */
    record Code(String digits, Claim claim) implements Proof {
        @Override
        public String toString() {
            return "Code";
        }
    }
}
