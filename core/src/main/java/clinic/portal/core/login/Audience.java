package clinic.portal.core.login;

/** Which door a session opens: a link for the one is worthless at the other. */
public enum Audience {
    PORTAL,
    STAFF
}
