package clinic.portal.notify.messaging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import clinic.portal.core.messaging.Delivery;
import clinic.portal.notify.shared.CapturedLog;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTextsTest {
    private static final String PATH = "/2010-04-01/Accounts/AC0123/Messages.json";
    private static final String ACCEPTED = "{\"sid\":\"SM42\",\"status\":\"queued\"}";
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    @RegisterExtension
    private static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void anAcceptedSmsIsSentUnderTwiliosOwnId() {
        answer(jsonResponse(ACCEPTED, 201));

        assertThat(send(USUAL)).isEqualTo(new Delivery.Sent("SM42"));
        TWILIO.verify(
                1,
                postRequestedFor(urlEqualTo(PATH))
                        .withBasicAuth(new BasicCredentials("AC0123", "canary-auth"))
                        .withFormParam("To", equalTo(Letters.PHONE.value()))
                        .withFormParam("From", equalTo("+15005550006"))
                        .withFormParam("Body", equalTo(Letters.text().body())));
    }

    @Test
    void aMessagingServiceIsNamedAsSuch() {
        answer(jsonResponse(ACCEPTED, 201));

        assertThat(send(URI.create(TWILIO.baseUrl()), "MG77", USUAL)).isEqualTo(new Delivery.Sent("SM42"));
        TWILIO.verify(1, postRequestedFor(urlEqualTo(PATH)).withFormParam("MessagingServiceSid", equalTo("MG77")));
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "400, 21611", "401, 20003"})
    void whatMayPassIsTriedAgainLater(int status, int code) {
        answer(refusal(status, code));

        assertThat(send(USUAL)).isInstanceOf(Delivery.TryLater.class);
        onePost();
    }

    @ParameterizedTest
    @CsvSource({"400, 21610", "400, 21211", "400, 21614", "403, 21408", "400, 30007"})
    void aRefusedNumberIsRejectedByTwiliosCode(int status, int code) {
        answer(refusal(status, code));

        assertThat(send(USUAL)).isEqualTo(new Delivery.Rejected(String.valueOf(code)));
        onePost();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aBrokenFarEndLeavesItUnknownAfterOnePost(int status) {
        answer(refusal(status, 20500));

        assertThat(send(USUAL)).isEqualTo(new Delivery.Unknown("status " + status));
        onePost();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void aConnectionThatBreaksAfterThePostLeavesItUnknown(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(send(USUAL)).isEqualTo(new Delivery.Unknown("no answer"));
        onePost();
    }

    @Test
    void aFarEndThatNeverAnswersIsLeftInTime() {
        answer(jsonResponse(ACCEPTED, 201).withFixedDelay(3_000));

        var delivery = assertTimeoutPreemptively(GIVE_UP, () -> send(SHORT));

        assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
        onePost();
    }

    @Test
    void aFarEndThatTricklesIsLeftInTimeToo() {
        answer(jsonResponse(ACCEPTED, 201).withChunkedDribbleDelay(20, 4_000));

        var delivery = assertTimeoutPreemptively(Duration.ofSeconds(3), () -> send(SHORT));

        assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
        onePost();
    }

    @Test
    void nobodyListeningIsTriedAgainLater() throws Exception {
        try (var port = new RefusingPort()) {
            var delivery = send(URI.create("http://127.0.0.1:" + port.number()), "+15005550006", USUAL);

            assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
        }
    }

    @Test
    void aHostThatDoesNotExistIsTriedAgainLater() {
        assertThat(send(URI.create("http://twilio.invalid"), "+15005550006", USUAL))
                .isInstanceOf(Delivery.TryLater.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sid\":", "<html>", "", "{}", "[]", "null"})
    void anAcceptanceThatCannotBeReadLeavesItUnknown(String body) {
        answer(jsonResponse(body, 201));

        assertThat(send(USUAL)).isInstanceOf(Delivery.Unknown.class);
        onePost();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":", "<html>", "", "{}", "null"})
    void aRefusalThatCannotBeReadCountsByItsStatus(String body) {
        answer(jsonResponse(body, 400));

        assertThat(send(USUAL)).isEqualTo(new Delivery.Rejected("400"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(aResponse().withStatus(307).withHeader("Location", TWILIO.baseUrl() + "/elsewhere"));

        assertThat(send(USUAL)).isInstanceOf(Delivery.Unknown.class);
        assertThat(TWILIO.getAllServeEvents()).hasSize(1);
    }

    @Test
    void neitherNumberNorTokenNorCredentialsAreLogged() throws Exception {
        try (var log = new CapturedLog();
                var port = new RefusingPort()) {
            answer(jsonResponse(ACCEPTED, 201));
            send(USUAL);
            answer(refusal(401, 20003));
            send(USUAL);
            answer(refusal(503, 20500));
            send(USUAL);
            send(URI.create("http://127.0.0.1:" + port.number()), "+15005550006", USUAL);

            assertThat(log.lines()).anyMatch(line -> line.contains("Twilio refuses our credentials"));
            assertThat(log.lines()).noneMatch(line -> line.contains("canary") || line.contains("7700900123"));
        }
    }

    @Test
    void settingsKeepTheirCredentialsToThemselves() {
        assertThat(settings(URI.create("https://api.twilio.com"), "MG77", USUAL))
                .asString()
                .doesNotContain("canary");
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> settings(URI.create("https://proxy.example/twilio"), "MG77", USUAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(URI.create("https://api.twilio.com"), "MG77", Duration.ofSeconds(11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void answer(ResponseDefinitionBuilder response) {
        TWILIO.stubFor(post(urlEqualTo(PATH)).willReturn(response));
    }

    /** As Twilio words them: the number stands in the message, so the message must not be passed on. */
    private static ResponseDefinitionBuilder refusal(int status, int code) {
        return jsonResponse(
                "{\"code\":%d,\"message\":\"The 'To' number %s is refused\",\"more_info\":\"\",\"status\":%d}"
                        .formatted(code, Letters.PHONE.value(), status),
                status);
    }

    private static void onePost() {
        TWILIO.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    private static Delivery send(Duration timeout) {
        return send(URI.create(TWILIO.baseUrl()), "+15005550006", timeout);
    }

    private static Delivery send(URI baseUrl, String from, Duration timeout) {
        try (var texts = new TwilioTexts(settings(baseUrl, from, timeout))) {
            return texts.send(Letters.text());
        }
    }

    private static TwilioSettings settings(URI baseUrl, String from, Duration timeout) {
        return new TwilioSettings(baseUrl, "AC0123", "canary-auth", from, timeout);
    }
}
