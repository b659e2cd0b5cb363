package clinic.portal.app.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.app.world.Clinics;
import clinic.portal.app.world.PortalTest;
import clinic.portal.core.shared.Busy;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.persistence.shared.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TransactionDoorTest extends PortalTest {
    @Inject
    Trial trial;

    @Test
    void aCallSeesItsOwnClinicOnly() {
        assertThat(trial.clientsSeen(clinic("harbour"))).isBetween(20, 40);
        assertThat(trial.clientsSeen(clinic("glow"))).isGreaterThanOrEqualTo(200);
    }

    @Test
    void whatARefusedCallWroteIsGone() {
        var glow = clinic("glow");

        assertThatThrownBy(() -> trial.renameAndRefuse(glow)).isInstanceOf(NoSuchThing.class);

        assertThat(trial.name(glow)).isEqualTo("Glow Aesthetics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aLostRaceIsRunAgainFromTheStart(String state) {
        var tries = new AtomicInteger();

        assertThat(trial.losesRaces(clinic("glow"), tries, 2, state)).isEqualTo("Glow Aesthetics");

        assertThat(tries).hasValue(3);
    }

    @Test
    void whoLosesThreeRacesIsToldToComeBack() {
        var tries = new AtomicInteger();
        var glow = clinic("glow");

        assertThatThrownBy(() -> trial.losesRaces(glow, tries, 3, "40001")).isInstanceOf(Busy.class);

        assertThat(tries).hasValue(3);
    }

    @Test
    void anyOtherFailureIsNotRepeated() {
        var tries = new AtomicInteger();
        var glow = clinic("glow");

        assertThatThrownBy(() -> trial.losesRaces(glow, tries, 1, "23505")).isInstanceOf(IllegalStateException.class);

        assertThat(tries).hasValue(1);
    }

    @Test
    void aUseCaseWithoutAClinicIsAMistakeOfOurs() {
        assertThatThrownBy(() -> trial.withoutAClinic("glow")).isInstanceOf(IllegalStateException.class);
    }

    private static ClinicId clinic(String slug) {
        return new ClinicId(Clinics.idOf(slug));
    }

    /** A use case made for this test. */
    @Singleton
    @Transacted
    static class Trial {
        private final Sql sql;

        Trial(Sql sql) {
            this.sql = sql;
        }

        int clientsSeen(ClinicId clinic) {
            return sql.first(row -> row.integer("n"), "select count(*) as n from clients")
                    .orElseThrow();
        }

        String name(ClinicId clinic) {
            return sql.first(row -> row.text("name"), "select name from clinics")
                    .orElseThrow();
        }

        void renameAndRefuse(ClinicId clinic) {
            sql.update("update clinics set name = 'Renamed'");
            throw new NoSuchThing();
        }

        String losesRaces(ClinicId clinic, AtomicInteger tries, int losses, String state) {
            sql.update("update clinics set name = name || '!'");
            if (tries.incrementAndGet() <= losses) {
                throw new IllegalStateException(new SQLException("lost", state));
            }
            sql.update("update clinics set name = 'Glow Aesthetics'");
            return name(clinic);
        }

        void withoutAClinic(String slug) {}
    }
}
