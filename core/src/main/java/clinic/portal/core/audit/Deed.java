package clinic.portal.core.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody on the clinic's side is doing, as the door they came in by describes it. Names nobody: whose the ids are is
 * found where they stand, for as long as it stands there.
 *
 * @param operation the contract's operationId
 * @param subject the thing it is done to, where the call names one
 * @param address the IP address it came from
 * @param request the request's id, which its answer and the logs carry too
 */
public record Deed(String operation, @Nullable UUID subject, String address, String request) {
    Deed about(@Nullable UUID thing) {
        return new Deed(operation, thing, address, request);
    }
}
