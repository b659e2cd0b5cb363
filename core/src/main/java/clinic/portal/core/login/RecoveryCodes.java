package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.util.List;

/** What stands in for a lost phone, each once. Only hashes are kept. */
public interface RecoveryCodes {
    /** Puts these in place of all there were. */
    void replace(ClinicId clinic, StaffId member, List<byte[]> hashes);

    /** One statement; false where there is no such code, or it was used. */
    boolean use(ClinicId clinic, StaffId member, byte[] hash);
}
