package clinic.portal.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.world.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does: starts the demo and pastes the README's commands, one after the other. */
class FirstLightIT {
    private static final Pattern TRANSCRIPT = Pattern.compile("<!-- transcript -->\n```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path home;

    @Test
    void theReadmesCommandsLeadToTheDashboardAndTheDataStay() throws Exception {
        String session;
        try (var demo = RunningPortal.ready(settings())) {
            Waiting.until("the welcome").until(() -> demo.log().contains("Client Portal is running"));
            assertThat(demo.log()).contains("/dev/inbox", "curl");

            String output = paste(readmeCommands(), demo.port());

            assertThat(output)
                    .contains(
                            "202 Accepted",
                            "\"accessToken\"",
                            "\"nextAppointment\"",
                            "Ada Okafor",
                            "GLOW-",
                            "\"outstanding\"",
                            "BEGIN:VCALENDAR",
                            "\"status\":\"cancelled\"",
                            "\"bookingGrant\"",
                            "Idempotent-Replayed: true",
                            "\"outside\"",
                            "\"onBrandColour\":\"#000000\"",
                            "X-Portal-Preview: true",
                            "preview_read_only",
                            "\"overbooked\":true",
                            "\"change\":\"booked\"",
                            "\"change\":\"cancelled\"");
            assertThat(output).doesNotContain("\"status\":4", "\"status\":5");
            session = output.replaceAll("(?s).*?\"accessToken\":\"([^\"]*)\".*", "$1");
            aSecondCopyAndATakenPortAreToldApart(demo);
            assertThat(demo.stop()).isIn(0, 143);
        }
        try (var again = RunningPortal.ready(settings())) {
            assertThat(again.get("/v1/me", "Authorization", "Bearer " + session).statusCode())
                    .isEqualTo(200);
        }
    }

    private void aSecondCopyAndATakenPortAreToldApart(RunningPortal demo) throws IOException {
        try (var second = RunningPortal.start(RunningPortal.freePort(), settings())) {
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.log()).contains("Another copy").doesNotContain("Exception");
        }
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        try (var third = RunningPortal.start(demo.port(), settings(elsewhere))) {
            assertThat(third.exitCode()).isEqualTo(6);
            assertThat(third.log())
                    .contains("Port " + demo.port() + " is taken", "PORTAL_PORT")
                    .doesNotContain("Exception");
        }
    }

    private Map<String, String> settings() {
        return settings(home.resolve("demo"));
    }

    private static Map<String, String> settings(Path folder) {
        return Map.of("portal.demo", "true", "portal.home", folder.toString(), "quarkus.profile", "demo");
    }

    private static String readmeCommands() throws IOException {
        return TRANSCRIPT
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static String paste(String commands, int port) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-eu", "-c", commands.replace("localhost:8080", "localhost:" + port))
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        return output;
    }
}
