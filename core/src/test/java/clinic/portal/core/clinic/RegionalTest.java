package clinic.portal.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionalTest {
    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "America/Argentina/Buenos_Aires", "Australia/Lord_Howe", "UTC"})
    void zonesOfPlacesAreKnown(String name) {
        assertThat(Regional.zone(name))
                .hasValueSatisfying(zone -> assertThat(zone.getId()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "GMT", "+01:00", "SystemV/PST8", "Etc/GMT+3", "", "europe/london"})
    void otherNamesAreNot(String name) {
        assertThat(Regional.zone(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "zh-Hans-CN", "fil-PH"})
    void languagesAreKnown(String tag) {
        assertThat(Regional.locale(tag))
                .hasValueSatisfying(locale -> assertThat(locale.toLanguageTag()).isEqualTo(tag));
    }

    /** Each would be written back with a part that the database refuses, or says nothing that anybody could write in. */
    @ParameterizedTest
    @ValueSource(strings = {"xx", "und", "und-GB", "en-XX", "en-US-posix", "en-u-ca-buddhist", "en_GB", "", "english"})
    void nonsenseIsNoLanguage(String tag) {
        assertThat(Regional.locale(tag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBP", "JPY", "KWD"})
    void moneyIsKnown(String code) {
        assertThat(Regional.currency(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "ZZZ", "gbp"})
    void whatNobodyPaysWithIsNot(String code) {
        assertThat(Regional.currency(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UK", "gb", "EU", ""})
    void whatIsNoCountryIsNot(String code) {
        assertThat(Regional.country(code)).isEmpty();
    }
}
