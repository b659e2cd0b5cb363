package clinic.portal.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "57014", "55P03"})
    void aDatabaseThatCannotBeHadIsAnOutage(String state) {
        assertThat(Outages.isBehind(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsOneToo() {
        assertThat(Outages.isBehind(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "22P02", "XX000"})
    void aMistakeOfOursIsNone(String state) {
        assertThat(Outages.isBehind(new IllegalStateException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void norIsAnythingElse() {
        assertThat(Outages.isBehind(new NullPointerException())).isFalse();
    }
}
