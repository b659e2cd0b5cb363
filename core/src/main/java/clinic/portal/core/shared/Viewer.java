package clinic.portal.core.shared;

/** Who is calling, once a session has been recognised. The clinic comes from here and from nowhere else. */
public sealed interface Viewer {
    ClinicId clinic();

    SessionId session();

    /**
     * A client in their own portal.
     *
     * @param preview a member of staff looking through the client's eyes: reads everything, changes nothing
     */
    record Client(ClinicId clinic, ClientId client, SessionId session, boolean preview) implements Viewer {}

    record Staff(ClinicId clinic, StaffId member, SessionId session, Role role) implements Viewer {}
}
