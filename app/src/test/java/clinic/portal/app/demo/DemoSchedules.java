package clinic.portal.app.demo;

import static clinic.portal.app.demo.LoadedDemo.texts;

import clinic.portal.core.calendar.BusyTimes;
import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.Schedule.House;
import clinic.portal.core.calendar.Schedule.RoomColumn;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.calendar.WorkingHours.Shift;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.shared.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Reads what the demo wrote of one clinic, for the core to find slots in. */
final class DemoSchedules {
    private final Connection all;
    private final String slug;

    DemoSchedules(Connection all, String slug) {
        this.all = all;
        this.slug = slug;
    }

    Schedule of(String treatment) throws SQLException {
        var offered = treatment(treatment);
        var columns = new ArrayList<Column>();
        for (String who : texts(
                all,
                from("practitioner_id", "treatment_practitioners") + " and treatment_id = '"
                        + offered.id().value() + "'")) {
            columns.add(new Column(new PractitionerId(UUID.fromString(who)), who, hours(who), busy(who)));
        }
        var rooms = new ArrayList<RoomColumn>();
        for (String room : texts(
                all, from("room_id", "rooms") + " and kind = '" + offered.plan().roomKind() + "'")) {
            rooms.add(new RoomColumn(new RoomId(UUID.fromString(room)), busy(room)));
        }
        return new Schedule(house(), offered, columns, rooms, closedOn());
    }

    WorkingHours hours(String practitioner) throws SQLException {
        var shifts = new ArrayList<Shift>();
        for (String[] line : rows(from(
                        "concat_ws(' ', s->>'day', s->>'from', s->>'to', b->>'from', b->>'to')",
                        "practitioners, jsonb_array_elements(weekly_hours) s, jsonb_array_elements(s->'breaks') b")
                + " and practitioner_id = '" + practitioner + "'")) {
            shifts.add(new Shift(
                    DayOfWeek.of(Integer.parseInt(line[0])), span(line[1], line[2]), List.of(span(line[3], line[4]))));
        }
        var overrides = new ArrayList<WorkingHours.Override>();
        for (String[] line : rows(from(
                        "concat_ws(' ', day, s->>'from', s->>'to')",
                        "working_overrides left join jsonb_array_elements(spans) s on true")
                + " and practitioner_id = '" + practitioner + "'")) {
            overrides.add(new WorkingHours.Override(
                    LocalDate.parse(line[0]), line.length == 1 ? List.of() : List.of(span(line[1], line[2]))));
        }
        return new WorkingHours(shifts, overrides);
    }

    ZoneId zone() throws SQLException {
        return ZoneId.of(texts(all, from("zone", "clinics")).getFirst());
    }

    List<Schedule.Days> closedOn() throws SQLException {
        return rows(from("first_day || ' ' || last_day", "closures")).stream()
                .map(line -> new Schedule.Days(LocalDate.parse(line[0]), LocalDate.parse(line[1])))
                .toList();
    }

    private House house() throws SQLException {
        var line = rows(from(
                        "concat_ws(' ', min_notice_minutes, horizon_days, grid_minutes, cancel_notice_minutes)",
                        "clinics"))
                .getFirst();
        var policy = new BookingPolicy(minutes(line[0]), Integer.parseInt(line[1]), minutes(line[2]), minutes(line[3]));
        return new House(zone(), policy, true, true);
    }

    private Treatment treatment(String name) throws SQLException {
        var line = rows(from(
                                "concat_ws(' ', treatment_id, minutes, buffer_before_minutes, buffer_after_minutes, room_kind)",
                                "treatments")
                        + " and name = '" + name + "'")
                .getFirst();
        var plan = new Treatment.Plan(
                name,
                null,
                null,
                minutes(line[1]),
                minutes(line[2]),
                minutes(line[3]),
                new Money(0, Currency.getInstance("GBP")),
                true,
                new HashSet<>(),
                line[4],
                null,
                null,
                null,
                false);
        return new Treatment(new TreatmentId(UUID.fromString(line[0])), plan, 0);
    }

    private BusyTimes busy(String resource) throws SQLException {
        var lines = rows(from(
                        "extract(epoch from starts_at)::bigint || ' ' || extract(epoch from ends_at)::bigint",
                        "occupied_time")
                + " and resource_id = '" + resource + "'");
        return BusyTimes.of(
                lines.stream().mapToLong(line -> Long.parseLong(line[0])).toArray(),
                lines.stream().mapToLong(line -> Long.parseLong(line[1])).toArray());
    }

    private List<String[]> rows(String query) throws SQLException {
        return texts(all, query).stream().map(line -> line.split(" ")).toList();
    }

    private String from(String columns, String tables) {
        String clinic = "(select clinic_id from clinics where slug = '%s')".formatted(slug);
        return "select " + columns + " from " + tables + " where clinic_id = " + clinic;
    }

    private static LocalSpan span(String from, String to) {
        return new LocalSpan(Integer.parseInt(from), Integer.parseInt(to));
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
