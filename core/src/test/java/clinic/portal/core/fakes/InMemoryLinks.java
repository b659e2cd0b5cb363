package clinic.portal.core.fakes;

import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Identifier;
import clinic.portal.core.login.LinkHashes;
import clinic.portal.core.login.LinkHistory;
import clinic.portal.core.login.LinkId;
import clinic.portal.core.login.LinkRequest;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LiveLinks;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links asked for, made and spent. Every call is atomic; there are no transactions here, so what {@link #take} keeps
 * from others it keeps for the length of its own call only.
 */
public final class InMemoryLinks implements LinkRequests, LiveLinks {
    private final Clock clock;
    private final List<Row> rows = new ArrayList<>();

    public InMemoryLinks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void add(ClinicId clinic, LinkId id, Audience audience, Identifier identifier) {
        rows.add(new Row(clinic, id, audience, identifier, clock.instant()));
    }

    @Override
    public synchronized Optional<LinkRequest> take(ClinicId clinic, LinkId id) {
        return find(clinic, id).filter(row -> row.outcome == null).map(this::toRequest);
    }

    @Override
    public synchronized LinkHistory historyOf(LinkRequest request) {
        return new LinkHistory(
                madeWithin(Duration.ofMinutes(1), request, row -> row.identifier.equals(request.identifier())),
                madeWithin(Duration.ofHours(1), request, row -> row.identifier.equals(request.identifier())),
                madeWithin(Duration.ofDays(1), request, row -> row.identifier instanceof Identifier.Phone));
    }

    @Override
    public synchronized void arm(
            LinkRequest request, Subject subject, LinkHashes hashes, byte[] sealed, Duration life) {
        var now = clock.instant();
        rows.stream()
                .filter(row -> row.clinic.equals(request.clinic()))
                .filter(row -> row.made != null && row.made.subject.equals(subject))
                .forEach(row -> row.voided = true);
        find(request.clinic(), request.id()).orElseThrow().make(new Made(subject, hashes, now, now.plus(life)), sealed);
    }

    @Override
    public synchronized void settle(ClinicId clinic, LinkId id, Outcome outcome, String reason) {
        find(clinic, id).ifPresent(row -> {
            row.outcome = outcome;
            row.reason = reason;
            row.sealed = null;
        });
    }

    @Override
    public synchronized int forget(ClinicId clinic, Duration age) {
        var before = rows.size();
        var oldest = clock.instant().minus(age);
        rows.removeIf(row -> row.clinic.equals(clinic) && row.askedAt.isBefore(oldest));
        return before - rows.size();
    }

    @Override
    public synchronized Spending spend(ClinicId clinic, Audience audience, byte[] tokenHash) {
        return made(clinic, audience)
                .filter(row -> Arrays.equals(row.made().hashes.token(), tokenHash))
                .findFirst()
                .map(this::spend)
                .orElseGet(Spending.Unknown::new);
    }

    @Override
    public synchronized Spending spendByCode(
            ClinicId clinic, Audience audience, Identifier identifier, byte[] codeHash, int tries) {
        var newest = made(clinic, audience)
                .filter(row -> row.identifier.equals(identifier))
                .reduce((older, newer) -> newer.made().at.isBefore(older.made().at) ? older : newer);
        if (newest.isEmpty()) {
            return new Spending.Unknown();
        }
        var row = newest.get();
        row.tries++;
        boolean fits = row.tries <= tries && Arrays.equals(row.made().hashes.code(), codeHash);
        return fits ? spend(row) : new Spending.Unknown();
    }

    @Override
    public synchronized void giveBack(ClinicId clinic, LinkId link, boolean wrong, int tries) {
        find(clinic, link).ifPresent(row -> {
            row.used = false;
            row.wrongFactors += wrong ? 1 : 0;
            row.voided = row.wrongFactors >= tries;
        });
    }

    synchronized void voidAll(ClinicId clinic, StaffId member) {
        rows.stream()
                .filter(row -> row.clinic.equals(clinic) && row.made != null)
                .filter(row -> row.made().subject instanceof Subject.OfStaff staff
                        && staff.id().equals(member))
                .forEach(row -> row.voided = true);
    }

    /** What a request came to; nothing while it waits. */
    public synchronized Optional<Outcome> outcomeOf(ClinicId clinic, LinkId id) {
        return find(clinic, id).map(row -> row.outcome);
    }

    /** Why it came to that. */
    public synchronized Optional<String> reasonOf(ClinicId clinic, LinkId id) {
        return find(clinic, id).map(row -> row.reason);
    }

    public synchronized List<LinkId> ids(ClinicId clinic) {
        return rows.stream()
                .filter(row -> row.clinic.equals(clinic))
                .map(row -> row.id)
                .toList();
    }

    private Spending spend(Row row) {
        if (row.used) {
            return new Spending.AlreadyUsed();
        }
        if (!isAlive(row)) {
            return new Spending.Expired();
        }
        row.used = true;
        return new Spending.Spent(row.made().subject, row.id);
    }

    private boolean isAlive(Row row) {
        return !row.used && !row.voided && clock.instant().isBefore(row.made().goodUntil);
    }

    private LinkRequest toRequest(Row row) {
        var armed = row.sealed == null ? null : new LinkRequest.Armed(row.sealed, isAlive(row));
        var age = Duration.between(row.askedAt, clock.instant());
        return new LinkRequest(row.clinic, row.id, row.audience, row.identifier, age, armed);
    }

    private Optional<Row> find(ClinicId clinic, LinkId id) {
        return rows.stream()
                .filter(row -> row.clinic.equals(clinic) && row.id.equals(id))
                .findFirst();
    }

    private Stream<Row> made(ClinicId clinic, Audience audience) {
        return rows.stream().filter(row -> row.clinic.equals(clinic) && row.audience == audience && row.made != null);
    }

    private int madeWithin(Duration span, LinkRequest besides, Predicate<Row> which) {
        var since = clock.instant().minus(span);
        return (int) rows.stream()
                .filter(row -> row.clinic.equals(besides.clinic()) && !row.id.equals(besides.id()))
                .filter(row -> row.made != null && row.made.at.isAfter(since))
                .filter(which)
                .count();
    }

    private record Made(Subject subject, LinkHashes hashes, Instant at, Instant goodUntil) {}

    private static final class Row {
        final ClinicId clinic;
        final LinkId id;
        final Audience audience;
        final Identifier identifier;
        final Instant askedAt;

        @Nullable
        Made made;

        byte @Nullable [] sealed;

        @Nullable
        Outcome outcome;

        @Nullable
        String reason;

        boolean used;
        boolean voided;
        int tries;
        int wrongFactors;

        Row(ClinicId clinic, LinkId id, Audience audience, Identifier identifier, Instant askedAt) {
            this.clinic = clinic;
            this.id = id;
            this.audience = audience;
            this.identifier = identifier;
            this.askedAt = askedAt;
        }

        void make(Made link, byte[] secret) {
            made = link;
            sealed = secret;
        }

        Made made() {
            if (made == null) {
                throw new IllegalStateException("Asked for and not made");
            }
            return made;
        }
    }
}
