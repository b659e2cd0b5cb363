package clinic.portal.notify.messaging;

import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/** Phone numbers by Google's libphonenumber and the numbering plans in it. */
public final class LibPhoneNumbers implements PhoneNumbers {
    /** E.164's 15 digits with room for how people write them; parsing is not for novels. */
    private static final int LONGEST = 40;
    /** A plus sign and seven digits. */
    private static final int SHORTEST = 8;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    /**
     * Any number of a length its country uses. Whether it is allotted to somebody is not asked here: numbering plans grow
     * faster than copies of them, and {@link #factsOf} sees to it that nothing is sent to what is not known as a mobile.
     */
    @Override
    public Optional<PhoneNumber> read(String typed, String country) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        return parse(typed, country)
                .filter(number -> !number.hasExtension()
                        && library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE)
                .map(number -> library.format(number, PhoneNumberFormat.E164))
                // Some plans have room for numbers too short to call from abroad.
                .filter(e164 -> e164.length() >= SHORTEST)
                .map(PhoneNumber::new);
    }

    @Override
    public Facts factsOf(PhoneNumber number) {
        return parse(number.value(), "ZZ").map(this::facts).orElseGet(() -> new Facts("", false));
    }

    private Facts facts(Phonenumber.PhoneNumber number) {
        String region = library.getRegionCodeForNumber(number);
        // 001 is what the library says for numbers of no country, such as satellites and international toll-free.
        boolean somewhere = region != null && !region.equals("001");
        var type = library.getNumberType(number);
        return new Facts(
                somewhere ? region : "",
                type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }

    private Optional<Phonenumber.PhoneNumber> parse(String typed, String country) {
        try {
            return Optional.of(library.parse(typed, country));
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }
}
