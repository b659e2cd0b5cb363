package clinic.portal.notify.messaging;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's HTTP client with its patience taken away: one call is one POST. As delivered it sends up to six on a 503,
 * three of its own and as many again by the Apache client below, each of which may be an SMS (SECURITY F1).
 */
final class OneAttempt extends HttpClient {
    private static final int CALLS_AT_ONCE = 50;

    private final NetworkHttpClient network;
    private volatile int status;

    OneAttempt(NetworkHttpClient network) {
        this.network = network;
    }

    /** What the far end answered; 0 where it did not. */
    int status() {
        return status;
    }

    @Override
    public Response makeRequest(Request request) {
        var response = network.makeRequest(request);
        status = response.getStatusCode();
        return response;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** The network below, shared by all attempts. */
    static NetworkHttpClient network(TwilioSettings settings) {
        var host = new HttpHost(
                settings.secure() ? "https" : "http", settings.baseUrl().getHost(), settings.port());
        var whole = Timeout.of(settings.timeout());
        // Half of the time for connecting: so a far end that cannot be reached is known as such before time is up.
        var half = Timeout.of(settings.timeout().dividedBy(2));
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CALLS_AT_ONCE)
                .setMaxConnTotal(CALLS_AT_ONCE)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(whole).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(half)
                        .setSocketTimeout(whole)
                        .build())
                .build();
        return new NetworkHttpClient(HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(half)
                        .setResponseTimeout(whole.toMilliseconds(), TimeUnit.MILLISECONDS)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                // A kept connection that died in the meantime looks just like an answer lost: outcome unknown, no SMS.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setRoutePlanner((target, context) -> new HttpRoute(host, null, settings.secure()))
                .addRequestInterceptorFirst((request, entity, context) -> {
                    request.setScheme(host.getSchemeName());
                    request.setAuthority(new URIAuthority(host));
                }));
    }
}
