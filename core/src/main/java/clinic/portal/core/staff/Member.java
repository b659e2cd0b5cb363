package clinic.portal.core.staff;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Traced;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the clinic, or did.
 *
 * @param secondFactor whether they have one in force
 * @param leftAt absent while they work here
 */
public record Member(
        StaffId id,
        Plan plan,
        boolean secondFactor,
        @Nullable Instant leftAt,
        int version) implements Traced {
    @Override
    public UUID trace() {
        return id.value();
    }

    /**
     * @param phone where links may go by SMS
     * @param locale what they are written to in; absent for the clinic's
     * @param practitioner who they are in the calendar, if they treat clients
     */
    public record Plan(
            String name,
            EmailAddress email,
            @Nullable PhoneNumber phone,
            @Nullable Locale locale,
            Role role,
            @Nullable PractitionerId practitioner) {}

    /** Somebody who has just been invited. */
    static Member invited(StaffId id, Plan plan) {
        return new Member(id, plan, false, null, 0);
    }

    public String name() {
        return plan.name;
    }

    public EmailAddress email() {
        return plan.email;
    }

    public Role role() {
        return plan.role;
    }

    public boolean hasLeft() {
        return leftAt != null;
    }

    public Cursor cursor() {
        return new Cursor(plan.name, id.value());
    }

    Member changed(Plan to) {
        return new Member(id, to, secondFactor, leftAt, version + 1);
    }

    Member leaving(Instant now) {
        return new Member(id, plan, secondFactor, now, version + 1);
    }

    Member withoutSecondFactor() {
        return new Member(id, plan, false, leftAt, version);
    }

    boolean isOwner() {
        return role() == Role.OWNER;
    }

    /** Whether a link that was on its way to the one would not be for the other. */
    boolean isReachedOtherwiseThan(Member before) {
        return !plan.email.equals(before.plan.email) || !Objects.equals(plan.phone, before.plan.phone);
    }

    /**
     * The roles of those who lead are for owners to give and to take, and those who have them are for owners to change.
     *
     * @throws OwnerOnly where this one may not
     */
    void mayMake(@Nullable Member before, Role after) {
        boolean aboutALeader = leads(after) || (before != null && leads(before.role()));
        if (aboutALeader && !isOwner()) {
            throw new OwnerOnly();
        }
    }

    /**
     * As above; but what is said of oneself anybody here may change who may change others, save their role.
     *
     * @throws OwnerOnly where this one may not
     */
    void mayChange(Member before, Role after) {
        if (!id.equals(before.id) || after != before.role()) {
            mayMake(before, after);
        }
    }

    private static boolean leads(Role role) {
        return role == Role.OWNER || role == Role.MANAGER;
    }
}
