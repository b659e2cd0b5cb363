package clinic.portal.rest.shared;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request, in its answer and in all log lines of it. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    static final String KEY = "requestId";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    /** The caller's own where it looks like one, so that two systems' logs can be laid side by side. */
    static String choose(@Nullable String sent) {
        if (sent != null && USABLE.matcher(sent).matches()) {
            return sent;
        }
        byte[] bytes = new byte[12];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? "" : id;
    }
}
