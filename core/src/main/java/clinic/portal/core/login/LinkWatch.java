package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;

/** Is told of links held back: to be counted, and in the demo to be shown. */
public interface LinkWatch {
    void heldBack(ClinicId clinic, Identifier identifier, HoldReason reason);
}
