package clinic.portal.app.staff;

import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.CodeLimit;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.RecoveryBook;
import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.login.RoundQueue;
import clinic.portal.core.login.SecondFactorKeeping;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.SessionOpening;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.StaffDirectory;
import clinic.portal.core.login.StaffDoor;
import clinic.portal.core.login.TimeCodes;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Secrets;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.staff.MemberDrafts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the use cases about staff share; no transactions of their own. */
final class StaffParts {

    @Produces
    @Singleton
    MemberDrafts drafts(Clinics clinics, Practitioners practitioners, PhoneNumbers numbers) {
        return new MemberDrafts(clinics, practitioners, numbers);
    }

    @Produces
    @Singleton
    RecoveryBook recoveryBook(RecoveryCodes codes, Secrets secrets) {
        return new RecoveryBook(codes, secrets);
    }

    @Produces
    @Singleton
    SecondFactorKeeping secondFactors(
            SecondFactors factors, TimeCodes codes, RecoveryBook recovery, Secrets secrets, Clock clock) {
        return new SecondFactorKeeping(factors, codes, recovery, secrets, clock);
    }

    @Produces
    @Singleton
    SessionOpening sessionOpening(Sessions sessions, Secrets secrets, Ids ids) {
        return new SessionOpening(sessions, secrets, ids);
    }

    @Produces
    @Singleton
    CodeLimit codeLimit(Throttle throttle) {
        return new CodeLimit(throttle);
    }

    /** Of no one clinic: each that it goes to on its round is a transaction of its own. */
    @Produces
    @Singleton
    StaffDoor staffDoor(
            RoundQueue queue,
            StaffDirectory directory,
            LoginLinks links,
            Secrets secrets,
            PhoneNumbers numbers,
            Clock clock) {
        return new StaffDoor(queue, directory, links, secrets, numbers, clock);
    }
}
