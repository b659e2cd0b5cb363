package clinic.portal.core.shared;

import java.util.Set;

/** Who is calling, once a session has been recognised. The clinic comes from here and from nowhere else. */
public sealed interface Viewer {
    ClinicId clinic();

    SessionId session();

    /**
     * A client in their own portal.
     *
     * @param preview a member of staff looking through the client's eyes: reads everything, changes nothing
     */
    record Client(ClinicId clinic, ClientId client, SessionId session, boolean preview) implements Viewer {
        /** @throws PreviewReadOnly in a preview: whatever changes something asks here first */
        public Client acting() {
            if (preview) {
                throw new PreviewReadOnly();
            }
            return this;
        }
    }

    record Staff(ClinicId clinic, StaffId member, SessionId session, Role role) implements Viewer {
        private static final Set<Role> LEADING = Set.of(Role.OWNER, Role.MANAGER);

        /** @throws RoleNotAllowed for whoever does not run the clinic: what it offers, and when, is not theirs to change */
        public Staff leading() {
            if (!LEADING.contains(role)) {
                throw new RoleNotAllowed();
            }
            return this;
        }
    }
}
