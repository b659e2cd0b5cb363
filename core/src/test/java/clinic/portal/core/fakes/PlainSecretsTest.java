package clinic.portal.core.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.contracts.SecretsContract;
import clinic.portal.core.shared.Secrets;
import org.junit.jupiter.api.Test;

class PlainSecretsTest extends SecretsContract {
    private final PlainSecrets secrets = new PlainSecrets();

    @Override
    protected Secrets secrets() {
        return secrets;
    }

    @Test
    void aRetiredKeyOpensNothing() {
        byte[] sealed = secrets.seal("a secret", "context");

        secrets.retireKey();

        assertThat(secrets.open(sealed, "context")).isEmpty();
    }
}
