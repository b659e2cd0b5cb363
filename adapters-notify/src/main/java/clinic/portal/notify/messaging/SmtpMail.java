package clinic.portal.notify.messaging;

import clinic.portal.core.messaging.Delivery;
import clinic.portal.notify.shared.OneLine;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * E-mail by SMTP, over the client that Quarkus Mailer brings along.
 *
 * <p>That client, not the {@code Mailer} on top: the Mailer leaves its connections without any time-out, so that a
 * server which accepts and then says nothing takes one for good at each attempt, and after ten no mail goes out until a
 * restart. Here each connection ends itself.
 *
 * <p>An outcome that cannot be told counts as not sent. For mail, twice is better than never; every attempt carries the
 * same Message-ID, by which most mailboxes show a repeat once.
 */
public final class SmtpMail implements MailChannel {
    private static final Logger LOG = Logger.getLogger(SmtpMail.class);
    /** The client's own words; it says in no other way at which point a server refused. */
    private static final String RECIPIENT_REFUSED = "recipient address not accepted";

    private static final String SENDER_REFUSED = "sender address not accepted";
    private static final String LOGIN_REFUSED = "AUTH";

    private final Vertx vertx;
    private final SmtpSettings settings;

    public SmtpMail(Vertx vertx, SmtpSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    @Override
    public Delivery send(Mail mail) {
        // One for each mail: the client's pool loses one now and then, when a connection is asked for as another
        // closes.
        var client = MailClient.create(vertx, config(settings));
        var sending = client.sendMail(message(mail)).toCompletionStage().toCompletableFuture();
        try {
            return new Delivery.Sent(sending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .getMessageID());
        } catch (TimeoutException late) {
            return new Delivery.TryLater("no answer in time");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Delivery.TryLater("interrupted");
        } catch (ExecutionException failed) {
            return outcome(failed.getCause() == null ? failed : failed.getCause());
        } finally {
            client.close();
        }
    }

    /** Of what the server said, only its codes are kept: its words like to repeat the address. */
    private static Delivery outcome(Throwable failure) {
        if (!(failure instanceof SMTPException said)) {
            return new Delivery.TryLater("not reached: " + failure.getClass().getSimpleName());
        }
        String code = "smtp " + said.getReplyCode();
        String where = String.valueOf(said.getMessage());
        if (!said.isPermanent()) {
            return new Delivery.TryLater(code);
        }
        if (where.startsWith(LOGIN_REFUSED) || where.startsWith(SENDER_REFUSED)) {
            // Our account's trouble, not this address's: whoever mends it soon enough still gets the mail out.
            LOG.errorf("The mail server refuses us: %s", code);
            return new Delivery.TryLater(code);
        }
        return new Delivery.Rejected(where.startsWith(RECIPIENT_REFUSED) ? code + " recipient" : code);
    }

    private MailMessage message(Mail mail) {
        var message = new MailMessage()
                .setFrom(DisplayName.encode(mail.fromName()) + " <"
                        + settings.from().value() + ">")
                .setBounceAddress(settings.from().value())
                .setTo(mail.to().value())
                .setSubject(OneLine.of(mail.subject()))
                .setText(mail.text())
                .setHtml(mail.html())
                .setAttachment(
                        mail.attachments().stream().map(SmtpMail::attachment).toList())
                .addHeader("Message-ID", "<" + mail.reference() + "@" + domain(settings) + ">")
                // RFC 3834: keeps out-of-office answers from coming back.
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
        if (mail.replyTo() != null) {
            message.addHeader("Reply-To", mail.replyTo().value());
        }
        return message;
    }

    private static MailAttachment attachment(Mail.Attachment attachment) {
        return MailAttachment.create()
                .setName(attachment.name())
                .setContentType(attachment.contentType())
                .setDisposition("attachment")
                .setData(Buffer.buffer(attachment.content(), StandardCharsets.UTF_8.name()));
    }

    private static String domain(SmtpSettings settings) {
        return settings.from().value().substring(settings.from().value().indexOf('@') + 1);
    }

    private static MailConfig config(SmtpSettings settings) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        var config = new MailConfig(settings.host(), settings.port())
                .setSsl(settings.security() == SmtpSettings.Security.TLS)
                .setStarttls(
                        settings.security() == SmtpSettings.Security.STARTTLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setHostnameVerificationAlgorithm("HTTPS")
                // Or the client asks the name service what this machine is called, before every mail, for as long as
                // that takes.
                .setOwnHostname(domain(settings))
                .setMaxPoolSize(1)
                .setKeepAlive(false)
                .setConnectTimeout(millis)
                .setIdleTimeout(millis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (settings.username() == null || settings.password() == null) {
            return config.setLogin(LoginOption.DISABLED);
        }
        return config.setLogin(LoginOption.REQUIRED)
                .setUsername(settings.username())
                .setPassword(settings.password());
    }
}
