package clinic.portal.core.staff;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.Role;
import org.jspecify.annotations.Nullable;

/** A member of staff as somebody typed them. */
public record MemberDraft(
        String name,
        String email,
        @Nullable String phone,
        @Nullable String locale,
        Role role,
        @Nullable PractitionerId practitioner) {

    /** Says nothing: what is personal does not get into a log by way of somebody's message (SECURITY P50). */
    @Override
    public String toString() {
        return "MemberDraft[...]";
    }
}
