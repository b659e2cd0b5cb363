package clinic.portal.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTest {
    private static final String PROXY = "10.0.0.1";

    private final CallerAddress direct = new CallerAddress(Optional.empty());
    private final CallerAddress behind = trusting(PROXY, " 192.0.2.0/24", "", " ", "2001:db8:ffff::/48");

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
    void anInterfacesNameDoesNotMatter() {
        assertThat(forwarded("fe80::1%nosuch0")).isEqualTo(of("fe80::1"));
    }

    @Test
    void whatIsNoAddressIsOneCallerForAll() {
        assertThat(of("proxy.internal")).isEqualTo("unknown");
        assertThat(behind.of(SocketAddress.domainSocketAddress("/run/portal.sock"), List.of("203.0.113.7")))
                .isEqualTo("unknown");
    }

    @Test
    void whoIsNoTrustedProxyIsTheCallerWhateverItSays() {
        assertThat(direct.of(peer("203.0.113.7"), List.of("198.51.100.1"))).isEqualTo("203.0.113.7");
        assertThat(direct.of(peer(PROXY), List.of("198.51.100.1"))).isEqualTo(PROXY);
        assertThat(behind.of(peer("10.0.0.2"), List.of("198.51.100.1"))).isEqualTo("10.0.0.2");
    }

    @Test
    void aTrustedProxyTellsWhoCalls() {
        assertThat(forwarded("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void aForgedEntryBeforeTheOneTheProxyAppendsIsNotBelieved() {
        assertThat(forwarded("198.51.100.1, 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(forwarded("198.51.100.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(forwarded("10.0.0.1, 192.0.2.1, 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(forwarded("<script>,,, 203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void trustedProxiesAreSeenThroughOneAfterAnother() {
        assertThat(forwarded("198.51.100.1, 203.0.113.7, 192.0.2.9, 10.0.0.1")).isEqualTo("203.0.113.7");
        assertThat(forwarded("198.51.100.1, 203.0.113.7", "2001:db8:ffff:1::9", "192.0.2.9"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void aCallFromAProxyItselfIsThatProxys() {
        assertThat(forwarded()).isEqualTo(PROXY);
        assertThat(forwarded("192.0.2.8, 192.0.2.9")).isEqualTo("192.0.2.8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "unknown", "7", "1.2.3", "1.2.3.4:x", "1.2.3.4:", "::1::", "[::1", "proxy.internal"
            })
    void behindWhatIsNoAddressNobodyIsLookedFor(String garbage) {
        assertThat(forwarded("203.0.113.7, " + garbage)).isEqualTo(PROXY);
        assertThat(forwarded("203.0.113.7, " + garbage + ", 192.0.2.9")).isEqualTo("192.0.2.9");
    }

    @Test
    void portsDoNotMatter() {
        assertThat(forwarded("203.0.113.7:555")).isEqualTo("203.0.113.7");
        assertThat(forwarded("203.0.113.7:1, 192.0.2.9:65535")).isEqualTo("203.0.113.7");
        assertThat(forwarded("[2001:db8:1:2::1]:1")).isEqualTo(of("2001:db8:1:2::1"));
        assertThat(forwarded("[2001:db8:1:2::1]")).isEqualTo(of("2001:db8:1:2::1"));
    }

    @Test
    void aProxyInIpv6ClothesIsTheSameProxy() {
        assertThat(behind.of(peer("::ffff:10.0.0.1"), List.of("203.0.113.7, ::ffff:192.0.2.9")))
                .isEqualTo("203.0.113.7");
        assertThat(trusting("::ffff:10.0.0.0/104").of(peer("10.200.0.1"), List.of("203.0.113.7")))
                .isEqualTo("203.0.113.7");
        assertThat(trusting("::ffff:10.0.0.1").of(peer(PROXY), List.of("203.0.113.7")))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void aBareIpv6AddressTrustsNotItsWholeHousehold() {
        var one = trusting("2001:db8::1");

        assertThat(one.of(peer("2001:db8::1"), List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(one.of(peer("2001:db8::2"), List.of("203.0.113.7"))).isEqualTo(of("2001:db8::2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.internal",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10/8",
                "::1/129",
                "::ffff:10.0.0.0/8",
                "10.0.0.1:80"
            })
    void anUnreadableSettingIsNamed(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trusting(PROXY, entry))
                .withMessageContainingAll("PORTAL_TRUSTED_PROXIES", entry);
    }

    private static CallerAddress trusting(String... entries) {
        return new CallerAddress(Optional.of(List.of(entries)));
    }

    private String forwarded(String... lines) {
        return behind.of(peer(PROXY), List.of(lines));
    }

    private String of(String host) {
        return direct.of(peer(host), List.of());
    }

    private static SocketAddress peer(String host) {
        return SocketAddress.inetSocketAddress(4711, host);
    }
}
