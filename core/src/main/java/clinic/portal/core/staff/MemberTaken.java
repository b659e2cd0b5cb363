package clinic.portal.core.staff;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Somebody who works here has it already: an address to be known by, or a place in the calendar. */
public final class MemberTaken extends Conflict {
    public MemberTaken(Members.Taken what) {
        super(
                switch (what) {
                    case EMAIL -> "email_taken";
                    case PHONE -> "phone_taken";
                    case PRACTITIONER -> "practitioner_taken";
                },
                switch (what) {
                    case EMAIL -> "A member of staff has this e-mail address already.";
                    case PHONE -> "A member of staff has this phone number already.";
                    case PRACTITIONER -> "Another member of staff is this practitioner.";
                },
                Map.of());
    }
}
