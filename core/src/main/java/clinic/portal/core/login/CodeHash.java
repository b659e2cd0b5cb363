package clinic.portal.core.login;

import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Secrets;

/** Six digits alone could be guessed from any hash; tied to clinic and identifier, equal codes have unequal hashes. */
final class CodeHash {
    private CodeHash() {}

    static byte[] of(Secrets secrets, ClinicId clinic, Identifier identifier, String code) {
        return secrets.keyedHash("login-code %s %s %s".formatted(clinic.value(), identifier.value(), code));
    }
}
