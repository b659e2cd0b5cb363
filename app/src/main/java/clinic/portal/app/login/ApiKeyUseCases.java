package clinic.portal.app.login;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.login.ApiKeyDoor;
import clinic.portal.core.login.ApiKeyRing;
import clinic.portal.core.login.ApiKeys;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Secrets;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Keys of programs; each call a transaction. */
final class ApiKeyUseCases {
    private ApiKeyUseCases() {}

    @Singleton
    @Transacted
    static class TransactedApiKeyRing extends ApiKeyRing {
        TransactedApiKeyRing(ApiKeys keys, Secrets secrets, Ids ids, Clock clock) {
            super(keys, secrets, ids, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedApiKeyDoor extends ApiKeyDoor {
        TransactedApiKeyDoor(ApiKeys keys, Secrets secrets) {
            super(keys, secrets);
        }
    }
}
