package clinic.portal.app.demo;

import static clinic.portal.app.demo.LoadedDemo.A_WORKING_DAY;
import static clinic.portal.app.demo.LoadedDemo.assertNone;
import static clinic.portal.app.demo.LoadedDemo.count;
import static clinic.portal.app.demo.LoadedDemo.loaded;
import static clinic.portal.app.demo.LoadedDemo.superuser;
import static clinic.portal.app.demo.LoadedDemo.texts;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.calendar.Slot;
import clinic.portal.core.calendar.SlotFinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That there is something to book, and nothing booked that could not have been. */
class DemoBookingTest {
    @ParameterizedTest
    @ValueSource(strings = {DemoData.GLOW, DemoData.HARBOUR})
    void theCatalogueHasAllThatBookingKnows(String slug) throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            String of = " from treatments t join clinics using (clinic_id) where slug = '" + slug + "'";
            String whoDoes = "(select count(*) from treatment_practitioners p where p.treatment_id = t.treatment_id)";
            String team = "(select count(*) from practitioners p where p.clinic_id = t.clinic_id)";
            assertThat(count(all, "select count(*)" + of + " and (description is null or category is null)"))
                    .isZero();
            assertThat(count(all, "select count(*)" + of + " and " + whoDoes + " = 0"))
                    .isZero();
            for (String some : List.of(
                    "not online",
                    "room_kind = 'laser'",
                    "minimum_interval_days = 84",
                    "only_after is not null",
                    "buffer_before_minutes > 0",
                    whoDoes + " < " + team,
                    whoDoes + " = " + team)) {
                assertThat(count(all, "select count(*)" + of + " and " + some))
                        .as(some)
                        .isPositive();
            }
            for (String table : List.of("working_overrides", "time_off", "closures")) {
                assertThat(count(all, LoadedDemo.of(table, slug))).as(table).isPositive();
            }
            assertThat(texts(all, "select title from practitioners")).doesNotContainNull();
        }
    }

    @Test
    void theClinicsHavePoliciesOfTheirOwn() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(texts(
                            all,
                            "select concat_ws(' ', slug, min_notice_minutes, horizon_days, grid_minutes,"
                                    + " cancel_notice_minutes) from clinics where booking_on order by slug"))
                    .containsExactly("glow 120 180 15 1440", "harbour 240 90 30 2880");
            assertNone(
                    all, "appointments join clinics using (clinic_id) where notice_minutes <> cancel_notice_minutes");
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void everyAppointmentTakesItsTimeAndItsRoom(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, """
                    (select a.clinic_id, a.appointment_id, r.resource,
                            starts_at - t.buffer_before_minutes * interval '1 minute' as starts_at,
                            ends_at + t.buffer_after_minutes * interval '1 minute' as ends_at
                     from appointments a join treatments t using (clinic_id, treatment_id)
                     cross join unnest(array[a.practitioner_id, a.room_id]) r (resource)
                     where a.status <> 'cancelled' and r.resource is not null) due
                    full join (select clinic_id, appointment_id, resource_id as resource, starts_at, ends_at
                               from occupied_time where appointment_id is not null) taken
                    using (clinic_id, appointment_id, resource, starts_at, ends_at)
                    where due is null or taken is null""");
            assertNone(all, """
                    appointments a join treatments t using (clinic_id, treatment_id)
                    left join rooms r using (clinic_id, room_id)
                    where r.kind is distinct from t.room_kind
                       or (a.buffer_before_minutes, a.buffer_after_minutes)
                          <> (t.buffer_before_minutes, t.buffer_after_minutes)""");
            assertNone(all, """
                    time_off f left join occupied_time o
                        on o.time_off_id = f.time_off_id and o.resource_id = f.practitioner_id
                    where (o.starts_at, o.ends_at) is distinct from (f.starts_at, f.ends_at)""");
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void everyAppointmentIsInTheHoursOfSomebodyWhoDoesIt(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(
                    all,
                    "appointments a left join treatment_practitioners p"
                            + " using (clinic_id, treatment_id, practitioner_id) where p is null");
            for (String slug : texts(all, "select slug from clinics")) {
                var schedules = new DemoSchedules(all, slug);
                for (String who : texts(all, idsOf(slug))) {
                    assertThat(outside(all, schedules, who)).as(who).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void nobodyHasWhatTheyCouldNotHaveHad(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            String kept = "(select * from appointments where status not in ('cancelled', 'no_show'))";
            assertNone(all, """
                    %1$s a join treatments t using (clinic_id, treatment_id)
                    where only_after is not null and not exists (
                        select from appointments b
                        where b.clinic_id = a.clinic_id and b.client_id = a.client_id
                          and b.treatment_id = t.only_after and b.status = 'completed' and b.ends_at < a.starts_at)""".formatted(kept));
            assertNone(all, """
                    %1$s a join treatments t using (clinic_id, treatment_id) join clinics k using (clinic_id)
                    join %1$s b on b.clinic_id = a.clinic_id and b.client_id = a.client_id
                        and b.treatment_id = a.treatment_id and b.starts_at > a.starts_at
                    where (b.starts_at at time zone zone)::date - (a.starts_at at time zone zone)::date
                          < minimum_interval_days""".formatted(kept));
            assertThat(
                            count(
                                    all,
                                    "select count(*) from " + kept
                                            + " a join treatments t using (clinic_id, treatment_id) where only_after is not null"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void aFacialCanBeBookedWithEverybodyWhoDoesItWithinAWeek(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            var schedule = new DemoSchedules(all, DemoData.GLOW).of("Hydrating facial");
            assertThat(schedule.practitioners()).hasSize(3);

            for (var practitioner : schedule.practitioners()) {
                var slots = slotsOfAWeek(schedule, now).stream()
                        .filter(slot -> slot.practitioners().contains(practitioner.practitioner()))
                        .toList();

                assertThat(slots).hasSizeGreaterThan(5);
                assertThat(slots)
                        .anyMatch(slot -> slot.startsAt().isAfter(now.plus(Duration.ofHours(25))))
                        .allMatch(slot ->
                                !SlotFinder.freeRooms(schedule, slot.startsAt()).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void somethingCanBeBookedAtTheSmallClinicToo(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            var schedule = new DemoSchedules(all, DemoData.HARBOUR).of("Limpeza de pele");

            assertThat(slotsOfAWeek(schedule, now)).isNotEmpty();
        }
    }

    private static List<Slot> slotsOfAWeek(Schedule schedule, Instant now) {
        var today = LocalDate.ofInstant(now, schedule.house().zone());
        return SlotFinder.find(schedule, today, today.plusDays(7), now).stream()
                .flatMap(day -> day.slots().stream())
                .filter(slot -> slot.startsAt().isBefore(now.plus(Duration.ofDays(7))))
                .toList();
    }

    private static String idsOf(String slug) {
        return "select practitioner_id from practitioners join clinics using (clinic_id) where slug = '" + slug + "'";
    }

    /** Past ones too: nobody's hours have changed since. */
    private static List<String> outside(Connection all, DemoSchedules schedules, String who) throws SQLException {
        var hours = schedules.hours(who);
        var zone = schedules.zone();
        var closed = schedules.closedOn();
        String times = "select to_json(starts_at at time zone 'UTC') #>> '{}' || 'Z/' || "
                + "(to_json(ends_at at time zone 'UTC') #>> '{}') || 'Z' from appointments where practitioner_id = '";
        return texts(all, times + who + "'").stream()
                .filter(time -> {
                    var from = Instant.parse(time.substring(0, time.indexOf('/')));
                    var to = Instant.parse(time.substring(time.indexOf('/') + 1));
                    var day = LocalDate.ofInstant(from, zone);
                    return !hours.covers(from, to, zone)
                            || closed.stream().anyMatch(each -> !day.isBefore(each.from()) && !day.isAfter(each.to()));
                })
                .toList();
    }
}
