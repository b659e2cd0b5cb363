package clinic.portal.rest.client;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.model.StaffClient;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Once;
import clinic.portal.rest.shared.Versions;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that are a client, with their version; once, where the caller wants it so. */
@Singleton
class ClientAnswers {
    private final Caller caller;
    private final Once once;
    private final Versions versions;

    /** @param caller of whichever request is being answered */
    ClientAnswers(Caller caller, Once once, Versions versions) {
        this.caller = caller;
        this.once = once;
        this.versions = versions;
    }

    Viewer.Staff viewer() {
        return caller.staff();
    }

    StaffClient tagged(ClientFile client) {
        return tagged(ClientDtos.toDto(client));
    }

    StaffClient once(@Nullable String key, Object body, Supplier<ClientFile> work) {
        var viewer = viewer();
        return tagged(once.answer(viewer, key, body, StaffClient.class, () -> ClientDtos.toDto(work.get())));
    }

    private StaffClient tagged(StaffClient client) {
        versions.tag(client.version());
        return client;
    }
}
