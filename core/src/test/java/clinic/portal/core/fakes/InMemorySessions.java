package clinic.portal.core.fakes;

import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.LiveSessions;
import clinic.portal.core.login.Session;
import clinic.portal.core.login.Sessions;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions of the people the other fakes know. Every call is atomic; there are no transactions here. */
public final class InMemorySessions implements Sessions, LiveSessions {
    private final Clock clock;
    private final InMemoryClinics clinics;
    private final InMemoryProfiles profiles;
    private final InMemoryMembers members;
    private final InMemorySecondFactors factors;
    private final List<Row> rows = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();

    public InMemorySessions(
            Clock clock,
            InMemoryClinics clinics,
            InMemoryProfiles profiles,
            InMemoryMembers members,
            InMemorySecondFactors factors) {
        this.factors = factors;
        this.clock = clock;
        this.clinics = clinics;
        this.profiles = profiles;
        this.members = members;
    }

    @Override
    public synchronized Session open(
            ClinicId clinic, SessionId id, Subject subject, byte[] refreshHash, Duration life, Duration idle) {
        return open(clinic, id, subject, refreshHash, life, idle, null);
    }

    @Override
    public synchronized Session openPreview(ClinicId clinic, SessionId id, ClientId client, StaffId by, Duration life) {
        return open(clinic, id, new Subject.OfClient(client), null, life, Duration.ZERO, by);
    }

    @Override
    public synchronized Optional<Session> live(ClinicId clinic, SessionId id, Audience audience) {
        return find(clinic, id)
                .filter(row -> row.subject.audience() == audience)
                .filter(this::isLive)
                .map(this::toSession);
    }

    @Override
    public List<Session> among(ClinicId clinic, Audience audience, Set<SessionId> sessions) {
        return sessions.stream()
                .flatMap(session -> live(clinic, session, audience).stream())
                .toList();
    }

    @Override
    public synchronized Optional<Refreshable> lock(ClinicId clinic, Audience audience, byte[] refreshHash) {
        return token(clinic, refreshHash)
                .filter(token -> token.row.subject.audience() == audience)
                .map(this::toRefreshable);
    }

    @Override
    public synchronized void rotate(
            ClinicId clinic, SessionId id, byte[] spentHash, byte[] nextHash, byte[] nextSealed, Duration idle) {
        var spent = token(clinic, spentHash)
                .filter(token -> token.row.id.equals(id))
                .orElseThrow();
        var next = new Token(spent.row, nextHash, clock.instant().plus(idle));
        spent.spentAt = clock.instant();
        spent.next = next;
        spent.nextSealed = nextSealed;
        tokens.add(next);
    }

    @Override
    public synchronized void end(ClinicId clinic, SessionId id, End why) {
        find(clinic, id).filter(row -> row.endedAt == null).ifPresent(row -> {
            row.endedAt = clock.instant();
            row.endedBy = why;
        });
    }

    @Override
    public synchronized int forget(ClinicId clinic, Duration age) {
        var oldest = clock.instant().minus(age);
        var over = rows.stream()
                .filter(row -> row.clinic.equals(clinic) && row.overAt().isBefore(oldest))
                .toList();
        rows.removeAll(over);
        tokens.removeIf(token -> over.contains(token.row));
        return over.size();
    }

    /** How a session was ended; nothing where it was not. */
    public synchronized Optional<End> endOf(ClinicId clinic, SessionId id) {
        return find(clinic, id).map(row -> row.endedBy);
    }

    synchronized void endAll(ClinicId clinic, StaffId member, @Nullable SessionId except, End why) {
        rows.stream()
                .filter(row -> row.clinic.equals(clinic) && !row.id.equals(except))
                .filter(row -> row.subject instanceof Subject.OfStaff staff
                        && staff.id().equals(member))
                .map(row -> row.id)
                .forEach(id -> end(clinic, id, why));
    }

    synchronized void endPreviews(ClinicId clinic, StaffId member, End why) {
        rows.stream()
                .filter(row -> row.clinic.equals(clinic) && member.equals(row.previewer))
                .map(row -> row.id)
                .forEach(id -> end(clinic, id, why));
    }

