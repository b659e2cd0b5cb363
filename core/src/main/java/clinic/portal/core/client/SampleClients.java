package clinic.portal.core.client;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;

/**
 * Clients who are nobody, to show a portal by: one a clinic, without address or number, in no list and found by no search.
 */
public interface SampleClients {
    /** The clinic's; made under {@code fresh} where there is none yet. One, however many ask at once. */
    Profile require(ClinicId clinic, ClientId fresh, String name);
}
