package clinic.portal.app.demo;

import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.calendar.WorkingHours.Shift;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When everybody at one clinic works, by its own clocks. Whatever differs from the week lies {@link #AS_USUAL} days ahead
 * or more: so something can always be booked within the next 24 hours.
 */
final class DemoHours {
    private static final int AS_USUAL = 12;
    private static final int LUNCH_MINUTES = 30;

    record TimeOff(UUID id, UUID practitioner, Instant startsAt, Instant endsAt, String reason) {}

    private record Closure(UUID id, LocalDate from, LocalDate to, String reason) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final ZoneId zone;
    private final Map<UUID, WorkingHours> hours = new LinkedHashMap<>();
    private final List<TimeOff> timesOff;
    private final List<Closure> closures;

    DemoHours(DemoRandom random, List<UUID> practitioners, LocalDate today, ZoneId zone) {
        this.zone = zone;
        for (int i = 0; i < practitioners.size(); i++) {
            var differs =
                    new WorkingHours.Override(today.plusDays(AS_USUAL + 5L * i), i % 2 == 0 ? shortDay() : List.of());
            hours.put(practitioners.get(i), new WorkingHours(week(i, practitioners.size()), List.of(differs)));
        }
        LocalDate week = today.plusDays(20);
        LocalDate talk = today.plusDays(14);
        this.timesOff = List.of(
                new TimeOff(
                        random.id(), practitioners.getLast(), midnight(week), midnight(week.plusDays(7)), "Holiday"),
                new TimeOff(random.id(), practitioners.getFirst(), at(talk, 13), at(talk, 17), "Conference"));
        LocalDate training = today.plusDays(30);
        LocalDate christmas = christmasFrom(today.plusDays(AS_USUAL));
        this.closures = List.of(
                new Closure(random.id(), training, training, "Team training"),
                new Closure(random.id(), christmas, christmas.plusDays(1), "Christmas"));
    }

    static LocalTime opens(DayOfWeek day) {
        return LocalTime.of(day == DayOfWeek.SUNDAY ? 10 : 9, 0);
    }

    static LocalTime closes(DayOfWeek day) {
        return switch (day) {
            case SUNDAY -> LocalTime.of(16, 0);
            case SATURDAY -> LocalTime.of(17, 0);
            case THURSDAY -> LocalTime.of(20, 0);
            default -> LocalTime.of(18, 30);
        };
    }

    List<UUID> workingOn(LocalDate day) {
        return hours.keySet().stream()
                .filter(who -> isOpen(day) && !of(who).on(day).isEmpty())
                .toList();
    }

    /** Whether the practitioner works all that time, when not on time off. */
    boolean cover(UUID practitioner, Instant startsAt, Instant endsAt) {
        return isOpen(LocalDate.ofInstant(startsAt, zone)) && of(practitioner).covers(startsAt, endsAt, zone);
    }

    List<TimeOff> timesOff() {
        return timesOff;
    }

    private WorkingHours of(UUID practitioner) {
        return Objects.requireNonNull(hours.get(practitioner));
    }

    /** As the column {@code weekly_hours} holds it. */
    String weekly(UUID practitioner) {
        return of(practitioner).weekly().stream()
                .map(shift -> "{\"day\": %d, %s, \"breaks\": %s}"
                        .formatted(shift.day().getValue(), edges(shift.span()), json(shift.breaks())))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    void insert(Connection connection, UUID clinic) throws SQLException {
        var overrides = new DemoRows("working_overrides", "practitioner_id uuid", "day date", "spans jsonb");
        hours.forEach((who, theirs) ->
                theirs.overrides().forEach(each -> overrides.add(who, each.date(), json(each.spans()))));
        var closed = new DemoRows("closures", "closure_id uuid", "first_day date", "last_day date", "reason text");
        closures.forEach(each -> closed.add(each.id, each.from, each.to, each.reason));
        var away = new DemoRows(
                "time_off",
                "time_off_id uuid",
                "practitioner_id uuid",
                "starts_at timestamptz",
                "ends_at timestamptz",
                "reason text");
        timesOff.forEach(each -> away.add(each.id, each.practitioner, each.startsAt, each.endsAt, each.reason));
        var occupied = new DemoRows(
                "occupied_time",
                "time_off_id uuid",
                "resource_id uuid",
                "starts_at timestamptz",
                "ends_at timestamptz");
        timesOff.forEach(each -> occupied.add(each.id, each.practitioner, each.startsAt, each.endsAt));
        for (var rows : List.of(overrides, closed, away, occupied)) {
            rows.insert(connection, clinic);
        }
    }

    private boolean isOpen(LocalDate day) {
        return closures.stream().noneMatch(each -> each.contains(day));
    }

    /** A larger team takes two days off each, in turns; of a small one somebody would be missing. */
    private static List<Shift> week(int practitioner, int team) {
        int lunch = 12 * 60 + LUNCH_MINUTES * (1 + practitioner % 3);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> team < 5 || Math.floorMod(day.getValue() - practitioner, 7) > 1)
                .map(day -> new Shift(
                        day,
                        new LocalSpan(minutes(opens(day)), minutes(closes(day))),
                        List.of(new LocalSpan(lunch, lunch + LUNCH_MINUTES))))
                .toList();
    }

    private static List<LocalSpan> shortDay() {
        return List.of(new LocalSpan(10 * 60, 14 * 60));
    }

    private static LocalDate christmasFrom(LocalDate day) {
        return IntStream.of(0, 1)
                .mapToObj(years -> LocalDate.of(day.getYear() + years, Month.DECEMBER, 25))
                .filter(each -> !each.isBefore(day))
                .findFirst()
                .orElseThrow();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    private static int minutes(LocalTime time) {
        return time.get(ChronoField.MINUTE_OF_DAY);
    }

    private static String json(List<LocalSpan> spans) {
        return spans.stream().map(each -> "{" + edges(each) + "}").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String edges(LocalSpan span) {
        return "\"from\": %d, \"to\": %d".formatted(span.from(), span.to());
    }
}
