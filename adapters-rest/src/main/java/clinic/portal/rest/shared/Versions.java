package clinic.portal.rest.shared;

import clinic.portal.core.shared.Outdated;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as HTTP carries them: out as {@code ETag}, back in as {@code If-Match}. */
@Singleton
public class Versions {
    private static final Pattern OURS = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    private final RoutingContext context;

    /** @param context of whichever request is being answered */
    Versions(RoutingContext context) {
        this.context = context;
    }

    /** Names the version on the answer. */
    public void tag(int version) {
        context.response().putHeader(HttpHeaders.ETAG, "\"%d\"".formatted(version));
    }

    /**
     * The version a change was made from.
     *
     * @throws Outdated for anything else than one tag of ours: {@code *} would overwrite what nobody has seen
     */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new IfMatchMissing();
        }
        var ours = OURS.matcher(ifMatch.strip());
        if (!ours.matches()) {
            throw new Outdated();
        }
        return Integer.parseInt(ours.group(1));
    }
}
