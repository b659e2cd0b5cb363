package clinic.portal.rest.shared;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a call comes from, as limits count it: an IPv6 household or server is a /64, not an address (SECURITY S9). */
final class CallerAddress {
    private static final int HOUSEHOLD_BYTES = 8;

    private CallerAddress() {}

    /** Proxies have been seen through already, the trusted ones only, by the server's configuration. */
    static String of(SocketAddress remote) {
        String host = remote.hostAddress();
        if (host == null) {
            return "unknown";
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), HOUSEHOLD_BYTES))
                    : address.getHostAddress();
        } catch (IllegalArgumentException unreadable) {
            return "unknown";
        }
    }
}
