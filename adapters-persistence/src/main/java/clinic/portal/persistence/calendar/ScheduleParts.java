package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.BusyTimes;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Schedule.Column;
import clinic.portal.core.calendar.Schedule.Days;
import clinic.portal.core.calendar.Schedule.House;
import clinic.portal.core.calendar.Schedule.RoomColumn;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.persistence.catalogue.TreatmentRows;
import clinic.portal.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A schedule as its rows come. */
final class ScheduleParts {
    enum Part {
        HOUSE,
        PRACTITIONER,
        ROOM,
        CLOSURE
    }

    private final List<Column> practitioners = new ArrayList<>();
    private final List<RoomColumn> rooms = new ArrayList<>();
    private final List<Days> closedOn = new ArrayList<>();
    private @Nullable House house;
    private @Nullable Treatment treatment;

    Part add(Row row) throws SQLException {
        var part = row.oneOf(Part.class, "part");
        switch (part) {
            case HOUSE -> {
                house = house(row);
                treatment = TreatmentRows.read(row);
            }
            case PRACTITIONER ->
                practitioners.add(new Column(
                        new PractitionerId(row.uuid("resource_id")),
                        row.text("name"),
                        HoursJson.read(row.text("weekly_hours"), row.textOrNull("overrides")),
                        busy(row)));
            case ROOM -> rooms.add(new RoomColumn(new RoomId(row.uuid("resource_id")), busy(row)));
            case CLOSURE -> closedOn.add(new Days(row.date("first_day"), row.date("last_day")));
        }
        return part;
    }

    /** Nothing where there was no row. */
    Optional<Schedule> schedule() {
        return house == null || treatment == null
                ? Optional.empty()
                : Optional.of(new Schedule(house, treatment, practitioners, rooms, closedOn));
    }

    private static House house(Row row) throws SQLException {
        return new House(
                ZoneId.of(row.text("zone")),
                new BookingPolicy(
                        Duration.ofMinutes(row.integer("min_notice_minutes")),
                        row.integer("horizon_days"),
                        Duration.ofMinutes(row.integer("house_grid_minutes")),
                        Duration.ofMinutes(row.integer("cancel_notice_minutes"))),
                row.flag("portal_on"),
                row.flag("booking_on"));
    }

    /** A second that is taken in part is taken. */
    private static BusyTimes busy(Row row) throws SQLException {
        return BusyTimes.of(
                Arrays.stream(row.fractions("busy_from"))
                        .mapToLong(second -> (long) Math.floor(second))
                        .toArray(),
                Arrays.stream(row.fractions("busy_to"))
                        .mapToLong(second -> (long) Math.ceil(second))
                        .toArray());
    }
}
