package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;

/** Has {@link LinkDelivery} called for a link soon, by any instance, once the present transaction is committed. */
public interface LinkQueue {
    void enqueue(ClinicId clinic, LinkId link);
}
