package clinic.portal.rest.stage;

import clinic.portal.core.booking.MyAppointments;
import clinic.portal.core.client.Myself;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.PortalFront;
import clinic.portal.core.dashboard.MyDashboard;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.ledger.MyBalance;
import clinic.portal.core.login.Login;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.packages.MyPackages;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.staff.Workplace;
import clinic.portal.core.voucher.MyVouchers;
import clinic.portal.rest.login.SigningKeys;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the resources stand on in tests: the real core over its fakes. Every test has a world of its own, while Quarkus
 * boots once for all: hence the beans live for one request and are taken from the world of the day.
 */
public final class Stage {
    private static volatile World world = Fixtures.glow();
    private static volatile MutableKeys keys = new MutableKeys();
    private static volatile @Nullable Supplier<RuntimeException> accident;
    /** Outlives all worlds: what it measures never goes back. */
    private static final AtomicLong NANOS = new AtomicLong();

    private Stage() {}

    public static void reset() {
        world = Fixtures.glow();
        keys = new MutableKeys();
        accident = null;
    }

    public static World world() {
        return world;
    }

    public static MutableKeys keys() {
        return keys;
    }

    /** Until the next test, everything that asks for the clinic's data breaks like this. */
    public static void breakWith(Supplier<RuntimeException> how) {
        accident = how;
    }

    /** Time goes by for the clock of the world and for what is measured without one. */
    public static void elapse(Duration time) {
        world.clock.elapse(time);
        NANOS.addAndGet(time.toNanos());
    }

    static World working() {
        var broken = accident;
        if (broken != null) {
            throw broken.get();
        }
        return world;
    }

    /** Beans that outlive a test look through this one to the clock of the day. */
    private static final class ClockOfTheDay extends Clock {
        @Override
        public Instant instant() {
            return world.clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return world.clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return world.clock.withZone(zone);
        }
    }

    static final class Beans {
        @Produces
        @Singleton
        Clock clock() {
            return new ClockOfTheDay();
        }

        @Produces
        @Singleton
        Ticker ticker() {
            return NANOS::get;
        }

        @Produces
        @Singleton
        SigningKeys signingKeys() {
            return () -> keys.newestFirst();
        }

        @Produces
        @Singleton
        Throttle throttle() {
            return (allowance, caller) -> world.throttle.take(allowance, caller);
        }

        @Produces
        @Singleton
        ClinicDirectory clinics() {
            return new ClinicsOfTheDay();
        }

        @Produces
        @RequestScoped
        LoginLinks loginLinks() {
            return working().loginLinks;
        }

        @Produces
        @RequestScoped
        Login login() {
            return working().login;
        }

        @Produces
        @RequestScoped
        SessionKeeping sessionKeeping() {
            return working().sessionKeeping;
        }

        @Produces
        @RequestScoped
        PortalFront portalFront() {
            return working().portalFront;
        }

        @Produces
        @RequestScoped
        Workplace workplace() {
            return working().workplace;
        }

        @Produces
        @RequestScoped
        Myself myself() {
            return working().myself;
        }

        @Produces
        @RequestScoped
        MyAppointments myAppointments() {
            return working().myAppointments;
        }

        @Produces
        @RequestScoped
        MyBalance myBalance() {
            return working().myBalance;
        }

        @Produces
        @RequestScoped
        MyPackages myPackages() {
            return working().myPackages;
        }

        @Produces
        @RequestScoped
        MyVouchers myVouchers() {
            return working().myVouchers;
        }

        @Produces
        @RequestScoped
        MyDashboard myDashboard() {
            return working().myDashboard;
        }
    }

    private static final class ClinicsOfTheDay implements ClinicDirectory {
        @Override
        public java.util.Optional<clinic.portal.core.shared.ClinicId> find(clinic.portal.core.clinic.Slug slug) {
            return working().clinics.find(slug);
        }

        @Override
        public java.util.Optional<clinic.portal.core.shared.ClinicId> formerly(
                clinic.portal.core.clinic.Slug slug, Duration lately) {
            return working().clinics.formerly(slug, lately);
        }

        @Override
        public java.util.List<clinic.portal.core.shared.ClinicId> all() {
            return working().clinics.all();
        }
    }
}
