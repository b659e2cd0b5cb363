package clinic.portal.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkLimitsTest {
    private static final Identifier EMAIL = new Identifier.Email(new EmailAddress("ada@example.com"));
    private static final Identifier PHONE = new Identifier.Phone(new PhoneNumber("+447700900011"));
    private final LinkLimits limits = new LinkLimits(2, 4, 8);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, ",
        "1, 3, 7, ",
        "2, 3, 7, TOO_SOON",
        "3, 9, 9, TOO_SOON",
        "1, 4, 7, TOO_MANY_THIS_HOUR",
        "1, 5, 9, TOO_MANY_THIS_HOUR",
        "1, 3, 8, CLINIC_SMS_LIMIT",
        "0, 0, 9, CLINIC_SMS_LIMIT"
    })
    void eachLimitHoldsFromItsNumberOn(int minute, int hour, int sms, HoldReason reason) {
        assertThat(limits.check(PHONE, new LinkHistory(minute, hour, sms)).orElse(null))
                .isEqualTo(reason);
    }

    @Test
    void smsDoNotLimitMail() {
        assertThat(limits.check(EMAIL, new LinkHistory(0, 0, 1_000))).isEmpty();
    }

    @Test
    void theUsualLimitsAreOneAMinuteFiveAnHourAndTwoHundredSmsADay() {
        assertThat(LinkLimits.USUAL).isEqualTo(new LinkLimits(1, 5, 200));
    }
}
