package clinic.portal.notify.messaging;

import clinic.portal.core.messaging.Delivery;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * SMS by Twilio (SECURITY F1, F2). Since an SMS costs money and cannot be recognised as a repeat, only what certainly
 * did not go out is worth another attempt.
 */
public final class TwilioTexts implements TextChannel, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TwilioTexts.class);

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    /** The sender's queue is full: Twilio's error 21611, which does not come as a 429. */
    private static final int QUEUE_FULL = 21611;
    /** Raised before the first byte of the request left. */
    private static final Set<Class<? extends Exception>> NOT_REACHED = Set.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class);

    private final TwilioSettings settings;
    private final NetworkHttpClient network;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public TwilioTexts(TwilioSettings settings) {
        this.settings = settings;
        this.network = OneAttempt.network(settings);
    }

    @Override
    public Delivery send(Text text) {
        // Socket time-outs start anew with every byte; only a clock over the whole call bounds a far end that trickles.
        var call = threads.submit(() -> attempt(text));
        try {
            return call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            return new Delivery.Unknown("no answer in time");
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Unknown("interrupted");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Sending an SMS failed unexpectedly", failed.getCause());
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Delivery attempt(Text text) {
        var http = new OneAttempt(network);
        var client = new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .httpClient(http)
                .build();
        try {
            return accepted(message(text).create(client), http.status());
        } catch (TwilioException refused) {
            return http.status() == 0 ? unanswered(refused) : refusal(http.status(), codeOf(refused));
        }
    }

    private MessageCreator message(Text text) {
        var to = new PhoneNumber(text.to().value());
        return settings.from().startsWith("MG")
                ? Message.creator(to, settings.from(), text.body())
                : Message.creator(to, new PhoneNumber(settings.from()), text.body());
    }

    private static Delivery accepted(@Nullable Message message, int status) {
        // The SDK takes redirects, empty objects and a bare null for success.
        return status < 300 && message != null && message.getSid() != null
                ? new Delivery.Sent(message.getSid())
                : new Delivery.Unknown("status " + status + " without a message");
    }

    private static Delivery unanswered(TwilioException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (NOT_REACHED.contains(cause.getClass()) || cause instanceof ConnectException) {
                return new Delivery.TryLater("not reached: " + cause.getClass().getSimpleName());
            }
        }
        return new Delivery.Unknown("no answer");
    }

    private static Delivery refusal(int status, int code) {
        if (status == TOO_MANY_REQUESTS || code == QUEUE_FULL) {
            return new Delivery.TryLater("too many at once");
        }
        if (status == UNAUTHORIZED) {
            // Our account's trouble, not this number's: whoever mends it soon enough still gets the message out.
            LOG.error("Twilio refuses our credentials");
            return new Delivery.TryLater("credentials refused");
        }
        if (status >= 400 && status < 500) {
            return new Delivery.Rejected(String.valueOf(code == 0 ? status : code));
        }
        return new Delivery.Unknown("status " + status);
    }

    /** Twilio's own code, or 0 where its answer could not be read. */
    private static int codeOf(TwilioException refused) {
        return refused instanceof ApiException api && api.getCode() != null ? api.getCode() : 0;
    }
}
