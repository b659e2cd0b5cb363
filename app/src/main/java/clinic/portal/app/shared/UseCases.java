package clinic.portal.app.shared;

import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.MyAppointments;
import clinic.portal.core.client.Myself;
import clinic.portal.core.client.Profiles;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalFront;
import clinic.portal.core.dashboard.Dashboards;
import clinic.portal.core.dashboard.MyDashboard;
import clinic.portal.core.ledger.Ledger;
import clinic.portal.core.ledger.MyBalance;
import clinic.portal.core.login.LinkMaker;
import clinic.portal.core.login.LinkQueue;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.Login;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.SecondFactorKeeping;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.SessionKeeping;
import clinic.portal.core.login.SessionOpening;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.packages.MyPackages;
import clinic.portal.core.packages.PackageList;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.staff.Members;
import clinic.portal.core.staff.Workplace;
import clinic.portal.core.voucher.MyVouchers;
import clinic.portal.core.voucher.VoucherList;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The core's use cases, each call a transaction. Subclasses, because interceptors do nothing on beans that a producer
 * method made, and the core itself knows no annotation.
 *
 * <p>What clients look at most is read in a single call that enters the clinic itself, which needs no transaction around
 * it (docs/decisions/008): those are wired only.
 */
final class UseCases {
    private UseCases() {}

    @Singleton
    @Transacted
    static class TransactedPortalFront extends PortalFront {
        TransactedPortalFront(Clinics clinics) {
            super(clinics);
        }
    }

    @Singleton
    @Transacted
    static class TransactedLoginLinks extends LoginLinks {
        TransactedLoginLinks(
                LinkRequests requests,
                LinkQueue queue,
                Clinics clinics,
                LinkMaker maker,
                PhoneNumbers numbers,
                Ids ids) {
            super(requests, queue, clinics, maker, numbers, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedLogin extends Login {
        TransactedLogin(
                LiveLinks links,
                SessionOpening sessions,
                SecondFactorKeeping factors,
                Clinics clinics,
                Secrets secrets,
                PhoneNumbers numbers) {
            super(links, sessions, factors, clinics, secrets, numbers);
        }
    }

    @Singleton
    @Transacted
    static class TransactedSessionKeeping extends SessionKeeping {
        TransactedSessionKeeping(Sessions sessions, Secrets secrets) {
            super(sessions, secrets);
        }
    }

    @Singleton
    @Transacted
    static class TransactedMyself extends Myself {
        TransactedMyself(Profiles profiles) {
            super(profiles);
        }
    }

    @Singleton
    @Transacted
    static class TransactedWorkplace extends Workplace {
        TransactedWorkplace(Members members, Clinics clinics, SecondFactors factors) {
            super(members, clinics, factors);
        }
    }

    @Singleton
    static class WiredMyDashboard extends MyDashboard {
        WiredMyDashboard(Dashboards dashboards, Clock clock) {
            super(dashboards, clock);
        }
    }

    @Singleton
    static class WiredMyAppointments extends MyAppointments {
        WiredMyAppointments(AppointmentList appointments, Clock clock) {
            super(appointments, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedMyBalance extends MyBalance {
        TransactedMyBalance(Ledger ledger, Clinics clinics) {
            super(ledger, clinics);
        }
    }

    @Singleton
    @Transacted
    static class TransactedMyPackages extends MyPackages {
        TransactedMyPackages(PackageList packages) {
            super(packages);
        }
    }

    @Singleton
    @Transacted
    static class TransactedMyVouchers extends MyVouchers {
        TransactedMyVouchers(VoucherList vouchers) {
            super(vouchers);
        }
    }
}
