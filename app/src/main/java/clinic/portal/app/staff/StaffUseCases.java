package clinic.portal.app.staff;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.booking.FeedKeys;
import clinic.portal.core.clinic.ClinicRegister;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.RecoveryBook;
import clinic.portal.core.login.SecondFactorKeeping;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.staff.MemberDrafts;
import clinic.portal.core.staff.Members;
import clinic.portal.core.staff.Onboarding;
import clinic.portal.core.staff.OwnSecondFactor;
import clinic.portal.core.staff.Team;
import clinic.portal.core.staff.TeamAccess;
import jakarta.inject.Singleton;
import java.time.Clock;

/** A clinic's own people, and how a clinic begins; each call a transaction. */
final class StaffUseCases {
    private StaffUseCases() {}

    @Singleton
    @Transacted
    static class TransactedOnboarding extends Onboarding {
        TransactedOnboarding(ClinicRegister register, Members members, LoginLinks links, Ids ids) {
            super(register, members, links, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedTeam extends Team {
        TransactedTeam(Members members, MemberDrafts drafts, StaffAccess access, LoginLinks links, Ids ids) {
            super(members, drafts, access, links, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedTeamAccess extends TeamAccess {
        TransactedTeamAccess(Members members, StaffAccess access, SecondFactors factors, FeedKeys feeds, Clock clock) {
            super(members, access, factors, feeds, clock);
        }
    }

    @Singleton
    @Transacted
    static class TransactedOwnSecondFactor extends OwnSecondFactor {
        TransactedOwnSecondFactor(
                Members members,
                Clinics clinics,
                SecondFactors factors,
                SecondFactorKeeping keeping,
                RecoveryBook recovery,
                StaffAccess access) {
            super(members, clinics, factors, keeping, recovery, access);
        }
    }
}
