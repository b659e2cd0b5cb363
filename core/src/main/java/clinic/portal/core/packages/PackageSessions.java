package clinic.portal.core.packages;

import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;

/** Sessions of packages, as appointments take them. */
public interface PackageSessions {
    /**
     * Sets a session aside: one statement, so that the last one is not had twice.
     *
     * @param treatment one that the package is for
     * @return false where the client has no such package, or it is used up, expired in the clinic's zone, or for
     *     something else
     */
    boolean reserve(ClinicId clinic, ClientId client, PackageId pack, TreatmentId treatment, AppointmentId appointment);

    /** Gives back what was set aside for an appointment and not used; nothing happens where nothing was. */
    void giveBack(ClinicId clinic, AppointmentId appointment);

    /** What was set aside for an appointment is used up; nothing happens where nothing was. */
    void use(ClinicId clinic, AppointmentId appointment);

    /** What an appointment has used is set aside for it as before; nothing happens where it has used nothing. */
    void unuse(ClinicId clinic, AppointmentId appointment);
}
