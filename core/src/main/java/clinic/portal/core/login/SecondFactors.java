package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.util.Optional;

/** What members of staff prove themselves with beside their link. Each change is one statement. */
public interface SecondFactors {
    Optional<Factor> find(ClinicId clinic, StaffId member);

    /** Whether the clinic asks all its staff for one. */
    boolean requiredAt(ClinicId clinic);

    /** Puts down a key that is yet to be confirmed, in place of an earlier one; false where one is confirmed. */
    boolean begin(ClinicId clinic, StaffId member, byte[] sealed);

    /**
     * From now on the key is asked for at login. Whoever is logging in without it meanwhile is waited for.
     *
     * @param step the one whose code showed that the phone has the key; it counts as used
     * @param sealed the key that was looked at, as it was found
     * @return false where it was confirmed in the meantime, or another one was begun with
     */
    boolean confirm(ClinicId clinic, StaffId member, long step, byte[] sealed);

    /**
     * Uses a step of a confirmed key.
     *
     * @param sealed the key again, as it is to be kept from now on
     * @return false where it was used already, or a later one was (RFC 6238, 5.2)
     */
    boolean useStep(ClinicId clinic, StaffId member, long step, byte[] sealed);

    /** Takes it away, with its recovery codes; false where there was none. */
    boolean remove(ClinicId clinic, StaffId member);

    /**
     * @param sealed the key, which {@link SecondFactorKeeping} alone can read
     * @param confirmed whether it is in force
     */
    record Factor(byte[] sealed, boolean confirmed) {}
}
