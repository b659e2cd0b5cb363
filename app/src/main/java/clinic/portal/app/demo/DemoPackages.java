package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoCatalogue.Course;
import clinic.portal.app.demo.DemoCatalogue.Treatment;
import clinic.portal.app.demo.DemoDiary.Visit;
import clinic.portal.app.demo.DemoPeople.Client;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packages that clients of one clinic bought, and the appointments their sessions went into. */
final class DemoPackages {
    private final DemoRows packages = new DemoRows(
            "client_packages",
            "package_id uuid",
            "client_id uuid",
            "name text",
            "bought_at timestamptz",
            "expires_on date");
    private final DemoRows covered = new DemoRows("package_treatments", "package_id uuid", "treatment_id uuid");
    private final DemoRows sessions = new DemoRows(
            "package_sessions",
            "package_id uuid",
            "session_no smallint",
            "appointment_id uuid",
            "reserved_at timestamptz",
            "used_at timestamptz",
            "returned_at timestamptz");
    private final DemoRandom random;
    private final DemoDiary diary;
    private final DemoMoney money;
    private final Instant now;
    private final ZoneId zone;

    DemoPackages(DemoRandom random, DemoDiary diary, DemoMoney money, Instant now, ZoneId zone) {
        this.random = random;
        this.diary = diary;
        this.money = money;
        this.now = now;
        this.zone = zone;
    }

    /** Bought so long ago, with a session every four weeks since, and the next one or two booked. */
    void sellToAnybody(Client client, Course course, int daysAgo) {
        int booked = random.between(0, 2);
        int last = Math.toIntExact(
                diary.today().until(expiry(course, bought(daysAgo)).minusDays(7), ChronoUnit.DAYS));
        int first = Math.max(7 - daysAgo, 5 - DemoDiary.DAYS);
        List<Integer> days = IntStream.range(0, course.sessions())
                .map(session -> first + session * 28 + random.between(0, 3))
                .filter(day -> day <= Math.min(last, 28 * booked))
                .boxed()
                .toList();
        sell(client, course, daysAgo, 0.1, days);
    }

    /**
     * @param cancelling how likely the client was to cancel one of the appointments, which gives the session back
     * @param days of the sessions' appointments, counted from today
     */
    void sell(Client client, Course course, int daysAgo, double cancelling, List<Integer> days) {
        UUID id = random.id();
        Instant bought = bought(daysAgo);
        packages.add(id, client.id(), course.name(), bought, expiry(course, bought));
        course.treatments().forEach(treatment -> covered.add(id, treatment.id()));
        money.chargeAndPay(client, bought, course.name(), course.priceMinor());
        prepare(client, course, Math.max(2 - daysAgo, -DemoDiary.DAYS));
        for (int session = 1; session <= course.sessions(); session++) {
            if (session <= days.size()) {
                Treatment treatment = random.oneOf(course.treatments());
                addSession(id, session, visit(client, treatment, bought, days.get(session - 1), cancelling));
            } else {
                sessions.add(id, session, null, null, null, null);
            }
        }
    }

    void insert(Connection connection, UUID clinic) throws SQLException {
        packages.insert(connection, clinic);
        covered.insert(connection, clinic);
        sessions.insert(connection, clinic);
    }

    /** Before the first session, whatever the treatments can only be had after. */
    private void prepare(Client client, Course course, int day) {
        course.treatments().stream()
                .flatMap(treatment -> Stream.ofNullable(treatment.terms().onlyAfter()))
                .distinct()
                .forEach(first -> {
                    var slot = diary.find(client, first, day);
                    diary.book(client, first, slot, diary.kept(slot));
                });
    }

    private Visit visit(Client client, Treatment treatment, Instant bought, int day, double cancelling) {
        var slot = diary.find(client, treatment, day);
        boolean over = !slot.endsAt().isAfter(now);
        var outcome = over && random.happens(cancelling) ? diary.cancelled() : diary.kept(slot);
        return diary.bookPrepaid(client, treatment, slot, bought.plus(10, ChronoUnit.MINUTES), outcome);
    }

    private void addSession(UUID id, int session, Visit visit) {
        @Nullable
        Instant used = visit.outcome().equals(DemoDiary.Outcome.COMPLETED)
                ? visit.slot().endsAt()
                : null;
        @Nullable
        Instant returned =
                visit.outcome().isCancelled() ? visit.slot().startsAt().minus(Duration.ofHours(30)) : null;
        sessions.add(id, session, visit.id(), visit.bookedAt(), used, returned);
    }

    private Instant bought(int daysAgo) {
        return now.minus(Duration.ofDays(daysAgo));
    }

    private LocalDate expiry(Course course, Instant bought) {
        return LocalDate.ofInstant(bought, zone).plusMonths(course.months());
    }
}
