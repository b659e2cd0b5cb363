package clinic.portal.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.client.Profile;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.Recipient;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.staff.Member;
import org.junit.jupiter.api.Test;

public abstract class RecipientsContract {
    protected abstract Recipients recipients();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** A client of {@link #clinic} with e-mail and phone, who takes messages on both. */
    protected abstract Profile client();

    protected abstract Member member();

    protected abstract void clientOptsOutOf(Identifier identifier);

    protected abstract void clientIsErased();

    protected abstract void memberLeaves();

    @Test
    void aClientIsKnownByEmailAndByPhone() {
        assertThat(recipients().find(clinic(), Audience.PORTAL, email())).hasValueSatisfying(this::isTheClient);
        assertThat(recipients().find(clinic(), Audience.PORTAL, phone())).hasValueSatisfying(this::isTheClient);
    }

    @Test
    void aMemberOfStaffIsKnownByEmailWithTheirRole() {
        var found = recipients().find(clinic(), Audience.STAFF, membersEmail()).orElseThrow();

        assertThat(found.subject()).isEqualTo(new Subject.OfStaff(member().id(), member().role()));
        assertThat(found.name()).isEqualTo(member().name());
        assertThat(found.optedOut()).isFalse();
    }

    @Test
    void nobodyIsKnownAtTheOtherDoor() {
        assertThat(recipients().find(clinic(), Audience.STAFF, email())).isEmpty();
        assertThat(recipients().find(clinic(), Audience.PORTAL, membersEmail())).isEmpty();
    }

    @Test
    void nobodyIsKnownToAnotherClinic() {
        assertThat(recipients().find(otherClinic(), Audience.PORTAL, email())).isEmpty();
        assertThat(recipients().find(otherClinic(), Audience.PORTAL, phone())).isEmpty();
        assertThat(recipients().find(otherClinic(), Audience.STAFF, membersEmail()))
                .isEmpty();
    }

    @Test
    void theUnknownAreUnknown() {
        var nobody = new Identifier.Email(new EmailAddress("nobody@example.com"));

        assertThat(recipients().find(clinic(), Audience.PORTAL, nobody)).isEmpty();
        assertThat(recipients().find(clinic(), Audience.STAFF, nobody)).isEmpty();
    }

    @Test
    void optingOutHoldsForTheOneChannel() {
        clientOptsOutOf(phone());

        assertThat(recipients().find(clinic(), Audience.PORTAL, phone()))
                .map(Recipient::optedOut)
                .contains(true);
        assertThat(recipients().find(clinic(), Audience.PORTAL, email()))
                .map(Recipient::optedOut)
                .contains(false);
    }

    @Test
    void theErasedAreUnknown() {
        clientIsErased();

        assertThat(recipients().find(clinic(), Audience.PORTAL, email())).isEmpty();
        assertThat(recipients().find(clinic(), Audience.PORTAL, phone())).isEmpty();
    }

    @Test
    void theDepartedAreUnknown() {
        memberLeaves();

        assertThat(recipients().find(clinic(), Audience.STAFF, membersEmail())).isEmpty();
    }

    private void isTheClient(Recipient found) {
        assertThat(found.subject()).isEqualTo(new Subject.OfClient(client().id()));
        assertThat(found.name()).isEqualTo(client().name());
        assertThat(found.optedOut()).isFalse();
    }

    private Identifier email() {
        return new Identifier.Email(client().email());
    }

    private Identifier phone() {
        return new Identifier.Phone(client().phone());
    }

    private Identifier membersEmail() {
        return new Identifier.Email(member().email());
    }
}
