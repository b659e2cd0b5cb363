package clinic.portal.rest.shared;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a call comes from, as limits count it: an IPv6 household or server is a /64, not an address (SECURITY S9).
 *
 * <p>A proxy appends to X-Forwarded-For whom it saw; what stands before that, the caller may have written. So the list is
 * read from its end, and only as far as trusted proxies wrote it. Quarkus' own forwarding believes the first entry and
 * must stay off, or the peer seen here is no longer the one that is connected.
 *
 * <p>Behind a proxy (application-scoped) because filters are made before the configuration of this very run is known.
 */
@Startup // An unreadable setting shall stop the start, not the first call.
@ApplicationScoped
public class CallerAddress {
    static final String HEADER = "X-Forwarded-For";

    private static final int HOUSEHOLD_BYTES = 8;
    private static final int MAPPED_BITS = 96;
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\[\\]]+)](?::\\d{1,5})?|([^:]+):\\d{1,5}");

    private final List<IpSubnetFilterRule> trusted;

    /** @throws IllegalArgumentException for an entry that is neither an address nor a network */
    CallerAddress(@ConfigProperty(name = "portal.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(CallerAddress::rule)
                .toList();
    }

    public String of(HttpServerRequest request) {
        return of(request.remoteAddress(), request.headers().getAll(HEADER));
    }

    /**
     * @param peer who is connected
     * @param forwarded all lines of X-Forwarded-For, in order; looked at only when the peer is a trusted proxy
     */
    String of(SocketAddress peer, List<String> forwarded) {
        return Optional.ofNullable(peer.hostAddress())
                .flatMap(CallerAddress::literal)
                .map(address -> household(caller(address, forwarded)))
                .orElse("unknown");
    }

    private InetAddress caller(InetAddress peer, List<String> forwarded) {
        InetAddress last = peer;
        for (String hop : List.of(String.join(",", forwarded).split(",", -1)).reversed()) {
            if (!isTrusted(last)) {
                return last;
            }
            Optional<InetAddress> before = literal(withoutPort(hop.strip()));
            if (before.isEmpty()) {
                return last;
            }
            last = before.get();
        }
        return last;
    }

    private boolean isTrusted(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    private static String household(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), HOUSEHOLD_BYTES))
                : address.getHostAddress();
    }

    private static String withoutPort(String hop) {
        Matcher port = WITH_PORT.matcher(hop);
        return port.matches() ? Optional.ofNullable(port.group(1)).orElseGet(() -> port.group(2)) : hop;
    }

    /** Stricter than the JDK, which takes "7" for 0.0.0.7. IPv4 in IPv6 clothes comes back as IPv4. */
    private static Optional<InetAddress> literal(String text) {
        String unzoned = text.replaceFirst("%.*", "");
        if (!unzoned.contains(":") && !NetUtil.isValidIpV4Address(unzoned)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(unzoned));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static IpSubnetFilterRule rule(String entry) {
        try {
            String[] parts = entry.split("/", 2);
            InetAddress address = literal(parts[0]).orElseThrow(() -> new IllegalArgumentException("no address"));
            int all = address.getAddress().length * Byte.SIZE;
            boolean mapped = address instanceof Inet4Address && parts[0].contains(":");
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]) - (mapped ? MAPPED_BITS : 0);
            return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "PORTAL_TRUSTED_PROXIES holds \"%s\", which is neither an address nor a network such as 10.0.0.0/8"
                            .formatted(entry),
                    unreadable);
        }
    }
}
