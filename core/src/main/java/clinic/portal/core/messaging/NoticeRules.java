package clinic.portal.core.messaging;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.messaging.NoticeLetter.To;
import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;

/** When there is nothing to say, or nobody to say it to. */
public final class NoticeRules {
    private static final Duration OLD_NEWS = Duration.ofDays(1);

    private final PhoneNumbers numbers;
    private final int smsPerDay;

    /** @param smsPerDay how many SMS a clinic sends in 24 hours at most (SECURITY S9) */
    public NoticeRules(PhoneNumbers numbers, int smsPerDay) {
        this.numbers = numbers;
        this.smsPerDay = smsPerDay;
    }

    /**
     * A later change has its own notice; nobody needs to be told to come to what has begun, nor, a day later, that it
     * was cancelled.
     */
    boolean overtaken(Notice notice, DiaryEntry now, Instant at) {
        Instant news = notice.change() == Change.CANCELLED ? at.minus(OLD_NEWS) : at;
        return now.version() != notice.version() || !now.startsAt().isAfter(news);
    }

    /** @param smsLastDay asked only where it matters */
    Optional<To> to(Channel channel, Clinic clinic, Contact contact, IntSupplier smsLastDay) {
        return switch (channel) {
            case EMAIL ->
                Optional.ofNullable(contact.email())
                        .filter(email -> clinic.channels().email() && !contact.noEmail())
                        .map(To.Email::new);
            case SMS ->
                Optional.ofNullable(contact.phone())
                        .filter(phone -> clinic.channels().sms() && !contact.noSms() && reachable(clinic, phone))
                        .filter(phone -> smsLastDay.getAsInt() < smsPerDay)
                        .map(To.Phone::new);
        };
    }

    /** SECURITY S10: mobiles in the regions the clinic has chosen; it has no SMS where it has chosen none. */
    private boolean reachable(Clinic clinic, PhoneNumber phone) {
        var facts = numbers.factsOf(phone);
        return facts.mobile() && clinic.smsRegions().contains(facts.region());
    }
}
