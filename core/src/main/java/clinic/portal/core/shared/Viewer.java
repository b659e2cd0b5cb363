package clinic.portal.core.shared;

import java.util.Set;
import java.util.UUID;

/** Who is calling, once recognised. The clinic comes from here and from nowhere else (SECURITY T22). */
public sealed interface Viewer {
    ClinicId clinic();

    /** Somebody who has logged in. */
    sealed interface InSession extends Viewer {
        SessionId session();
    }

    /**
     * A client in their own portal.
     *
     * @param preview a member of staff looking through the client's eyes: reads everything, changes nothing
     */
    record Client(ClinicId clinic, ClientId client, SessionId session, boolean preview) implements InSession {
        /** @throws PreviewReadOnly in a preview: whatever changes something asks here first */
        public Client acting() {
            if (preview) {
                throw new PreviewReadOnly();
            }
            return this;
        }
    }

    /** Somebody on the clinic's side: a member of staff, or a program that was given a key. */
    sealed interface Staff extends Viewer {
        /**
         * Asked first of all by whatever staff can do, once: here and nowhere else it is decided who may do what.
         *
         * @throws Denied where they may not
         */
        Staff may(Right right);

        /** The member of staff, or the key. */
        UUID id();

        /** Whose a call is that is done once: what was answered to somebody who has another role since is not theirs. */
        String principal();
    }

    /**
     * @param role today's, not that at login
     * @param enrolling has yet to set up the second factor that the clinic asks for, and may do nothing else meanwhile
     */
    record Member(ClinicId clinic, StaffId member, SessionId session, Role role, boolean enrolling)
            implements Staff, InSession {
        @Override
        public Member may(Right right) {
            if (enrolling) {
                throw new SecondFactorDue();
            }
            if (!right.isOf(role)) {
                throw new RoleNotAllowed();
            }
            return this;
        }

        @Override
        public UUID id() {
            return member.value();
        }

        @Override
        public String principal() {
            return "%s %s%s".formatted(member.value(), role, enrolling ? " enrolling" : "");
        }
    }

    /** A program of somebody else's, with an API key. */
    record Integrator(ClinicId clinic, ApiKeyId key, Set<Right> scopes) implements Staff {
        public Integrator {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public Integrator may(Right right) {
            if (!scopes.contains(right)) {
                throw new ScopeMissing(right);
            }
            return this;
        }

        @Override
        public UUID id() {
            return key.value();
        }

        @Override
        public String principal() {
            return key.value().toString();
        }
    }
}
