package clinic.portal.notify.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void breaksOfAnyKindBecomeOneSpace() {
        assertThat(OneLine.of(" Glow\r\n\tSkin\u2028Care\u0085\u00a0 Clinic\u0000 "))
                .isEqualTo("Glow Skin Care Clinic");
    }

    @Test
    void turnsOfDirectionGo() {
        assertThat(OneLine.of("Glow \u202egro.live\u202c")).isEqualTo("Glow gro.live");
    }

    @Test
    void ordinaryNamesStay() {
        assertThat(OneLine.of("Clínica “Ñandú” & Co. 美容")).isEqualTo("Clínica “Ñandú” & Co. 美容");
    }
}
