package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.rest.stage.ContractFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Contract CONTRACT = new Contract();

    @Test
    void everyOperationIsRead() {
        assertThat(ContractFile.operations()).isNotEmpty().allSatisfy(op -> {
            assertThat(CONTRACT.operation(op.id()).schemes()).isEqualTo(op.schemes());
            assertThat(CONTRACT.operation(op.id()).limited())
                    .isEqualTo(op.answers().contains("429"));
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
    void theFileIsServedAsItIsAndNobodyCanChangeIt() {
        CONTRACT.source()[0] = 'X';

        assertThat(new String(CONTRACT.source(), StandardCharsets.UTF_8)).startsWith("openapi:");
    }

    private static InputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
