package clinic.portal.core.shared;

/** What a member of staff may do, broadest first. */
public enum Role {
    OWNER,
    MANAGER,
    PRACTITIONER,
    RECEPTIONIST
}
