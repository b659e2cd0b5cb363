package clinic.portal.core.clinic;

/**
 * By what clients are told of their appointments. Login links by e-mail go out whatever stands here, or nobody would get
 * in; login codes by SMS do not.
 */
public record Channels(boolean email, boolean sms) {
    public static final Channels ALL = new Channels(true, true);
}
