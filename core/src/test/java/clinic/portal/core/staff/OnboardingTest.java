package clinic.portal.core.staff;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.SlugUnavailable;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Role;
import clinic.portal.core.staff.Onboarding.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardingTest {
    private static final ClinicId FRESH = new ClinicId(uuid(3));

    private final World world = Fixtures.glow();

    @Test
    void aNewClinicHasItsOwnerWhoGetsALinkAndShowsNothingYet() {
        var opened = world.onboarding.open(FRESH, application("bloom", "Europe/Paris"));

        assertThat(opened.clinic().portalOn()).isFalse();
        assertThat(opened.clinic().bookingOn()).isFalse();
        assertThat(world.clinics.find(FRESH)).contains(opened.clinic());
        assertThat(world.members.find(FRESH, opened.owner().id()))
                .hasValueSatisfying(owner -> assertThat(owner.role()).isEqualTo(Role.OWNER));
        assertThat(world.sender.last().clinic()).isEqualTo(opened.clinic());
        assertThat(world.sender.last().link().toString()).startsWith("https://staff.example/bloom/login#t=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"glow", "admin"})
    void aTakenSlugAndAReservedOneAreRefusedAlike(String slug) {
        assertThatThrownBy(() -> world.onboarding.open(FRESH, application(slug, "Europe/Paris")))
                .isInstanceOfSatisfying(
                        SlugUnavailable.class,
                        refused -> assertThat(refused.detail()).isEqualTo(new SlugUnavailable().detail()));
        assertThat(world.clinics.find(FRESH)).isEmpty();
        assertThat(world.sender.letters()).isEmpty();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var nonsense = new Application(
                "bloom",
                "Bloom",
                "Europe/Atlantis",
                "xx-YY",
                "ABC",
                "ZZ",
                new Clinic.Contact("1", "hello", "Here"),
                new BrandColour("#123456"),
                "Olive",
                "not an address");

        assertThatThrownBy(() -> world.onboarding.open(FRESH, nonsense))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Invalid.Violation::pointer)
                                .containsExactly(
                                        "/clinic/timeZone",
                                        "/clinic/locale",
                                        "/clinic/currency",
                                        "/clinic/country",
                                        "/clinic/contact/email",
                                        "/owner/email"));
    }

    private static Application application(String slug, String zone) {
        return new Application(
                slug,
                "Bloom",
                zone,
                "fr-FR",
                "EUR",
                "FR",
                new Clinic.Contact("01 99 00 12 34", "hello@bloom.example", "1 rue de la Paix, Paris"),
                new BrandColour("#336699"),
                "Olive Martin",
                "Olive@Bloom.example");
    }
}
