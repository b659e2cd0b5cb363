package clinic.portal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.audit.AuditLog.Entry;
import clinic.portal.core.audit.AuditLog.Filter;
import clinic.portal.core.audit.AuditLog.Line;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final UUID THING = Fixtures.uuid(8600);
    private static final Deed DEED = new Deed("replaceRoom", THING, "203.0.113.7", "request-1");

    private final World world = Fixtures.glow();

    @Test
    void whatIsDoneIsWrittenDownWithWhoDidIt() {
        world.office.going(DEED);

        world.office.witness.saw(world.asOlga(), "a result");

        var line = lines().getFirst().line();
        assertThat(line.actor()).isEqualTo(new Actor.OfStaff(world.olga.id()));
        assertThat(line.deed()).isEqualTo(DEED);
        assertThat(line.refusedAs()).isNull();
    }

    @Test
    void whatAProgramDoesIsItsOwnDoing() {
        world.office.going(DEED);
        var key = new ApiKeyId(Fixtures.uuid(7001));

        world.office.witness.saw(new Viewer.Integrator(world.glow.id(), key, Set.of(Right.CLIENTS_READ)), null);

        assertThat(lines().getFirst().line().actor()).isEqualTo(new Actor.OfProgram(key));
    }

    @Test
    void whatIsMadeIsNamedByWhatItCameTo() {
        world.office.going(new Deed("createRoom", null, "203.0.113.7", "request-1"));

        world.office.witness.saw(world.asOlga(), world.laserRoom);

        assertThat(lines().getFirst().line().deed().subject())
                .isEqualTo(world.laserRoom.id().value());
    }

    @Test
    void whatTheCallNamesStaysTheSubjectWhateverItCameTo() {
        world.office.going(DEED);

        world.office.witness.saw(world.asOlga(), world.laserRoom);

        assertThat(lines().getFirst().line().deed().subject()).isEqualTo(THING);
    }

    @Test
    void whatLeavesNoTraceIsNotWrittenDown() {
        world.office.going(null);

        world.office.witness.saw(world.asOlga(), "a result");

        assertThat(lines()).isEmpty();
    }

    @Test
    void aRefusalIsWrittenDownWithItsCode() {
        world.office.refused.record(world.glow.id(), new Actor.OfStaff(world.rita.id()), DEED, "role_not_allowed");

        Line line = lines().getFirst().line();
        assertThat(line.refusedAs()).isEqualTo("role_not_allowed");
        assertThat(line.deed()).isEqualTo(DEED);
    }

    private List<Entry> lines() {
        return world.office
                .log
                .list(world.glow.id(), new Filter(null, null, null, null, null, null), PageRequest.first(10))
                .items();
    }
}
