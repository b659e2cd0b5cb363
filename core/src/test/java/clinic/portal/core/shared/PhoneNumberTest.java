package clinic.portal.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+1234567", "+447700900123", "+123456789012345"})
    void sevenToFifteenDigitsAfterAPlusAreANumber(String value) {
        assertThat(new PhoneNumber(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+123456",
                "+1234567890123456",
                "447700900123",
                "+0447700900",
                "+44 7700 900123",
                "+١٢٣٤٥٦٧"
            })
    void anythingElseIsNone(String value) {
        assertThatThrownBy(() -> new PhoneNumber(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
