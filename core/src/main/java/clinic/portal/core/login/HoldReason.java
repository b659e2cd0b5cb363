package clinic.portal.core.login;

/** Why a link that was asked for does not go out. The asker is never told; staff, metrics and the dev inbox are. */
public enum HoldReason {
    UNKNOWN_RECIPIENT,
    OPTED_OUT,
    /** The clinic sends none. */
    SMS_OFF,
    NUMBER_NOT_ALLOWED,
    TOO_SOON,
    TOO_MANY_THIS_HOUR,
    CLINIC_SMS_LIMIT,
    PORTAL_OFF,
    TOO_LATE
}
