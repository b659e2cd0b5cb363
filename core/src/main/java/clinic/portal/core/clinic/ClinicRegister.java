package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;

/** Where new clinics are entered. */
public interface ClinicRegister {
    /**
     * Enters a clinic with its slug.
     *
     * @param id the clinic's own
     * @return false where the slug is not free; then nothing was entered
     */
    boolean enter(ClinicId id, Clinic clinic);
}
