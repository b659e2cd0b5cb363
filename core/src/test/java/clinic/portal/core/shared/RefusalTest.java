package clinic.portal.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import clinic.portal.core.login.LinkExpired;
import clinic.portal.core.login.LinkInvalid;
import clinic.portal.core.login.LinkUsed;
import clinic.portal.core.login.SessionEnded;
import clinic.portal.core.login.SessionRequired;
import clinic.portal.core.shared.Invalid.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(new NoSuchThing(), NotFound.class, "not_found"),
                arguments(new LinkExpired(), Gone.class, "link_expired"),
                arguments(new LinkUsed(), Gone.class, "link_used"),
                arguments(new LinkInvalid(), Unauthenticated.class, "link_invalid"),
                arguments(new SessionEnded(), Unauthenticated.class, "session_ended"),
                arguments(new SessionRequired(), Unauthenticated.class, "session_required"),
                arguments(new Throttled(Duration.ofSeconds(9)), Throttled.class, "too_many_requests"),
                arguments(new Busy(), Busy.class, "temporarily_unavailable"),
                arguments(new Invalid(List.of()), Invalid.class, "invalid_request"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void callersKnowARefusalByItsCodeAndKind(Refusal refusal, Class<? extends Refusal> kind, String code) {
        assertThat(refusal).isInstanceOf(kind);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.detail()).isNotBlank().endsWith(".").isEqualTo(refusal.getMessage());
        assertThat(refusal.facts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsAnAnswerWithoutAStackTrace(Refusal refusal) {
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void theThrottledAreToldHowLongToWait() {
        assertThat(new Throttled(Duration.ofSeconds(9)).retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(new Busy().retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRefusalCarriesWhatItsCallerMayUse() {
        var facts = new HashMap<String, Object>(Map.of("until", "noon"));
        var taken = new Taken(facts);

        facts.clear();

        assertThat(taken.facts()).isEqualTo(Map.of("until", "noon"));
        assertThat(new Forbidden(Map.of("role", "owner")).facts()).isEqualTo(Map.of("role", "owner"));
    }

    private static final class Taken extends Conflict {
        Taken(Map<String, Object> facts) {
            super("taken", "It is taken.", facts);
        }
    }

    private static final class Forbidden extends Denied {
        Forbidden(Map<String, Object> facts) {
            super("forbidden", "You may not.", facts);
        }
    }

    @Test
    void violationsAreTheRefusalsOwn() {
        var wrong = new ArrayList<>(List.of(new Violation("/email", "invalid_email", "No.")));
        var refusal = new Invalid(wrong);

        wrong.clear();

        assertThat(refusal.violations()).hasSize(1);
    }
}
