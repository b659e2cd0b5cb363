package clinic.portal.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.app.world.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultyProxyTest {
    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocket server;
    private Thread serving;
    private FaultyProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        serving = Thread.ofVirtual().start(this::serve);
        proxy = FaultyProxy.to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void itCarriesWhatIsSaidBothWays() throws IOException {
        try (Socket caller = call()) {
            say(caller, "hello");

            assertThat(hear(caller, 5)).isEqualTo("hello");
        }
    }

    @Test
    void aBlackHoleLetsNothingThroughAndLosesNothing() throws IOException {
        try (Socket caller = call()) {
            proxy.swallow();
            say(caller, "hello");
            Waiting.until("it is held back").until(() -> proxy.held() == 1);

            assertThat(heard).hasValue(0);

            proxy.pass();
            assertThat(hear(caller, 5)).isEqualTo("hello");
            assertThat(heard).hasValue(5);
        }
    }

    @Test
    void aBlackHoleTakesNewCallersInAndTellsThemNothing() throws IOException {
        proxy.swallow();
        try (Socket caller = call()) {
            say(caller, "hello");
            Waiting.until("it is held back").until(() -> proxy.held() == 1);

            assertThat(heard).hasValue(0);
        }
    }

    @Test
    void aDelayHoldsBackEachPieceAndEndsWhenItIsSwitchedOff() throws IOException {
        try (Socket caller = call()) {
            proxy.delay(Duration.ofMillis(1));
            say(caller, "hello");
            assertThat(hear(caller, 5)).isEqualTo("hello");

            proxy.delay(Duration.ofHours(1));
            say(caller, "again");
            Waiting.until("it is held back").until(() -> proxy.held() == 1);
            assertThat(heard).hasValue(5);

            proxy.pass();
            assertThat(hear(caller, 5)).isEqualTo("again");
        }
    }

    @Test
    void aResetIsAnErrorAndNotAnEnd() throws IOException {
        try (Socket caller = call()) {
            say(caller, "hello");
            hear(caller, 5);

            proxy.reset();

            assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        try (Socket next = call()) {
            say(next, "hello");
            assertThat(hear(next, 5)).isEqualTo("hello");
        }
    }

    @Test
    void aHalfCloseEndsOneWayOnly() throws IOException {
        try (Socket caller = call()) {
            say(caller, "hello");
            hear(caller, 5);

            proxy.halfClose();

            // The server heard the end and says goodbye, which still arrives.
            assertThat(hear(caller, 3)).isEqualTo("bye");
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aServerThatIsNotThereIsABrokenConnection() throws IOException, InterruptedException {
        server.close();
        // The system takes callers in for as long as somebody waits for them.
        serving.join();
        try (Socket caller = call()) {
            assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    private Socket call() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket caller, int length) throws IOException {
        return new String(caller.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    /** Says back whatever it hears, and goodbye at the end. */
    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> echo(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket caller) {
        try (caller) {
            for (int said = caller.getInputStream().read();
                    said >= 0;
                    said = caller.getInputStream().read()) {
                heard.incrementAndGet();
                caller.getOutputStream().write(said);
            }
            say(caller, "bye");
        } catch (IOException gone) {
            // A test ended.
        }
    }
}
