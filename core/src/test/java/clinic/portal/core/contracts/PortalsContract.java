package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.Portal;
import clinic.portal.core.clinic.Portals;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.clinic.Slugs;
import clinic.portal.core.shared.ClinicId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings, and the slugs that go with them. */
public abstract class PortalsContract {
    private static final Duration LATELY = Duration.ofDays(90);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    protected abstract Portals portals();

    protected abstract Slugs slugs();

    protected abstract ClinicDirectory directory();

    /** Without prices. */
    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A slug of this test's own. */
    protected abstract Slug slug(String name);

    /** Something is priced at {@link #clinic}. */
    protected abstract void price();

    /** Moves the store's clock, or all that is stored of slugs the other way. */
    protected abstract void elapse(Duration time);

    @Test
    void whatIsSavedIsReadBack() {
        var changed = changed(1);

        portals().save(clinic(), changed);

        assertThat(portals().find(clinic())).contains(changed);
        assertThat(portals().lock(clinic())).contains(changed);
        assertThat(portals().find(otherClinic()).map(Portal::version)).contains(0);
    }

    @Test
    void aLogoCanBeTakenAway() {
        portals().save(clinic(), changed(1));
        var bare = withoutLogo(portals().find(clinic()).orElseThrow());

        portals().save(clinic(), bare);

        assertThat(portals().find(clinic())).contains(bare);
    }

    @Test
    void thereArePricesOnceThereIsOne() {
        assertThat(portals().hasPrices(clinic())).isFalse();

        price();

        assertThat(portals().hasPrices(clinic())).isTrue();
        assertThat(portals().hasPrices(otherClinic())).isFalse();
    }

    @Test
    void aSlugThatIsTakenLeavesTheOldOneBehindForAWhile() {
        var old = current();
        move(slug("new"));

        assertThat(directory().find(slug("new"))).contains(clinic());
        assertThat(directory().formerly(slug("new"), LATELY)).isEmpty();
        assertThat(directory().formerly(old, LATELY)).contains(clinic());

        elapse(LATELY.minus(MOMENT));
        assertThat(directory().formerly(old, LATELY)).contains(clinic());
        assertThat(slugs().forget(clinic(), LATELY)).isZero();

        elapse(MOMENT.multipliedBy(2));
        assertThat(directory().formerly(old, LATELY)).isEmpty();
        assertThat(slugs().forget(otherClinic(), LATELY)).isZero();
        assertThat(slugs().forget(clinic(), LATELY)).isEqualTo(1);
        assertThat(directory().find(slug("new"))).contains(clinic());
    }

    @Test
    void everyClinicIsListedOnceHoweverManySlugsItHad() {
        move(slug("new"));
        move(slug("newer"));

        assertThat(directory().all()).contains(clinic(), otherClinic()).doesNotHaveDuplicates();
    }

    @Test
    void nobodyElseGetsASlugThatIsTakenOrNotForgottenYet() {
        var old = current();
        move(slug("new"));

        assertThat(slugs().take(otherClinic(), slug("new"))).isFalse();
        assertThat(slugs().take(otherClinic(), old)).isFalse();
    }

    @Test
    void whatAClinicGaveUpIsKnown() {
        var old = current();
        assertThat(slugs().retired(clinic())).isEmpty();

        move(slug("new"));
        move(slug("newer"));

        assertThat(slugs().retired(clinic())).containsExactlyInAnyOrder(old, slug("new"));
        assertThat(slugs().retired(otherClinic())).isEmpty();
    }

    @Test
    void onceItIsForgottenAnybodyGetsIt() {
        var old = current();
        move(slug("new"));
        elapse(LATELY.plus(MOMENT));
        slugs().forget(clinic(), LATELY);

        assertThat(slugs().take(otherClinic(), old)).isTrue();
    }

    @Test
    void aClinicTakesItsOwnBack() {
        var old = current();
        move(slug("new"));

        move(old);

        assertThat(directory().find(old)).contains(clinic());
        assertThat(directory().formerly(slug("new"), LATELY)).contains(clinic());
    }

    private Slug current() {
        return portals().find(clinic()).orElseThrow().clinic().slug();
    }

    private void move(Slug to) {
        assertThat(slugs().take(clinic(), to)).isTrue();
        var now = portals().find(clinic()).orElseThrow();
        portals().save(clinic(), moved(now, to));
    }

    private Portal changed(int version) {
        return new Portal(
                new Clinic(
                        clinic(),
                        current(),
                        "Another name",
                        new BrandColour("#010203"),
                        URI.create("https://cdn.example.com/a.svg?b=c"),
                        new Clinic.Contact("", "new@example.com", "1 Street\n2nd line"),
                        ZoneId.of("Asia/Tokyo"),
                        Locale.forLanguageTag("zh-Hant-TW"),
                        Currency.getInstance("JPY"),
                        "JP",
                        Set.of("JP", "TW"),
                        false,
                        false,
                        new Channels(false, true)),
                new BookingPolicy(Duration.ofMinutes(1), 730, Duration.ofMinutes(5), Duration.ofDays(366)),
                true,
                version);
    }

    private static Portal withoutLogo(Portal from) {
        var old = from.clinic();
        var bare = new Clinic(
                old.id(),
                old.slug(),
                old.name(),
                old.colour(),
                null,
                old.contact(),
                old.zone(),
                old.locale(),
                old.currency(),
                old.country(),
                Set.of(),
                true,
                true,
                new Channels(true, false));
        return new Portal(bare, from.policy(), false, from.version() + 1);
    }

    private static Portal moved(Portal from, Slug to) {
        var old = from.clinic();
        var there = new Clinic(
                old.id(),
                to,
                old.name(),
                old.colour(),
                old.logo(),
                old.contact(),
                old.zone(),
                old.locale(),
                old.currency(),
                old.country(),
                old.smsRegions(),
                old.portalOn(),
                old.bookingOn(),
                old.channels());
        return new Portal(there, from.policy(), from.secondFactorRequired(), from.version() + 1);
    }
}
