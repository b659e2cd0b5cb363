package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.Invalid.Violation;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aProblemHasAllThatTheRfcAndTheContractName() {
        var problem = new JsonObject(
                Problem.of(404, "not_found", "There is nothing here.").json("/v1/x", "r1"));

        assertThat(problem.getMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "type", "urn:clinic-portal:problem:not_found",
                        "title", "Not found",
                        "status", 404,
                        "detail", "There is nothing here.",
                        "instance", "/v1/x",
                        "code", "not_found",
                        "requestId", "r1"));
    }

    @Test
    void violationsAndFactsAreMembersOfIts() {
        var violation = new Violation("/a", "too_long", "Must have at most 3 characters.");
        var problem = new JsonObject(
                new Problem(422, "invalid_request", "No.", List.of(violation), Map.of("retryAfter", 3)).json("/", "r"));

        assertThat(problem.getInteger("retryAfter")).isEqualTo(3);
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/a");
    }

    @Test
    void everyStatusOfTheFrameworkHasWords() {
        for (int status = 400; status < 600; status++) {
            var problem = Problems.ofStatus(status);
            assertThat(problem.code()).matches("[a-z0-9_]+");
            assertThat(problem.detail()).endsWith(".");
            assertThat(problem.status()).isEqualTo(status < 500 || status == 503 ? status : 500);
        }
    }

    @Test
    void onlyWhoStandsAtAKnownDoorIsToldWhereToAsk() {
        assertThat(WhatNext.newLink("link_used", "/v1/portals/glow/sessions")).contains("/v1/portals/glow/login-links");
        assertThat(WhatNext.newLink("session_ended", "/v1/staff/me")).contains("/v1/staff/login-links");
        assertThat(WhatNext.newLink("session_ended", "/v1/me")).isEmpty();
        assertThat(WhatNext.newLink("not_found", "/v1/portals/glow/sessions")).isEmpty();
    }
}
