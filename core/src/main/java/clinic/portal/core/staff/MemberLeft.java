package clinic.portal.core.staff;

import clinic.portal.core.shared.Conflict;
import java.util.Map;

/** Who has left is not changed any more; they can be invited again. */
public final class MemberLeft extends Conflict {
    public MemberLeft() {
        super("member_left", "This member of staff has left; invite them again.", Map.of());
    }
}
