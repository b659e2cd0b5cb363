package clinic.portal.core.staff;

import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;

/** Somebody who works at the clinic. */
public record Member(StaffId id, String name, EmailAddress email, Role role) {}
