package clinic.portal.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.Contracts;
import clinic.portal.app.world.Contracts.Operation;
import clinic.portal.app.world.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes over every operation that openapi.yaml has, today and later, as people who must not get anywhere with it (SECURITY
 * T31). Nothing here names an operation.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyWalkTest extends PortalTest {
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLACES = Pattern.compile("\\{(?!slug)[^}]+}");
    /** Of each column that holds ids. */
    private static final int IDS_TRIED = 2;

    /** Every id that this test has called with, whoever's it was. */
    private static final Set<UUID> TRIED = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger LAST = new AtomicInteger();

    private Person somebody;
    private Tokens client;
    private Tokens clientElsewhere;
    private Tokens staff;
    private Tokens staffElsewhere;
    private Set<UUID> elsewhere;
    private Set<UUID> ofOthers;
    private Set<UUID> someElsewhere;
    private Set<UUID> someOfOthers;

    @BeforeEach
    void somebodyAtEachDoorOfTwoClinics() throws SQLException {
        if (client != null) {
            return;
        }
        somebody = Clinics.busyClient("glow");
        client = new Caller().logIn("glow", somebody);
        clientElsewhere = new Caller().logIn("harbour", Clinics.busyClient("harbour"));
        staff = new Caller().logInAsStaff("glow", Clinics.newMember("glow", "owner"));
        staffElsewhere = new Caller().logInAsStaff("harbour", Clinics.newMember("harbour", "owner"));
        elsewhere = ForeignIds.ofClinic(Clinics.idOf("harbour"));
        ofOthers = ForeignIds.ofOtherClients(Clinics.idOf("glow"), somebody.id());
        someElsewhere = ForeignIds.ofClinic(Clinics.idOf("harbour"), IDS_TRIED);
        someOfOthers = ForeignIds.ofOtherClients(Clinics.idOf("glow"), somebody.id(), IDS_TRIED);
        assertThat(elsewhere).hasSizeGreaterThan(50);
        assertThat(someElsewhere).hasSizeGreaterThan(20);
        assertThat(ofOthers).hasSizeGreaterThan(500);
    }

    static List<Operation> operations() {
        return Contracts.operations();
    }

    static Stream<Operation> closedOperations() {
        return operations().stream().filter(operation -> !operation.schemes().isEmpty());
    }

    static Stream<Operation> thatNameThings() {
        return closedOperations().filter(operation -> operation.namesThings() || holdsIds(operation));
    }

    static Stream<Operation> openOnesThatNameThings() {
        return operations().stream()
                .filter(operation -> operation.schemes().isEmpty())
                .filter(operation -> operation.namesThings() || holdsIds(operation));
    }

    static Stream<Operation> reads() {
        return closedOperations().filter(operation -> operation.method().equals("GET") && !operation.endless());
    }

    static Stream<Operation> readsOfOnesOwn() {
        return reads().filter(operation -> !operation.namesThings());
    }

    static Stream<Operation> renewals() {
        return operations().stream()
                .filter(operation ->
                        operation.path().contains("{slug}") && operation.body().has("refreshToken"));
    }

    @ParameterizedTest
    @MethodSource("closedOperations")
    void nobodyGetsNowhere(Operation operation) {
        assertThat(call(operation, null, UUID.randomUUID(), "glow").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("closedOperations")
    void theOthersDoorIsClosed(Operation operation) {
        var wrong = operation.isForClients() ? staff : client;

        assertThat(call(operation, wrong, UUID.randomUUID(), "glow").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("thatNameThings")
    void anIdOfAnotherClinicOrClientLooksLikeOneThatNeverWas(Operation operation) {
        var tokens = operation.isForClients() ? client : staff;
        var foreign = new HashSet<>(someElsewhere);
        if (operation.isForClients()) {
            foreign.addAll(someOfOthers);
        }
        String never = shape(call(operation, tokens, UUID.randomUUID(), "glow"));

        assertThat(foreign).allSatisfy(id -> {
            Response answer = call(operation, tokens, id, "glow");
            assertThat(answer.statusCode()).isBetween(400, 499).isNotIn(401, 403);
            assertThat(shape(answer)).isEqualTo(never);
        });
    }

    /** There may be none to refuse: giving back what is not there is no mistake. */
    @ParameterizedTest
    @MethodSource("openOnesThatNameThings")
    void nobodyFindsOutAtOneClinicWhatThereIsAtAnother(Operation operation) {
        String never = shape(call(operation, null, UUID.randomUUID(), "glow"));

        assertThat(someElsewhere)
                .allSatisfy(id ->
                        assertThat(shape(call(operation, null, id, "glow"))).isEqualTo(never));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noAnswerHoldsAnIdOfAnotherClinicOrClient(Operation operation) {
        var tokens = operation.isForClients() ? client : staff;
        var forbidden = new HashSet<>(elsewhere);
        if (operation.isForClients()) {
            forbidden.addAll(ofOthers);
        }

        String body = call(operation, tokens, UUID.randomUUID(), "glow").body().asString();

        forbidden.removeAll(broughtAlong(operation));
        assertThat(UUIDS.matcher(body).results().map(found -> UUID.fromString(found.group())))
                .doesNotContainAnyElementsOf(forbidden);
    }

    @ParameterizedTest
    @MethodSource("readsOfOnesOwn")
    void theSameCallAtTwoClinicsSharesNothing(Operation operation) {
        var here = operation.isForClients() ? client : staff;
        var there = operation.isForClients() ? clientElsewhere : staffElsewhere;

        var idsHere = idsIn(call(operation, here, UUID.randomUUID(), "glow"));
        var idsThere = idsIn(call(operation, there, UUID.randomUUID(), "harbour"));

        idsHere.removeAll(broughtAlong(operation));
        assertThat(idsHere).noneMatch(idsThere::contains);
    }

    @ParameterizedTest
    @MethodSource("renewals")
    void aSlugDoesNotOpenWhatATokenOfAnotherClinicBelongsTo(Operation operation) {

        var answer = new Caller()
                .call()
                .body("{\"refreshToken\":\"%s\"}".formatted(client.refresh()))
                .post(operation.path().replace("{slug}", "harbour"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static Response call(Operation operation, Tokens as, UUID id, String slug) {
        var caller = new Caller();
        TRIED.add(id);
        // Or nothing that asks for a version would get as far as looking for the thing.
        var request = (as == null ? caller.call() : caller.call(as.access())).header("If-Match", "\"0\"");
        if (!operation.body().isMissingNode()) {
            request.body(UUIDS.matcher(somebodyNew(operation.body().toString())).replaceAll(id.toString()));
        }
        operation
                .query()
                .forEach((name, example) ->
                        request.queryParam(name, UUIDS.matcher(example).replaceAll(id.toString())));
        String path = PLACES.matcher(operation.path().replace("{slug}", slug)).replaceAll(id.toString());
        return request.request(operation.method(), path);
    }

    /** What was tried is what the log of attempts is there to tell, to the clinic whose staff tried it. */
    private static Set<UUID> broughtAlong(Operation operation) {
        return operation.path().endsWith("/audit-log") ? TRIED : Set.of();
    }

    /** Or the limit of what one address may do would be met before anything else. */
    private static String somebodyNew(String body) {
        int number = LAST.incrementAndGet();
        return body.replace("ada@example.com", "walker%d@example.org".formatted(number))
                .replace("+447700900123", "+4474003%05d".formatted(number));
    }

    private static boolean holdsIds(Operation operation) {
        return UUIDS.matcher(operation.body().toString() + operation.query()).find();
    }

    /** The answer without what differs from call to call. */
    private static String shape(Response answer) {
        return answer.statusCode()
                + UUIDS.matcher(answer.body().asString()).replaceAll("ID").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static Set<UUID> idsIn(Response answer) {
        var ids = new HashSet<UUID>();
        UUIDS.matcher(answer.body().asString()).results().forEach(found -> ids.add(UUID.fromString(found.group())));
        return ids;
    }
}
