package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.staff.Member;
import clinic.portal.core.staff.Member.Plan;
import clinic.portal.core.staff.Members;
import clinic.portal.core.staff.Members.Taken;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public abstract class MembersContract {
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    protected abstract Members members();

    /** A clinic where nobody works yet. */
    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** Of {@link #clinic}. */
    protected abstract PractitionerId practitioner();

    @Test
    void whoIsAddedIsFoundAsTheyAre() {
        var iris = new Member(
                new StaffId(uuid(1)),
                new Plan(
                        "Iris Lane",
                        new EmailAddress("iris@glow.example"),
                        new PhoneNumber("+447700900123"),
                        Locale.forLanguageTag("es-ES"),
                        Role.PRACTITIONER,
                        practitioner()),
                false,
                null,
                0);
        members().add(clinic(), iris);

        assertThat(members().find(clinic(), iris.id())).contains(iris);
        assertThat(members().find(otherClinic(), iris.id())).isEmpty();
    }

    @Test
    void aChangeIsWrittenFromTheVersionBefore() {
        var olga = add(1, "Olga", Role.OWNER);
        var changed = new Member(olga.id(), plan("Olga Orr", 1, Role.MANAGER, practitioner()), false, null, 1);

        assertThat(members().replace(clinic(), changed)).isTrue();
        assertThat(members().replace(clinic(), changed)).isFalse();

        assertThat(members().find(clinic(), olga.id())).contains(changed);
    }

    @Test
    void whoLeavesIsListedAmongThoseWhoLeft() {
        var olga = add(1, "Olga", Role.OWNER);
        var rita = add(2, "Rita", Role.RECEPTIONIST);

        var left = new Member(rita.id(), rita.plan(), false, NOON, 1);
        assertThat(members().replace(clinic(), left)).isTrue();

        assertThat(members().find(clinic(), rita.id())).contains(left);
        assertThat(members().list(clinic(), false, PageRequest.first(10)).items())
                .containsExactly(olga);
        assertThat(members().list(clinic(), true, PageRequest.first(10)).items())
                .containsExactly(left);
    }

    @Test
    void listsGoOnAfterTheLastName() {
        var bea = add(2, "Bea", Role.MANAGER);
        var ann = add(3, "Ann", Role.MANAGER);
        var otherBea = add(4, "Bea", Role.MANAGER);

        var first = members().list(clinic(), false, PageRequest.first(2));
        var second = members().list(clinic(), false, new PageRequest(2, first.next()));

        assertThat(first.items()).containsExactly(ann, bea);
        assertThat(second.items()).containsExactly(otherBea);
        assertThat(second.next()).isNull();
        assertThat(members().list(otherClinic(), false, PageRequest.first(2)).items())
                .isEmpty();
    }

    @Test
    void ownersAreThoseWhoWorkThere() {
        add(1, "Olga", Role.OWNER);
        var gone = add(2, "Omar", Role.OWNER);
        add(3, "Rita", Role.RECEPTIONIST);
        members().replace(clinic(), new Member(gone.id(), gone.plan(), false, NOON, 1));

        assertThat(members().owners(clinic())).isEqualTo(1);
        assertThat(members().owners(otherClinic())).isZero();
    }

    @Test
    void whatOthersHaveIsTakenAndOnesOwnIsNot() {
        var plan = plan("Olga", 1, Role.OWNER, practitioner());
        var olga = new Member(new StaffId(uuid(1)), plan, false, null, 0);
        members().add(clinic(), olga);

        assertThat(members().taken(clinic(), new StaffId(uuid(2)), plan))
                .containsExactlyInAnyOrder(Taken.EMAIL, Taken.PHONE, Taken.PRACTITIONER);
        assertThat(members().taken(clinic(), olga.id(), plan)).isEmpty();
        assertThat(members().taken(otherClinic(), new StaffId(uuid(2)), plan)).isEmpty();
        assertThat(members().taken(clinic(), new StaffId(uuid(2)), plan("Rita", 2, Role.OWNER, null)))
                .isEmpty();
    }

    @Test
    void whatSomebodyHadWhoLeftIsFree() {
        var plan = plan("Olga", 1, Role.OWNER, practitioner());
        members().add(clinic(), new Member(new StaffId(uuid(1)), plan, false, null, 0));
        members().replace(clinic(), new Member(new StaffId(uuid(1)), plan, false, NOON, 1));

        assertThat(members().taken(clinic(), new StaffId(uuid(2)), plan)).isEmpty();
        var again = new Member(new StaffId(uuid(2)), plan, false, null, 0);
        members().add(clinic(), again);
        assertThat(members().find(clinic(), again.id())).contains(again);
    }

    private Member add(int number, String name, Role role) {
        var member = new Member(new StaffId(uuid(number)), plan(name, number, role, null), false, null, 0);
        members().add(clinic(), member);
        return member;
    }

    private static Plan plan(String name, int number, Role role, @Nullable PractitionerId practitioner) {
        return new Plan(
                name,
                new EmailAddress("staff%d@glow.example".formatted(number)),
                new PhoneNumber("+4477009001%02d".formatted(number)),
                null,
                role,
                practitioner);
    }
}
