package clinic.portal.core.fakes;

import clinic.portal.core.messaging.Notice;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.messaging.NoticeId;
import clinic.portal.core.messaging.NoticeLog;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Login links are counted elsewhere: {@link #smsOfLogins} says how many there were. */
public final class InMemoryNoticeLog implements NoticeLog {
    private static final Set<Outcome> PERHAPS_SENT = EnumSet.of(Outcome.SENT, Outcome.UNKNOWN);

    private record Key(ClinicId clinic, Notice notice) {}

    /** @param outcome absent until it is settled */
    public record Entry(
            NoticeId id,
            Notice notice,
            ClientId client,
            Instant openedAt,
            @Nullable Outcome outcome,
            String reason,
            @Nullable String reference,
            Instant settledAt) {}

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final Clock clock;
    private int smsOfLogins;

    public InMemoryNoticeLog(Clock clock) {
        this.clock = clock;
    }

    public synchronized void smsOfLogins(int count) {
        smsOfLogins = count;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized Line open(ClinicId clinic, Notice notice, ClientId client, NoticeId fresh) {
        Instant now = clock.instant();
        var entry = entries.computeIfAbsent(
                new Key(clinic, notice), key -> new Entry(fresh, notice, client, now, null, "", null, now));
        return new Line(entry.id, entry.outcome != null, Duration.between(entry.openedAt, now));
    }

    @Override
    public synchronized void settle(
            ClinicId clinic, NoticeId id, Outcome outcome, String reason, @Nullable String reference) {
        entries.replaceAll((key, entry) -> key.clinic.equals(clinic) && entry.id.equals(id)
                ? new Entry(id, entry.notice, entry.client, entry.openedAt, outcome, reason, reference, clock.instant())
                : entry);
    }

    @Override
    public synchronized int smsLastDay(ClinicId clinic) {
        Instant since = clock.instant().minus(Duration.ofHours(24));
        return smsOfLogins
                + (int) entries.entrySet().stream()
                        .filter(each -> each.getKey().clinic.equals(clinic))
                        .map(Map.Entry::getValue)
                        .filter(entry -> entry.notice.channel() == Channel.SMS
                                && entry.outcome != null
                                && PERHAPS_SENT.contains(entry.outcome)
                                && entry.settledAt.isAfter(since))
                        .count();
    }
}
