package clinic.portal.rest.stage;

import clinic.portal.core.login.CodeLimit;
import clinic.portal.core.login.StaffDoor;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.Throttle;
import clinic.portal.core.staff.Onboarding;
import clinic.portal.core.staff.OwnSecondFactor;
import clinic.portal.core.staff.Team;
import clinic.portal.core.staff.TeamAccess;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The use cases about staff, of the world of the day: see {@link Stage}. */
final class TeamBeans {
    @Produces
    @RequestScoped
    StaffDoor staffDoor() {
        return Stage.working().staffDoor;
    }

    @Produces
    @RequestScoped
    Team team() {
        return Stage.working().team;
    }

    @Produces
    @RequestScoped
    TeamAccess teamAccess() {
        return Stage.working().teamAccess;
    }

    @Produces
    @RequestScoped
    OwnSecondFactor ownSecondFactor() {
        return Stage.working().ownSecondFactor;
    }

    @Produces
    @RequestScoped
    Onboarding onboarding() {
        return Stage.working().onboarding;
    }

    @Produces
    @Singleton
    CodeLimit codeLimit(Throttle throttle) {
        return new CodeLimit(throttle);
    }

    @Produces
    @Singleton
    Ids ids() {
        return new DeskBeans.IdsOfTheDay();
    }
}
