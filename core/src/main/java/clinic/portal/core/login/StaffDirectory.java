package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import java.util.List;

/** Who works where, over all clinics: asked by an address in full, and answers with clinics alone. */
public interface StaffDirectory {
    /** Where somebody with this address works today. */
    List<ClinicId> clinicsOf(EmailAddress address);
}
