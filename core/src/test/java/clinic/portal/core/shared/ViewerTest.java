package clinic.portal.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewerTest {
    private static final ClinicId CLINIC = new ClinicId(Fixtures.uuid(1));

    @ParameterizedTest
    @EnumSource(Right.class)
    void anOwnerMayEverything(Right right) {
        var owner = member(Role.OWNER, false);

        assertThat(owner.may(right)).isSameAs(owner);
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void aRoleMayWhatIsWrittenOfIt(Right right) {
        Arrays.stream(Role.values())
                .filter(role -> !right.isOf(role))
                .forEach(role ->
                        assertThatThrownBy(() -> member(role, false).may(right)).isInstanceOf(RoleNotAllowed.class));
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void whoHasToSetUpASecondFactorMayNothingBefore(Right right) {
        assertThatThrownBy(() -> member(Role.OWNER, true).may(right)).isInstanceOf(SecondFactorDue.class);
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void aProgramMayWhatItWasGivenAndNothingElse(Right right) {
        var all = Set.of(Right.values());
        var others = Arrays.stream(Right.values()).filter(each -> each != right).toList();

        assertThat(program(all).may(right)).isNotNull();
        assertThatThrownBy(() -> program(Set.copyOf(others)).may(right)).isInstanceOf(ScopeMissing.class);
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void aScopeNamesOneRight(Right right) {
        right.scope().ifPresent(scope -> assertThat(Right.ofScope(scope)).contains(right));
    }

    @Test
    void aScopeThatNobodyKnowsIsNone() {
        assertThat(Right.ofScope("everything")).isEmpty();
    }

    private static Viewer.Member member(Role role, boolean enrolling) {
        return new Viewer.Member(
                CLINIC, new StaffId(Fixtures.uuid(2)), new SessionId(Fixtures.uuid(3)), role, enrolling);
    }

    private static Viewer.Integrator program(Set<Right> scopes) {
        return new Viewer.Integrator(CLINIC, new ApiKeyId(Fixtures.uuid(4)), scopes);
    }
}
