package clinic.portal.core.clinic;

import static clinic.portal.core.fixtures.PortalDrafts.inCurrency;
import static clinic.portal.core.fixtures.PortalDrafts.switchedOff;
import static clinic.portal.core.fixtures.PortalDrafts.with;
import static clinic.portal.core.fixtures.PortalDrafts.withSlug;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.PortalDrafts;
import clinic.portal.core.fixtures.PortalOffice;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Outdated;
import clinic.portal.core.shared.RoleNotAllowed;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSettingsTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final World world = Fixtures.glow();
    private final PortalOffice office = world.portalOffice;
    private final ClinicId glow = world.glow.id();

    @Test
    void theStaffSeeWhatTheirClinicHasSettled() {
        var portal = office.settings.show(world.asRita());

        assertThat(portal.clinic()).isEqualTo(world.glow);
        assertThat(portal.version()).isZero();
        assertThat(office.settings.show(world.asCarl()).clinic()).isEqualTo(world.calm);
    }

    @Test
    void whatIsChangedIsThereFromThenOn() {
        var changed = office.settings.replace(
                world.asOlga(), 0, switchedOff(with(office.draft(), Map.of("zone", "Asia/Tokyo"))));

        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.clinic().portalOn()).isFalse();
        assertThat(changed.clinic().zone()).hasToString("Asia/Tokyo");
        assertThat(office.settings.show(world.asOlga())).isEqualTo(changed);
        assertThatThrownBy(() -> world.portalFront.show(glow)).isInstanceOf(NoSuchThing.class);
    }

    @Test
    void onlyThoseWhoLeadTheClinicChangeIt() {
        assertThatThrownBy(() -> office.settings.replace(world.asRita(), 0, office.draft()))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void whoHasNotSeenTheLatestChangesNothing() {
        office.settings.replace(world.asOlga(), 0, office.draft());

        assertThatThrownBy(() -> office.settings.replace(world.asOlga(), 0, withSlug(office.draft(), "other")))
                .isInstanceOf(Outdated.class);
        assertThat(world.clinics.find(new Slug("other"))).isEmpty();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var draft = with(
                office.draft(),
                Map.of(
                        "slug", "Glow!",
                        "colour", "purple",
                        "logo", "http://glow.example/logo.png",
                        "email", "hello",
                        "zone", "Europe/Atlantis",
                        "locale", "english",
                        "currency", "GBX",
                        "country", "UK",
                        "region", "ZZ"));

        var refused = catchThrowableOfType(Invalid.class, () -> office.settings.replace(world.asOlga(), 0, draft));

        assertThat(refused.violations())
                .extracting(Invalid.Violation::pointer)
                .containsExactly(
                        "/slug",
                        "/brandColour",
                        "/logoUrl",
                        "/contact/email",
                        "/timeZone",
                        "/locale",
                        "/currency",
                        "/country",
                        "/smsRegions/0");
        assertThat(refused.violations())
                .allSatisfy(each -> assertThat(each.detail()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://glow.example/a.png",
                "//glow.example/a.png",
                "https:///a.png",
                "https://user:secret@glow.example/a.png",
                "javascript:alert(1)",
                "https://glow.example/a b.png",
                "https://glöw.example/a.png",
                ""
            })
    void aLogoIsAnHttpsAddressOrNone(String logo) {
        assertThat(pointersOf(with(office.draft(), Map.of("logo", logo)))).containsExactly("/logoUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT+2", "+02:00", "Z", "EST5EDT", "SystemV/AST4", "europe/london", "Etc/GMT+5", ""})
    void aTimeZoneIsAPlaceOfTheTimeZoneDatabase(String zone) {
        assertThat(pointersOf(with(office.draft(), Map.of("zone", zone)))).containsExactly("/timeZone");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, en-GB", "es, es", "ES-mx, es-MX", "zh-Hant-TW, zh-Hant-TW", "es-419, es-419"})
    void aLocaleIsKeptAsItIsWrittenEverywhere(String typed, String kept) {
        var changed = office.settings.replace(world.asOlga(), 0, with(office.draft(), Map.of("locale", typed)));

        assertThat(changed.clinic().locale().toLanguageTag()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_GB", "xx", "en-ZZ", "en-u-ca-buddhist", "", "de-DE-1996", "i-klingon"})
    void whatIsNoLanguageOrRegionIsNoLocale(String locale) {
        assertThat(pointersOf(with(office.draft(), Map.of("locale", locale)))).containsExactly("/locale");
    }

    @Test
    void aColourIsKeptInSmallLetters() {
        var changed = office.settings.replace(world.asOlga(), 0, with(office.draft(), Map.of("colour", "#ABCDEF")));

        assertThat(changed.clinic().colour().hex()).isEqualTo("#abcdef");
    }

    @Test
    void theCurrencyChangesOnlyWhileNothingIsPricedInIt() {
        assertThat(office.settings
                        .replace(world.asOlga(), 0, inCurrency(office.draft(), "EUR"))
                        .version())
                .isEqualTo(1);
        office.portals.price(glow);

        assertThatThrownBy(() -> office.settings.replace(world.asOlga(), 1, inCurrency(office.draft(), "USD")))
                .isInstanceOf(CurrencyInUse.class);
        assertThat(office.settings.replace(world.asOlga(), 1, office.draft()).version())
                .isEqualTo(2);
    }

    @Test
    void theOldSlugLeadsToTheNewOneForNinetyDays() {
        moveTo("glow-soho");

        assertThat(world.clinics.find(new Slug("glow-soho"))).contains(glow);
        assertThat(world.clinics.find(new Slug("glow"))).isEmpty();
        assertThat(formerly("glow")).isTrue();
        assertThat(formerly("glow-soho")).isFalse();

        world.clock.elapse(PortalSettings.REDIRECTED.minus(MOMENT));
        assertThat(formerly("glow")).isTrue();
        assertThat(office.settings.tidy(glow)).isZero();

        world.clock.elapse(MOMENT.multipliedBy(2));
        assertThat(formerly("glow")).isFalse();
        assertThat(office.settings.tidy(glow)).isEqualTo(1);
    }

    @Test
    void whyASlugCannotBeHadIsNobodysBusiness() {
        moveTo("glow-soho");

        var refused = List.of(
                refusal("calm", world.asOlga(), office.draft()),
                refusal("admin", world.asOlga(), office.draft()),
                refusal("glow", world.asCarl(), draftOfCalm()));

        assertThat(refused)
                .allSatisfy(each -> assertThat(each.code()).isEqualTo("slug_unavailable"))
                .extracting(SlugUnavailable::detail)
                .containsOnly(refused.getFirst().detail());
        assertThat(office.settings.show(world.asCarl()).clinic()).isEqualTo(world.calm);
    }

    @Test
    void aClinicMayTakeItsOwnOldSlugBack() {
        moveTo("glow-soho");
        moveTo("glow");

        assertThat(world.clinics.find(new Slug("glow"))).contains(glow);
        assertThat(formerly("glow-soho")).isTrue();
        assertThat(formerly("glow")).isFalse();
    }

    @Test
    void whoHasGivenUpManySlugsWaitsOrTakesOneBack() {
        for (int i = 1; i <= PortalSettings.MOST_RETIRED; i++) {
            moveTo("glow-" + i);
        }
        assertThatThrownBy(() -> moveTo("glow-more")).isInstanceOf(TooManySlugs.class);

        moveTo("glow");
        assertThatThrownBy(() -> moveTo("glow-more")).isInstanceOf(TooManySlugs.class);

        world.clock.elapse(PortalSettings.REDIRECTED.plus(MOMENT));
        moveTo("glow-more");
        assertThat(world.clinics.find(new Slug("glow-more"))).contains(glow);
    }

    @Test
    void onceItIsForgottenAnybodyMayHaveIt() {
        moveTo("glow-soho");
        world.clock.elapse(PortalSettings.REDIRECTED.plus(MOMENT));
        office.settings.tidy(glow);

        office.settings.replace(world.asCarl(), 0, withSlug(draftOfCalm(), "glow"));

        assertThat(world.clinics.find(new Slug("glow"))).contains(world.calm.id());
    }

    @Test
    void anAddressIsToldOnlyWhileThePortalIsOn() {
        assertThat(world.portalFront.address(glow)).contains(new Slug("glow"));

        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThat(world.portalFront.address(glow)).isEmpty();
    }

    private void moveTo(String slug) {
        int version = office.settings.show(world.asOlga()).version();
        office.settings.replace(world.asOlga(), version, withSlug(office.draft(), slug));
    }

    private boolean formerly(String slug) {
        return world.clinics
                .formerly(new Slug(slug), PortalSettings.REDIRECTED)
                .filter(glow::equals)
                .isPresent();
    }

    private SlugUnavailable refusal(String slug, Viewer.Member viewer, PortalDraft draft) {
        int version = office.settings.show(viewer).version();
        return catchThrowableOfType(
                SlugUnavailable.class, () -> office.settings.replace(viewer, version, withSlug(draft, slug)));
    }

    private PortalDraft draftOfCalm() {
        return PortalDrafts.of(office.portals.find(world.calm.id()).orElseThrow());
    }

    private List<String> pointersOf(PortalDraft draft) {
        return catchThrowableOfType(Invalid.class, () -> office.settings.replace(world.asOlga(), 0, draft))
                .violations()
                .stream()
                .map(Invalid.Violation::pointer)
                .toList();
    }
}
