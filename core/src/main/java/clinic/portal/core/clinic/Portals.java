package clinic.portal.core.clinic;

import clinic.portal.core.shared.ClinicId;
import java.util.Optional;

public interface Portals {
    Optional<Portal> find(ClinicId clinic);

    /** The same, kept from everybody else who would change it until the transaction ends; from new prices, too. */
    Optional<Portal> lock(ClinicId clinic);

    /** Whether anything is priced or paid at the clinic: what it stands for depends on the currency. */
    boolean hasPrices(ClinicId clinic);

    /** Writes all of it, of a portal that was locked. The slug must be the clinic's own by then. */
    void save(ClinicId clinic, Portal portal);
}
