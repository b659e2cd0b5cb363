package clinic.portal.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.process.RunningPortal;
import clinic.portal.app.world.RealSurroundings;
import clinic.portal.app.world.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances, one of them behind a wire that breaks, a dozen callers who want the same few hours, and everything that
 * can fail failing meanwhile (SECURITY H44). What each caller does is repeated with {@code -Dhistory.seed}; how they
 * meet is up to the machine.
 */
class HistoryIT {
    private static final Logger LOG = Logger.getLogger(HistoryIT.class);
    private static final RealSurroundings SURROUNDINGS = new RealSurroundings();
    private static final int CALLERS = 12;
    private static final long SEED = Long.getLong("history.seed", System.nanoTime());

    private static Map<String, String> settings;
    private static FaultyProxy wire;
    private static RunningPortal one;
    private static RunningPortal two;
    private static HistoryPlaces places;

    private final HistoryLog log = new HistoryLog();
    private final AtomicBoolean goingOn = new AtomicBoolean(true);

    @BeforeAll
    static void start() throws SQLException {
        settings = new HashMap<>(SURROUNDINGS.start());
        settings.put("quarkus.profile", "prod");
        run("alter role portal_app set synchronous_commit = on");
        String url = settings.get("portal.db.url");
        int port = Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1"));
        wire = FaultyProxy.to(port);
        one = RunningPortal.ready(settings);
        var overTheWire = new HashMap<>(settings);
        overTheWire.put("portal.db.url", url.replace(":" + port + "/", ":" + wire.port() + "/"));
        two = RunningPortal.ready(overTheWire);
        places = new HistoryPlaces(List.of(one.url(), two.url()));
    }

    @AfterAll
    static void stop() {
        wire.pass();
        one.close();
        two.close();
        wire.close();
        SURROUNDINGS.stop();
    }

    @Test
    void whateverBreaksNothingIsLostInventedHalfOrTwice() throws Exception {
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().start(new HistoryCaller(places, log, SEED + i, goingOn::get)));
        }
        try {
            happen(300);
            breakEverything();
            happen(300);
        } finally {
            goingOn.set(false);
            for (Thread caller : callers) {
                caller.join();
            }
        }
        one.close();
        two.close();
        waiting(20, "the last transactions end").until(() -> connections() == 0);

        var after = AftermathReader.read(places.clinic());
        var violations = HistoryChecker.violations(log.happenings(), after);

        if (!violations.isEmpty() || !log.strange().isEmpty()) {
            Files.write(
                    Path.of("target", "history.txt"),
                    log.happenings().stream().map(Happening::toString).toList());
        }
        String story = "-Dhistory.seed=%d, %s (target/history.txt)".formatted(SEED, log);
        LOG.info(story);
        assertThat(violations).as(story).isEmpty();
        assertThat(log.strange()).as(story).isEmpty();
        assertThat(log.happenings().stream().filter(Happening::isDone).count()).isGreaterThan(300);
        assertThat(log.unknown()).as("answers that did not come").isPositive();
    }

    private void breakEverything() throws Exception {
        broken(() -> {
            one.kill();
            happen(50);
            one = RunningPortal.ready(settings);
            places.move(List.of(one.url(), two.url()));
        });
        broken(() -> {
            for (int i = 0; i < 4; i++) {
                run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal_app'");
                happen(30);
            }
        });
        broken(() -> {
            wire.swallow();
            loseAnswers(4);
            wire.pass();
        });
        broken(() -> {
            wire.swallow();
            loseAnswers(4);
            wire.reset();
            wire.pass();
        });
        broken(() -> {
            for (int i = 0; i < 4; i++) {
                wire.reset();
                happen(20);
                wire.halfClose();
                happen(20);
            }
        });
        broken(() -> {
            wire.delay(Duration.ofMillis(20));
            happen(60);
            wire.pass();
        });
        broken(HistoryIT::crashTheDatabase);
    }

    interface Breaking {
        void run() throws Exception;
    }

    /** Over when answers come again, which must not take longer than half a minute. */
    private void broken(Breaking breaking) throws Exception {
        log.breaking();
        breaking.run();
        waiting(30, "all is well again").until(this::isWell);
        log.whole();
    }

    /** Sixty answers in a row, and none of them lost. */
    private boolean isWell() {
        int unknown = log.unknown();
        happen(60);
        return log.unknown() == unknown;
    }

    private void happen(int more) {
        int enough = log.ended() + more;
        waiting(60, "callers go on").until(() -> log.ended() >= enough);
    }

    private void loseAnswers(int more) {
        int enough = log.unknown() + more;
        waiting(60, "answers are lost").until(() -> log.unknown() >= enough);
    }

    /** The mail server's threads take it ill when a portal that speaks with them is killed; that is not what is tested. */
    private static ConditionFactory waiting(int seconds, String what) {
        return Waiting.atMost(seconds, what).dontCatchUncaughtExceptions();
    }

    /** Of one process of a server that dies hard, all die, and the server recovers from its log. */
    private static void crashTheDatabase() throws SQLException {
        try (var connection = RealSurroundings.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            ProcessHandle.of(rows.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = RealSurroundings.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long connections() throws SQLException {
        try (var connection = RealSurroundings.superuser();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select count(*) from pg_stat_activity where usename = 'portal_app'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
