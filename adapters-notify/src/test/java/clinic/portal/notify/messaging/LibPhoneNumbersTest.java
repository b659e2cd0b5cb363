package clinic.portal.notify.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {
    private final LibPhoneNumbers numbers = new LibPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "07700 900123, GB, +447700900123",
        "(07700) 900-123, GB, +447700900123",
        "+44 7700 900123, US, +447700900123",
        "0044 7700 900123, ES, +447700900123",
        "+44 (0)7700 900123, GB, +447700900123",
        "612 34 56 78, ES, +34612345678",
        "(201) 555-0123, US, +12015550123",
        "۰۷۷۰۰۹۰۰۱۲۳, GB, +447700900123"
    })
    void aNumberIsReadAsItsCountryWritesIt(String typed, String country, String e164) {
        assertThat(numbers.read(typed, country)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "12",
                "07700 900123 ext. 5",
                "020 7946 0000x12",
                "+44 7700",
                "+999 123456789",
                "+4912",
                "12345678901234567",
                "+447700900123+447700900124",
                "0000"
            })
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(numbers.read(typed, "GB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+447400123456, GB, true",
        "+447700900123, '', false",
        "+442079460000, GB, false",
        "+34612345678, ES, true",
        "+12015550123, US, true",
        "+448001111111, GB, false",
        "+447640123456, GB, false",
        "+80012345678, '', false",
        "+9991234567, '', false"
    })
    void regionAndKindComeFromTheNumberingPlan(String number, String region, boolean mobile) {
        assertThat(numbers.factsOf(new PhoneNumber(number))).isEqualTo(new Facts(region, mobile));
    }

    @ParameterizedTest
    @CsvSource({"+447700900123, GB, true", "+447400123456, GB, true", "+442079460000, GB, false"})
    void theDemoTakesFictionForMobiles(String number, String region, boolean mobile) {
        assertThat(new DemoPhoneNumbers(numbers).factsOf(new PhoneNumber(number)))
                .isEqualTo(new Facts(region, mobile));
    }

    @Test
    void theDemoReadsNumbersLikeEverybody() {
        assertThat(new DemoPhoneNumbers(numbers).read("07700 900123", "GB")).contains(new PhoneNumber("+447700900123"));
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 10_000, 1_000_000})
    void absurdLengthsAreRefusedUnread(int length) {
        assertThat(numbers.read("1".repeat(length), "GB")).isEmpty();
    }
}
