package clinic.portal.app.messaging;

import clinic.portal.app.demo.Demo;
import clinic.portal.app.shared.PortalConfig;
import clinic.portal.core.booking.CalendarFiles;
import clinic.portal.core.login.LinkSender;
import clinic.portal.core.login.LinkWatch;
import clinic.portal.core.messaging.Delivery;
import clinic.portal.core.messaging.NoticeSender;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.notify.booking.Ical4jCalendars;
import clinic.portal.notify.login.HoldBackWatch;
import clinic.portal.notify.login.LetterSender;
import clinic.portal.notify.messaging.DemoInbox;
import clinic.portal.notify.messaging.DemoPhoneNumbers;
import clinic.portal.notify.messaging.LibPhoneNumbers;
import clinic.portal.notify.messaging.MailChannel;
import clinic.portal.notify.messaging.NoticeLetters;
import clinic.portal.notify.messaging.SmtpMail;
import clinic.portal.notify.messaging.SmtpSettings;
import clinic.portal.notify.messaging.TextChannel;
import clinic.portal.notify.messaging.TwilioSettings;
import clinic.portal.notify.messaging.TwilioTexts;
import clinic.portal.notify.shared.Templates;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/** Where messages go: to the far ends, or in the demo to its inbox and nowhere else. */
@Singleton
final class Channels {
    private static final Logger LOG = Logger.getLogger(Channels.class);

    private final PortalConfig config;
    private final Optional<DemoInbox> inbox;
    private final LinkWatch watch;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    Channels(PortalConfig config, Clock clock, MeterRegistry meters) {
        this.config = config;
        var counted = new HoldBackWatch(meters);
        this.inbox = Demo.isRunning() ? Optional.of(new DemoInbox(clock, counted)) : Optional.empty();
        this.watch = inbox.<LinkWatch>map(demo -> demo).orElse(counted);
    }

    Optional<DemoInbox> inbox() {
        return inbox;
    }

    @Produces
    @Singleton
    LinkWatch linkWatch() {
        return watch;
    }

    @Produces
    @Singleton
    Templates templates() {
        return new Templates();
    }

    @Produces
    @Singleton
    PhoneNumbers phoneNumbers() {
        var real = new LibPhoneNumbers();
        // The demo's people have numbers that are set aside for fiction, which no real list of numbers holds.
        return Demo.isRunning() ? new DemoPhoneNumbers(real) : real;
    }

    @Produces
    @Singleton
    MailChannel mails(Vertx vertx) {
        return inbox.<MailChannel>map(demo -> demo).orElseGet(() -> new SmtpMail(vertx, smtp()));
    }

    @Produces
    @Singleton
    TextChannel texts() {
        return inbox.<TextChannel>map(demo -> demo).orElseGet(this::twilio);
    }

    @Produces
    @Singleton
    LinkSender linkSender(MailChannel mails, TextChannel texts, Templates templates) {
        return new LetterSender(mails, texts, templates);
    }

    @Produces
    @Singleton
    CalendarFiles calendarFiles() {
        return new Ical4jCalendars();
    }

    @Produces
    @Singleton
    NoticeSender noticeSender(MailChannel mails, TextChannel texts, Templates templates, CalendarFiles calendars) {
        return new NoticeLetters(mails, texts, templates, calendars);
    }

    /** After the jobs have stopped, which are the only ones that send. */
    @PreDestroy
    void close() throws Exception {
        for (AutoCloseable channel : open) {
            channel.close();
        }
    }

    private <T extends AutoCloseable> T closing(T channel) {
        open.add(channel);
        return channel;
    }

    private TextChannel twilio() {
        var twilio = config.twilio();
        if (twilio.accountSid().isEmpty()
                || twilio.authToken().isEmpty()
                || twilio.from().isEmpty()) {
            LOG.info("No SMS will be sent: PORTAL_TWILIO_ACCOUNT_SID, _AUTH_TOKEN and _FROM are not all set");
            return text -> new Delivery.Rejected("no SMS account is set up");
        }
        return closing(new TwilioTexts(new TwilioSettings(
                twilio.baseUrl(),
                twilio.accountSid().get(),
                twilio.authToken().get(),
                twilio.from().get(),
                twilio.timeout())));
    }

    private SmtpSettings smtp() {
        var smtp = config.smtp();
        return new SmtpSettings(
                smtp.host(),
                smtp.port(),
                smtp.tls(),
                smtp.user().orElse(null),
                smtp.password().orElse(null),
                EmailAddress.read(smtp.from())
                        .orElseThrow(() -> new IllegalStateException("PORTAL_SMTP_FROM is not an e-mail address")),
                smtp.timeout());
    }
}
