package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.rest.stage.ContractFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Contract CONTRACT = new Contract();

    @Test
    void everyOperationIsRead() {
        assertThat(ContractFile.operations()).isNotEmpty().allSatisfy(op -> {
            assertThat(CONTRACT.operation(op.id()).schemes()).isEqualTo(op.schemes());
            assertThat(CONTRACT.operation(op.id()).optional()).isEqualTo(op.optional());
            if (!op.schemes().contains(Contract.API_KEY)) {
                assertThat(CONTRACT.operation(op.id()).limit() != null)
                        .isEqualTo(op.answers().contains("429"));
            }
            assertThat(CONTRACT.operation(op.id()).body() != null)
                    .isEqualTo(op.body().isPresent());
            assertThat(CONTRACT.methods(op.path())).contains(op.method());
        });
    }

    @Test
    void whatIsNotInTheContractIsNotAnswered() {
        assertThatThrownBy(() -> CONTRACT.operation("equals")).isInstanceOf(IllegalStateException.class);
        assertThat(CONTRACT.methods("/v1/nothing")).isEmpty();
    }

    @Test
    void anOperationThatSaysNothingHasTheDocumentsOwnRule() {
        var contract = new Contract(yaml("""
                security: [{staffSession: []}, {staffCookie: []}]
                paths:
                  /silent: {get: {operationId: silent, responses: {}}}
                  /open: {get: {operationId: open, security: [], responses: {}}}
                """));

        assertThat(contract.operation("silent").schemes()).containsExactlyInAnyOrder("staffSession", "staffCookie");
        assertThat(contract.operation("open").schemes()).isEmpty();
    }

    @Test
    void aSessionIsWelcomeWhereNoneIsAmongTheChoices() {
        var contract = new Contract(yaml("""
                paths:
                  /welcome: {get: {operationId: welcome, security: [{}, {clientSession: []}], responses: {}}}
                  /closed: {get: {operationId: closed, security: [{clientSession: []}], responses: {}}}
                """));

        assertThat(contract.operation("welcome").optional()).isTrue();
        assertThat(contract.operation("welcome").schemes()).containsExactly("clientSession");
        assertThat(contract.operation("closed").optional()).isFalse();
    }

    @Test
    void anOperationMaySayHowOftenItCanBeCalled() {
        var contract = new Contract(yaml("""
                paths:
                  /own: {get: {operationId: own, x-limit: {times: 7, minutes: 2}, responses: {'429': {}}}}
                  /usual: {get: {operationId: usual, responses: {'429': {}}}}
                  /free: {get: {operationId: free, x-limit: {times: 7, minutes: 2}, responses: {}}}
                """));

        assertThat(contract.operation("own").limit()).isEqualTo(new Contract.Limit(7, Duration.ofMinutes(2)));
        assertThat(contract.operation("usual").limit()).isEqualTo(new Contract.Limit(30, Duration.ofMinutes(5)));
        assertThat(contract.operation("free").limit()).isNull();
    }

    @Test
    void theFileIsServedAsItIsAndNobodyCanChangeIt() {
        CONTRACT.source()[0] = 'X';

        assertThat(new String(CONTRACT.source(), StandardCharsets.UTF_8)).startsWith("openapi:");
    }

    private static InputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
