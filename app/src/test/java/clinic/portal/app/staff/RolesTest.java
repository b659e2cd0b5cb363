package clinic.portal.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.staff.RolesTable.Line;
import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Contracts;
import clinic.portal.app.world.Contracts.Operation;
import clinic.portal.app.world.OpenCalendar;
import clinic.portal.app.world.PortalTest;
import clinic.portal.core.shared.Right;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/roles.md, cell by cell. */
@QuarkusTest
class RolesTest extends PortalTest {
    private static final String CLINIC = "glow";
    private static final List<String> ROLES = List.of("owner", "manager", "practitioner", "receptionist");
    /** Ends the session that asks for it. */
    private static final String LOG_OUT = "endStaffSession";

    private static final Map<String, Tokens> MEMBERS = new HashMap<>();
    private static final Map<String, String> KEYS = new HashMap<>();

    static Stream<Operation> operations() {
        return Contracts.operations().stream().filter(Operation::isForStaff);
    }

    static Stream<Arguments> cells() {
        return operations().flatMap(operation -> ROLES.stream().map(role -> Arguments.of(operation, role)));
    }

    static Stream<Operation> forPrograms() {
        return operations().filter(operation -> !operation.scope().isEmpty());
    }

    static Stream<Operation> forPeopleOnly() {
        return operations().filter(operation -> operation.scope().isEmpty());
    }

    @Test
    void theTableHasEachOperationOnceWithTheScopeOfTheContract() {
        assertThat(RolesTable.lines())
                .extracting(line -> line.operation() + " " + line.scope())
                .containsExactlyInAnyOrderElementsOf(operations()
                        .map(operation -> operation.id() + " " + operation.scope())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRoleMayWhatTheTableSays(Operation operation, String role) {
        var answer = call(operation, operation.id().equals(LOG_OUT) ? logIn(role) : member(role));

        assertThat(answer.status() == 403 && answer.code().equals("role_not_allowed"))
                .as("%s was answered %d", role, answer.status())
                .isNotEqualTo(line(operation).roles().contains(role));
        assertThat(answer.status()).isNotIn(401, 500);
    }

    @ParameterizedTest
    @MethodSource("forPrograms")
    void aProgramMayWhatItsScopesSay(Operation operation) {
        var with = call(operation, key(operation.scope(), right -> named(right, operation.scope())));
        var without = call(operation, key("not " + operation.scope(), right -> !named(right, operation.scope())));

        assertThat(with.status()).isNotIn(401, 403, 500);
        assertThat(without).isEqualTo(new Outcome(403, "scope_missing", operation.scope()));
    }

    @ParameterizedTest
    @MethodSource("forPeopleOnly")
    void whatIsForPeopleNoProgramMay(Operation operation) {
        var answer = call(operation, key("everything", right -> true));

        assertThat(answer).isEqualTo(new Outcome(403, "member_required", ""));
    }

    /** As the contract's examples have it, with things that are not there and versions that never were. */
    private static Outcome call(Operation operation, String access) {
        if (operation.endless()) {
            try (var opened = OpenCalendar.of(access)) {
                if (opened.answer().statusCode() == 200) {
                    return new Outcome(200, "", "");
                }
            }
        }
        var request = new Caller()
                .call(access)
                .header("If-Match", "\"999999999\"")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!operation.body().isMissingNode()) {
            request.body(operation.body().toString());
        }
        operation.query().forEach(request::queryParam);
        return Outcome.of(request.request(
                operation.method(),
                operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString())));
    }

    private record Outcome(int status, String code, String scope) {
        static Outcome of(Response answer) {
            var problem = answer.statusCode() >= 400 ? answer.jsonPath() : new JsonPath("{}");
            return new Outcome(
                    answer.statusCode(),
                    String.valueOf(problem.getString("code")),
                    Optional.ofNullable(problem.getString("scope")).orElse(""));
        }
    }

    private static String member(String role) {
        return MEMBERS.computeIfAbsent(role, name -> new Caller().logInAsStaff(CLINIC, Clinics.newMember(CLINIC, name)))
                .access();
    }

    private static String logIn(String role) {
        return new Caller()
                .logInAsStaff(CLINIC, Clinics.newMember(CLINIC, role))
                .access();
    }

    private static String key(String name, Predicate<Right> which) {
        return KEYS.computeIfAbsent(
                name,
                none -> new Caller()
                        .call(member("owner"))
                        .body(Map.of(
                                "name",
                                name,
                                "scopes",
                                Arrays.stream(Right.values())
                                        .filter(which)
                                        .flatMap(right -> right.scope().stream())
                                        .toList()))
                        .post("/v1/admin/api-keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("key"));
    }

    private static boolean named(Right right, String scope) {
        return right.scope().filter(scope::equals).isPresent();
    }

    private static Line line(Operation operation) {
        return RolesTable.lines().stream()
                .filter(line -> line.operation().equals(operation.id()))
                .findFirst()
                .orElseThrow();
    }
}
