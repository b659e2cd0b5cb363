package clinic.portal.rest.stage;

import clinic.portal.core.client.ClientBook;
import clinic.portal.core.client.ClientClearing;
import clinic.portal.core.client.ClientRecords;
import clinic.portal.core.client.NoteTaking;
import clinic.portal.core.fixtures.ClientDesk;
import clinic.portal.core.login.Invitations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** The use cases about clients, of the world of the day: see {@link Stage}. */
final class ClientBeans {
    private static ClientDesk desk() {
        return Stage.working().clientDesk;
    }

    @Produces
    @RequestScoped
    ClientBook book() {
        return desk().book;
    }

    @Produces
    @RequestScoped
    NoteTaking noteTaking() {
        return desk().noteTaking;
    }

    @Produces
    @RequestScoped
    ClientRecords records() {
        return desk().records;
    }

    @Produces
    @RequestScoped
    ClientClearing clearing() {
        return desk().clearing;
    }

    @Produces
    @RequestScoped
    Invitations invitations() {
        return desk().invitations;
    }
}
