package clinic.portal.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Caller.Tokens;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.Clinics.Person;
import clinic.portal.app.world.PortalTest;
import clinic.portal.app.world.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients, as the staff look after them, from the first word with them on. */
@QuarkusTest
class ClientsTest extends PortalTest {
    private static final String GLOW = "glow";
    private static final String CLIENTS = "/v1/admin/clients";

    private final Caller caller = new Caller();
    private Tokens owner;

    @BeforeEach
    void logIn() {
        owner = caller.logInAsStaff(GLOW, Clinics.newMember(GLOW, "owner"));
    }

    @Test
    void aClientWhomTheStaffHaveAddedGetsTheirLinkAndIsIn() {
        var dora = Clinics.newClient("harbour"); // An address of nobody at glow.
        var added =
                staff().body(Map.of("name", dora.name(), "email", dora.email())).post(CLIENTS);
        added.then().statusCode(201);
        String id = added.path("id");

        staff().body(Map.of("channel", "email"))
                .post(CLIENTS + "/{id}/login-links", id)
                .then()
                .statusCode(202);
        var opened = caller.spend(GLOW, Caller.tokenIn(Caller.mailTo(dora.email())));

        assertThat(opened.<String>path("client.id")).isEqualTo(id);
        var kinds = staff().get(CLIENTS + "/{id}/timeline", id).jsonPath().getList("items.kind", String.class);
        assertThat(kinds).containsExactly("login", "link");
        refused(409, "no_such_address", staff().body(Map.of("channel", "sms")).post(CLIENTS + "/{id}/login-links", id));
    }

    @Test
    void everyoneIsFoundByNameAddressOrTheEndOfTheirNumber() {
        var person = Clinics.newClient(GLOW);
        Clinics.change(GLOW, "update clients set name = 'Élodie Quirrenbach' where client_id = ?::uuid", person.id());

        for (String typed : List.of(
                "elodie quirr",
                "QUIRRENBACH",
                person.email(),
                person.email().substring(0, person.email().indexOf('@')),
                person.phone(),
                "0" + person.phone().substring(3),
                person.phone().substring(4))) {
            assertThat(found(typed)).as(typed).contains(person.id().toString());
        }
        assertThat(found("uirrenbach")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void allClientsArePagedByNameWithoutGapOrRepeat() {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var request = staff().queryParam("limit", 100);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(CLIENTS);
            all.addAll(page.jsonPath().getList("items.id", String.class));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void whoseAddressIsChangedIsOutAndTheOldLinkIsWorthNothing() {
        var person = Clinics.newClient(GLOW);
        var session = new Caller().logIn(GLOW, person);
        var seen = staff().get(CLIENTS + "/{id}", person.id());

        staff().header("If-Match", seen.header("ETag"))
                .body(Map.of("name", person.name(), "email", "new-" + person.email()))
                .put(CLIENTS + "/{id}", person.id())
                .then()
                .statusCode(200);

        caller.call(session.access()).get("/v1/me").then().statusCode(401);
        refused(
                412,
                "outdated",
                staff().header("If-Match", seen.header("ETag"))
                        .body(Map.of("name", "Another"))
                        .put(CLIENTS + "/{id}", person.id()));
    }

    @Test
    void ofManyWhoAddTheSamePersonAtOnceOneDoes() throws Exception {
        var dora = Clinics.newClient("harbour");
        var body = Map.of("name", "Dora", "email", dora.email(), "phone", dora.phone());

        var statuses = atOnce(8, () -> staff().body(body).post(CLIENTS).statusCode());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void mergedTheyAreOneWithAllThatBothHadAndTheOtherIsOut() {
        var practice = Practice.with(1);
        var kept = Clinics.newClient(GLOW);
        var duplicate = Clinics.newClient(GLOW);
        var session = new Caller().logIn(GLOW, duplicate);
        String slot = practice.aSlot();
        String appointment = caller.call(session.access())
                .body(practice.wish(slot))
                .post("/v1/me/appointments")
                .path("id");
        pay(kept, 1000);
        pay(duplicate, 2500);
        staff().body(Map.of("text", "Likes tea"))
                .post(CLIENTS + "/{id}/notes", duplicate.id())
                .then()
                .statusCode(201);

        var merged = merge(kept, duplicate);

        merged.then().statusCode(200);
        caller.call(session.access()).get("/v1/me").then().statusCode(401);
        staff().get(CLIENTS + "/{id}", duplicate.id()).then().statusCode(404);
        refused(404, "not_found", merge(kept, duplicate));
        refused(404, "not_found", merge(duplicate, kept));
        var left = caller.call(new Caller().logIn(GLOW, kept).access());
        assertThat(left.get("/v1/me/appointments/{id}", appointment).statusCode())
                .isEqualTo(200);
        assertThat(left.get("/v1/me/balance").<Integer>path("credit.amount")).isEqualTo(3500);
        assertThat(staff().get(CLIENTS + "/{id}/notes", kept.id()).jsonPath().getList("items.text", String.class))
                .containsExactly("Likes tea");
    }

    @Test
    void mergingBothWaysAtOnceLeavesOneAndFailsNobody() throws Exception {
        for (int round = 0; round < 4; round++) {
            var one = Clinics.newClient(GLOW);
            var two = Clinics.newClient(GLOW);
            pay(one, 100);
            pay(two, 200);
            var turn = new AtomicInteger();

            var statuses =
                    atOnce(6, () -> (turn.getAndIncrement() % 2 == 0 ? merge(one, two) : merge(two, one)).statusCode());

            assertThat(statuses).containsOnly(200, 404).containsOnlyOnce(200);
        }
    }

    @Test
    void anotherClinicsClientIsNotThereToBeMerged() {
        var kept = Clinics.newClient(GLOW);
        var elsewhere = Clinics.newClient("harbour");

        refused(404, "not_found", merge(kept, elsewhere));
        refused(404, "not_found", merge(elsewhere, kept));
    }

    private Response merge(Person kept, Person duplicate) {
        return staff().body(Map.of("duplicateId", duplicate.id().toString())).post(CLIENTS + "/{id}/merge", kept.id());
    }

    private static void pay(Person client, int minor) {
        Clinics.change(
                GLOW,
                "insert into ledger_entries (clinic_id, entry_id, client_id, kind, amount_minor, method) "
                        + "values (?::uuid, gen_random_uuid(), ?::uuid, 'payment', ?, 'card')",
                Clinics.idOf(GLOW),
                client.id(),
                minor);
    }

    private List<String> found(String typed) {
        return staff().queryParam("q", typed).get(CLIENTS).jsonPath().getList("items.id", String.class);
    }

    private RequestSpecification staff() {
        return caller.call(owner.access());
    }

    private static List<Integer> atOnce(int callers, Callable<Integer> call) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            var all = new ArrayList<Integer>();
            for (var each : running) {
                all.add(each.get());
            }
            return all;
        }
    }

    private static void refused(int status, String code, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
