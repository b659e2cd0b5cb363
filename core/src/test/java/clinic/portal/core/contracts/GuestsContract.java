package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.client.Guests;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import org.junit.jupiter.api.Test;

public abstract class GuestsContract {
    private static final EmailAddress DORAS = new EmailAddress("dora@example.com");
    private static final EmailAddress EVES = new EmailAddress("eve@example.com");
    private static final PhoneNumber HOME = new PhoneNumber("+447700900555");
    private static final PhoneNumber WORK = new PhoneNumber("+447700900556");

    private final ClientId dora = new ClientId(uuid(71));
    private final ClientId other = new ClientId(uuid(72));

    protected abstract Guests guests();

    protected abstract ClinicId clinic();

    protected abstract ClinicId otherClinic();

    /** Makes a client of {@link #clinic} whom the clinic has entered itself. */
    protected abstract void entered(ClientId id, EmailAddress email, PhoneNumber phone);

    @Test
    void nobodyIsKnownAtFirst() {
        assertThat(guests().match(clinic(), DORAS, HOME)).isEmpty();
    }

    @Test
    void whoWasAddedIsKnownByBoth() {
        add(dora, DORAS, HOME);

        assertThat(guests().match(clinic(), DORAS, HOME)).contains(dora);
    }

    @Test
    void oneOfTheTwoIsNotEnough() {
        add(dora, DORAS, HOME);

        assertThat(guests().match(clinic(), DORAS, WORK)).isEmpty();
        assertThat(guests().match(clinic(), EVES, HOME)).isEmpty();
    }

    @Test
    void othersMayHaveTheSameAddressOrNumber() {
        add(dora, DORAS, HOME);
        add(other, DORAS, WORK);

        assertThat(guests().match(clinic(), DORAS, HOME)).contains(dora);
        assertThat(guests().match(clinic(), DORAS, WORK)).contains(other);
    }

    @Test
    void whomTheClinicEnteredIsKnownByBothToo() {
        entered(dora, DORAS, HOME);

        assertThat(guests().match(clinic(), DORAS, HOME)).contains(dora);
    }

    @Test
    void whomTheClinicEnteredComesBeforeWhoOnlySaidSo() {
        add(dora, DORAS, HOME);
        entered(other, DORAS, HOME);

        assertThat(guests().match(clinic(), DORAS, HOME)).contains(other);
    }

    @Test
    void aGuestMayHaveTheAddressOfSomebodyTheClinicEntered() {
        entered(other, DORAS, WORK);
        add(dora, DORAS, HOME);

        assertThat(guests().match(clinic(), DORAS, HOME)).contains(dora);
        assertThat(guests().match(clinic(), DORAS, WORK)).contains(other);
    }

    @Test
    void anotherClinicKnowsNothingOfThem() {
        add(dora, DORAS, HOME);

        assertThat(guests().match(otherClinic(), DORAS, HOME)).isEmpty();
    }

    private void add(ClientId id, EmailAddress email, PhoneNumber phone) {
        guests().add(clinic(), id, "Dora Guest", email, phone);
    }
}
