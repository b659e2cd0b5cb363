package clinic.portal.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ApiKeyId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.RoleNotAllowed;
import clinic.portal.core.shared.ScopeMissing;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyRingTest {
    private static final Set<Right> SCOPES = Set.of(Right.CLIENTS_READ);

    private final World world = Fixtures.glow();

    @Test
    void aKeyLetsAProgramDoWhatItsScopesSay() {
        var made = make(null);

        var program =
                world.office.door.recognise(world.glow.id(), made.secret()).orElseThrow();

        assertThat(program.key()).isEqualTo(made.key().id());
        assertThat(program.may(Right.CLIENTS_READ)).isEqualTo(program);
        assertThatThrownBy(() -> program.may(Right.CLIENTS_WRITE))
                .isInstanceOfSatisfying(
                        ScopeMissing.class,
                        refusal -> assertThat(refusal.facts()).containsEntry("scope", "clients:write"));
    }

    @Test
    void theHintIsTheEndOfTheKey() {
        var made = make(null);

        assertThat(made.secret()).endsWith(made.key().hint());
        assertThat(made.key().hint()).hasSize(4);
    }

    @Test
    void aKeyLivesAYearUnlessSaidOtherwise() {
        assertThat(make(null).key().expiresAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofDays(365)));
        var wanted = Fixtures.NOW.plus(Duration.ofDays(3));
        assertThat(make(wanted).key().expiresAt()).isEqualTo(wanted);
    }

    @Test
    void aKeyCanNeitherBeOverAlreadyNorLiveForMoreThanTwoYears() {
        assertThatThrownBy(() -> make(Fixtures.NOW)).isInstanceOf(Invalid.class);
        assertThat(make(Fixtures.NOW.plusSeconds(1)).key()).isNotNull();
        assertThat(make(Fixtures.NOW.plus(Duration.ofDays(731))).key()).isNotNull();
        assertThatThrownBy(() -> make(Fixtures.NOW.plus(Duration.ofDays(731)).plusSeconds(1)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRevokedKeyLetsNobodyIn() {
        var made = make(null);

        world.office.ring.revoke(world.asOlga(), made.key().id());

        assertThat(world.office.door.recognise(world.glow.id(), made.secret())).isEmpty();
    }

    @Test
    void anotherClinicsKeyIsNotThere() {
        var made = make(null);

        assertThatThrownBy(() ->
                        world.office.ring.revoke(world.asCarl(), made.key().id()))
                .isInstanceOf(NoSuchThing.class);
        assertThat(world.office.door.recognise(world.calm.id(), made.secret())).isEmpty();
    }

    @Test
    void onlyOwnersHaveToDoWithKeys() {
        assertThatThrownBy(() -> world.office.ring.make(world.asRita(), "Phone", SCOPES, null))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> world.office.ring.list(world.asRita(), PageRequest.first(5)))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> world.office.ring.revoke(world.asRita(), new ApiKeyId(Fixtures.uuid(1))))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void whatIsMadeDoesNotPrintItsSecret() {
        var made = make(null);

        assertThat(made.toString()).doesNotContain(made.secret());
    }

    private ApiKeyRing.Made make(@Nullable Instant expiresAt) {
        return world.office.ring.make(world.asOlga(), "Phone", SCOPES, expiresAt);
    }
}
