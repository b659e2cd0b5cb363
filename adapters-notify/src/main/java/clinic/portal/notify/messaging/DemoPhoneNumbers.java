package clinic.portal.notify.messaging;

import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import java.util.Optional;

/**
 * Phone numbers for the demo, whose clients have numbers that are nobody's: 07700 900000 to 900999, which Ofcom keeps
 * free for fiction. No numbering plan knows them as mobiles; here they are.
 */
public final class DemoPhoneNumbers implements PhoneNumbers {
    private static final String FICTION = "+447700900";

    private final PhoneNumbers real;

    public DemoPhoneNumbers(PhoneNumbers real) {
        this.real = real;
    }

    @Override
    public Optional<PhoneNumber> read(String typed, String country) {
        return real.read(typed, country);
    }

    @Override
    public Facts factsOf(PhoneNumber number) {
        return number.value().startsWith(FICTION) ? new Facts("GB", true) : real.factsOf(number);
    }
}
