package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class CallerAddressTest {
    @Test
    void anIpv4AddressIsItself() {
        assertThat(of("203.0.113.7")).isEqualTo("203.0.113.7").isNotEqualTo(of("203.0.113.8"));
    }

    @Test
    void anIpv6AddressCountsForItsHousehold() {
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsItself() {
        assertThat(of("::ffff:203.0.113.7")).isEqualTo(of("203.0.113.7"));
    }

    @Test
    void whatIsNoAddressIsOneCallerForAll() {
        assertThat(of("proxy.internal")).isEqualTo("unknown");
        assertThat(CallerAddress.of(SocketAddress.domainSocketAddress("/run/portal.sock")))
                .isEqualTo("unknown");
    }

    private static String of(String host) {
        return CallerAddress.of(SocketAddress.inetSocketAddress(4711, host));
    }
}
