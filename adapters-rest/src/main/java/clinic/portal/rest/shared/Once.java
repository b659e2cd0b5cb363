package clinic.portal.rest.shared;

import clinic.portal.core.shared.Attempt;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Idempotency;
import clinic.portal.core.shared.Viewer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a call once, however often it comes with the same {@code Idempotency-Key} (DESIGN §5). */
@Singleton
public class Once {
    /** Who calls without having said who they are. */
    public static final String ANYONE = "anyone";

    private static final String REPLAYED = "Idempotent-Replayed";

    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final RoutingContext context;

    /** @param context of whichever request is being answered */
    Once(Idempotency idempotency, ObjectMapper json, RoutingContext context) {
        this.idempotency = idempotency;
        this.json = json;
        this.context = context;
    }

    /**
     * The work itself, or the answer that was given to it.
     *
     * @param principal whose key it is: an id, or {@link #ANYONE}
     * @param key absent where the caller takes their chances
     * @param body what was sent, as it was understood: how it was spelt does not matter
     */
    public <T> T answer(
            ClinicId clinic,
            String principal,
            @Nullable String key,
            @Nullable Object body,
            Class<T> type,
            Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        var attempt = new Attempt(principal, route(), key, fingerprint(write(body)));
        var answer = idempotency.once(clinic, attempt, () -> write(work.get()));
        if (answer.replayed()) {
            context.response().putHeader(REPLAYED, "true");
        }
        return read(answer.body(), type);
    }

    /** The same for whoever of the clinic's side is calling. */
    public <T> T answer(
            Viewer.Staff viewer, @Nullable String key, @Nullable Object body, Class<T> type, Supplier<T> work) {
        return answer(viewer.clinic(), viewer.principal(), key, body, type, work);
    }

    private String route() {
        return context.request().method() + " " + Problems.path(context);
    }

    private String write(@Nullable Object dto) {
        try {
            return json.writeValueAsString(dto);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Times keep the offset they were written with; what a newer version of us wrote beside is left out. */
    private <T> T read(String body, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Every JDK has SHA-256", broken);
        }
    }
}
