package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdTest {
    @Test
    void aUsableOneIsKept() {
        assertThat(RequestId.choose("0197c5f0-9a77-7e10")).isEqualTo("0197c5f0-9a77-7e10");
    }

    @Test
    void anyOtherIsReplacedByOneThatIsNew() {
        for (String sent :
                new String[] {null, "", "1234567", "a".repeat(65), "line\nbreak", "12345678\n", "ümläut-12"}) {
            assertThat(RequestId.choose(sent)).matches("[0-9a-f]{24}");
        }
        assertThat(RequestId.choose(null)).isNotEqualTo(RequestId.choose(null));
    }
}
