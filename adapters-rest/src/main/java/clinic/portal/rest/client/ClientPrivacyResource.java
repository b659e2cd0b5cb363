package clinic.portal.rest.client;

import clinic.portal.core.client.ClientClearing;
import clinic.portal.core.client.ClientRecords;
import clinic.portal.core.shared.ClientId;
import clinic.portal.rest.api.ClientPrivacyApi;
import clinic.portal.rest.api.model.EraseClient;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.login.RecentSessions;
import clinic.portal.rest.shared.Attachments;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What clients have a right to, for the staff to do. */
@RunOnVirtualThread
public class ClientPrivacyResource implements ClientPrivacyApi {
    private static final TypeReference<LinkedHashMap<String, Object>> BY_TABLE = new TypeReference<>() {};

    private final ClientRecords records;
    private final ClientClearing clearing;
    private final Caller caller;
    private final RecentSessions recent;
    private final Attachments attachments;
    private final ObjectMapper json;

    ClientPrivacyResource(
            ClientRecords records,
            ClientClearing clearing,
            Caller caller,
            RecentSessions recent,
            Attachments attachments,
            ObjectMapper json) {
        this.records = records;
        this.clearing = clearing;
        this.caller = caller;
        this.recent = recent;
        this.attachments = attachments;
        this.json = json;
    }

    @Override
    public Map<String, Object> exportClient(UUID id) {
        String everything = records.export(caller.staff(), new ClientId(id));
        attachments.name("client.json");
        try {
            return json.readValue(everything, BY_TABLE);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void eraseClient(UUID id, EraseClient body) {
        clearing.erase(caller.staff(), new ClientId(id), body.confirmName());
        recent.forget(new ClientId(id));
    }
}