    private boolean isEnrolling(Row row) {
        return row.subject instanceof Subject.OfStaff staff
                && factors.requiredAt(row.clinic)
                && !factors.isOn(row.clinic, staff.id());
    }

    private Session open(
            ClinicId clinic,
            SessionId id,
            Subject subject,
            byte @Nullable [] refreshHash,
            Duration life,
            Duration idle,
            @Nullable StaffId previewer) {
        var now = clock.instant();
        var row = new Row(clinic, id, subject, now.plus(life), previewer);
        rows.add(row);
        if (refreshHash != null) {
            tokens.add(new Token(row, refreshHash, now.plus(idle)));
        }
        return toSession(row);
    }

    private boolean isLive(Row row) {
        return row.endedAt == null
                && clock.instant().isBefore(row.goodUntil)
                && name(row).isPresent()
                && (row.subject.audience() == Audience.STAFF || isShown(row));
    }

    private boolean isShown(Row row) {
        return row.previewer == null
                ? clinics.find(row.clinic).filter(Clinic::portalOn).isPresent()
                : members.find(row.clinic, row.previewer)
                        .filter(by -> !by.hasLeft())
                        .isPresent();
    }

    private Refreshable toRefreshable(Token token) {
        var now = clock.instant();
        var spentFor = token.spentAt == null ? null : Duration.between(token.spentAt, now);
        boolean stale = token.spentAt == null && !now.isBefore(token.goodUntil);
        boolean nextUnspent = token.next != null && token.next.spentAt == null;
        return new Refreshable(
                toSession(token.row), isLive(token.row), stale, spentFor, nextUnspent ? token.nextSealed : null);
    }

    private Session toSession(Row row) {
        return new Session(
                row.clinic, row.id, today(row), name(row).orElse(""), row.previewer != null, isEnrolling(row));
    }

    private Optional<String> name(Row row) {
        return switch (row.subject) {
            case Subject.OfClient of -> profiles.find(row.clinic, of.id()).map(Profile::name);
            case Subject.OfStaff of ->
                members.find(row.clinic, of.id())
                        .filter(member -> !member.hasLeft())
                        .map(member -> member.name());
        };
    }

    /** With the role its member of staff has now, which may be less than at login. */
    private Subject today(Row row) {
        return switch (row.subject) {
            case Subject.OfClient of -> of;
            case Subject.OfStaff of ->
                members.find(row.clinic, of.id())
                        .map(member -> new Subject.OfStaff(of.id(), member.role()))
                        .orElse(of);
        };
    }

    private Optional<Row> find(ClinicId clinic, SessionId id) {
        return rows.stream()
                .filter(row -> row.clinic.equals(clinic) && row.id.equals(id))
                .findFirst();
    }

    private Optional<Token> token(ClinicId clinic, byte[] hash) {
        return tokens.stream()
                .filter(token -> token.row.clinic.equals(clinic) && Arrays.equals(token.hash, hash))
                .findFirst();
    }

    private static final class Row {
        final ClinicId clinic;
        final SessionId id;
        final Subject subject;
        final Instant goodUntil;

        @Nullable
        final StaffId previewer;

        @Nullable
        Instant endedAt;

        @Nullable
        End endedBy;

        Row(ClinicId clinic, SessionId id, Subject subject, Instant goodUntil, @Nullable StaffId previewer) {
            this.clinic = clinic;
            this.id = id;
            this.subject = subject;
            this.goodUntil = goodUntil;
            this.previewer = previewer;
        }

        Instant overAt() {
            return endedAt != null && endedAt.isBefore(goodUntil) ? endedAt : goodUntil;
        }
    }

    private static final class Token {
        final Row row;
        final byte[] hash;
        final Instant goodUntil;

        @Nullable
        Instant spentAt;

        @Nullable
        Token next;

        byte @Nullable [] nextSealed;

        Token(Row row, byte[] hash, Instant goodUntil) {
            this.row = row;
            this.hash = hash;
            this.goodUntil = goodUntil;
        }
    }
}
