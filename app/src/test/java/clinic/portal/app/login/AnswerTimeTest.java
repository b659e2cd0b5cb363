package clinic.portal.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Caller;
import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Neither the answer nor its time tells whether an address is known (SECURITY S8). */
@QuarkusTest
class AnswerTimeTest extends PortalTest {
    private static final int SAMPLES = 200;
    private static final long ALLOWED_NANOS = 5_000_000;
    /** Differ from any call to any other. */
    private static final Set<String> OF_THE_CALL = Set.of("X-Request-Id", "Date");

    @Test
    void knownAndUnknownAreAnsweredAlikeAndInTheSameTime() {
        var known = Clinics.newClient("glow");
        var knownTimes = new long[SAMPLES];
        var unknownTimes = new long[SAMPLES];
        Response toKnown = null;
        Response toUnknown = null;

        for (int i = -20; i < SAMPLES; i++) {
            long start = System.nanoTime();
            toKnown = new Caller().askByEmail("glow", known.email());
            long between = System.nanoTime();
            toUnknown = new Caller().askByEmail("glow", "stranger%d@example.org".formatted(i + 20));
            long end = System.nanoTime();
            if (i >= 0) {
                knownTimes[i] = between - start;
                unknownTimes[i] = end - between;
            }
        }

        assertThat(shape(toKnown)).isEqualTo(shape(toUnknown));
        assertThat(Math.abs(median(knownTimes) - median(unknownTimes))).isLessThan(ALLOWED_NANOS);
    }

    private static String shape(Response answer) {
        var headers = new TreeMap<String, String>();
        answer.headers().forEach(header -> {
            if (!OF_THE_CALL.contains(header.getName())) {
                headers.put(header.getName(), header.getValue());
            }
        });
        return answer.statusCode() + " " + headers + " " + answer.body().asString();
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
