package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoCalendar.Slot;
import clinic.portal.app.demo.DemoCatalogue.Treatment;
import clinic.portal.app.demo.DemoPeople.Client;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The appointments of one clinic. */
final class DemoDiary {
    /** How far it reaches to either side of today. */
    static final int DAYS = 183;

    private static final List<Outcome> CANCELLATIONS = List.of(
            new Outcome("cancelled", "client", "Feeling unwell"),
            new Outcome("cancelled", "client", "Something came up at work"),
            new Outcome("cancelled", "client", null),
            new Outcome("cancelled", "staff", "Practitioner ill"));

    /** What became of an appointment, or stands at now. */
    record Outcome(
            String status,
            @Nullable String cancelledBy,
            @Nullable String reason) {
        static final Outcome BOOKED = new Outcome("booked", null, null);
        static final Outcome ARRIVED = new Outcome("arrived", null, null);
        static final Outcome COMPLETED = new Outcome("completed", null, null);
        static final Outcome NO_SHOW = new Outcome("no_show", null, null);

        boolean isCancelled() {
            return cancelledBy != null;
        }
    }

    /** @param prepaid by a package */
    record Visit(
            UUID id,
            Client client,
            Treatment treatment,
            Slot slot,
            Instant bookedAt,
            Outcome outcome,
            boolean prepaid) {}

    private final DemoRows rows = new DemoRows(
            "appointments",
            "appointment_id uuid",
            "client_id uuid",
            "practitioner_id uuid",
            "treatment_id uuid",
            "room_id uuid",
            "starts_at timestamptz",
            "ends_at timestamptz",
            "status text",
            "price_minor bigint",
            "notice_minutes integer",
            "buffer_before_minutes integer",
            "buffer_after_minutes integer",
            "cancelled_by text",
            "cancellation_reason text",
            "version integer",
            "booked_at timestamptz");
    private final DemoRows occupied = new DemoRows(
            "occupied_time", "resource_id uuid", "starts_at timestamptz", "ends_at timestamptz", "appointment_id uuid");
    private final DemoRandom random;
    private final DemoCalendar calendar;
    private final DemoConditions conditions;
    private final Duration notice;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final List<Visit> visits = new ArrayList<>();

    /** @param notice how long before its start an appointment can still be cancelled */
    DemoDiary(DemoRandom random, DemoCalendar calendar, Duration notice, Instant now, ZoneId zone) {
        this.random = random;
        this.calendar = calendar;
        this.conditions = new DemoConditions(zone);
        this.notice = notice;
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
    }

    List<Visit> visits() {
        return visits;
    }

    LocalDate today() {
        return today;
    }

    /** So many days from today, or the nearest later day with room. */
    Slot find(Client client, Treatment treatment, int daysFromToday) {
        LocalDate day = today.plusDays(daysFromToday);
        // Once, however long the search: names follow from how often chance was asked, and do not move with the day.
        long quarters = random.between(0, 20);
        while (true) {
            LocalTime earliest = DemoHours.opens(day.getDayOfWeek()).plusMinutes(15 * quarters);
            var slot = calendar.firstOn(day, earliest, client.id(), treatment);
            if (slot.isPresent()) {
                return slot.get();
            }
            day = day.plusDays(1);
        }
    }

    /** The last that can be had within it: too near to be cancelled, and to come for as long as that can be. */
    Slot findWithinNotice(Client client, Treatment treatment) {
        return calendar.lastBefore(now.plus(notice), client.id(), treatment);
    }

    Visit book(Client client, Treatment treatment, Slot slot, Outcome outcome) {
        return add(new Visit(random.id(), client, treatment, slot, bookedBefore(slot, client), outcome, false));
    }

    Visit bookPrepaid(Client client, Treatment treatment, Slot slot, Instant bookedAt, Outcome outcome) {
        return add(new Visit(random.id(), client, treatment, slot, bookedAt, outcome, true));
    }

    /** Somebody is in the chair, where the clinic is open just now. */
    void receive(Client client, List<Treatment> treatments) {
        LocalTime time = LocalTime.ofInstant(now, zone);
        LocalTime quarter = time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 15 * 15L);
        for (Treatment treatment : treatments) {
            var slot = calendar.takeWithAnybody(client.id(), today, quarter, treatment);
            if (slot.isPresent()) {
                book(client, treatment, slot.get(), kept(slot.get()));
                return;
            }
        }
    }

    /** Everybody else's appointments: as many as a clinic has, and the fewer the further ahead. */
    void fill(List<Client> clients, List<Treatment> treatments, double busyness) {
        for (int offset = -DAYS; offset <= DAYS; offset++) {
            double chance = offset <= 0 ? busyness : busyness * 0.9 * (1 - 0.9 * offset / DAYS);
            LocalDate day = today.plusDays(offset);
            for (UUID practitioner : calendar.workingOn(day)) {
                var theirs = treatments.stream()
                        .filter(treatment -> treatment.practitioners().contains(practitioner))
                        .toList();
                fill(day, practitioner, clients, theirs, chance);
            }
        }
    }

    /** What happens to an appointment as a rule. */
    Outcome usual(Slot slot) {
        if (!slot.endsAt().isAfter(now)) {
            return random.happens(0.88)
                    ? Outcome.COMPLETED
                    : random.happens(0.4) ? Outcome.NO_SHOW : random.oneOf(CANCELLATIONS);
        }
        if (slot.startsAt().isAfter(now)) {
            return arrivesEarly(slot)
                    ? Outcome.ARRIVED
                    : random.happens(0.06) ? random.oneOf(CANCELLATIONS) : Outcome.BOOKED;
        }
        return Outcome.ARRIVED;
    }

    /** As it is when nobody stays away. */
    Outcome kept(Slot slot) {
        return slot.startsAt().isAfter(now)
                ? Outcome.BOOKED
                : slot.endsAt().isAfter(now) ? Outcome.ARRIVED : Outcome.COMPLETED;
    }

    Outcome cancelled() {
        return random.oneOf(CANCELLATIONS);
    }

    void insert(Connection connection, UUID clinic) throws SQLException {
        rows.insert(connection, clinic);
        occupied.insert(connection, clinic);
    }

    private boolean arrivesEarly(Slot slot) {
        return !slot.startsAt().isAfter(now.plus(15, ChronoUnit.MINUTES)) && random.happens(0.5);
    }

    private void fill(
            LocalDate day, UUID practitioner, List<Client> clients, List<Treatment> treatments, double chance) {
        LocalTime at = DemoHours.opens(day.getDayOfWeek()).plusMinutes(15L * random.between(0, 3));
        Treatment treatment = random.oneOf(treatments);
        while (DemoCalendar.fits(day, at, treatment.length())) {
            boolean taken = random.happens(chance) && offer(day, at, practitioner, clients, treatment);
            at = (taken ? at.plus(treatment.length()) : at.plusMinutes(30)).plusMinutes(15L * random.between(0, 2));
            treatment = random.oneOf(treatments);
        }
    }

    private boolean offer(LocalDate day, LocalTime at, UUID practitioner, List<Client> clients, Treatment treatment) {
        Client client = random.oneOfTheRegulars(clients);
        var next = conditions.next(client, treatment, day);
        if (next.isEmpty() || !isKnownBy(client, day)) {
            return false;
        }
        var slot = calendar.take(practitioner, client.id(), day, at, next.get());
        slot.ifPresent(free -> book(client, next.get(), free, usual(free)));
        return slot.isPresent();
    }

    /** Nobody comes before the clinic has heard of them. */
    private boolean isKnownBy(Client client, LocalDate day) {
        return client.since().until(now, ChronoUnit.DAYS) > day.until(today, ChronoUnit.DAYS) + 2;
    }

    private Instant bookedBefore(Slot slot, Client client) {
        Instant wish = slot.startsAt().minus(random.between(24, 45 * 24), ChronoUnit.HOURS);
        Instant lately = now.minus(random.between(10, 20_000), ChronoUnit.MINUTES);
        Instant booked = wish.isBefore(now) ? wish : lately;
        return booked.isBefore(client.since()) ? client.since().plus(5, ChronoUnit.MINUTES) : booked;
    }

    private Visit add(Visit visit) {
        visits.add(visit);
        conditions.note(visit);
        addRow(visit);
        if (!visit.outcome().isCancelled()) {
            occupy(visit.slot().practitioner(), visit);
            UUID room = visit.slot().room();
            if (room != null) {
                occupy(room, visit);
            }
        }
        return visit;
    }

    private void occupy(UUID practitionerOrRoom, Visit visit) {
        occupied.add(practitionerOrRoom, visit.slot().busyFrom(), visit.slot().busyTo(), visit.id());
    }

    private void addRow(Visit visit) {
        rows.add(
                visit.id(),
                visit.client().id(),
                visit.slot().practitioner(),
                visit.treatment().id(),
                visit.slot().room(),
                visit.slot().startsAt(),
                visit.slot().endsAt(),
                visit.outcome().status(),
                visit.treatment().priceMinor(),
                notice.toMinutes(),
                visit.treatment().before().toMinutes(),
                visit.treatment().after().toMinutes(),
                visit.outcome().cancelledBy(),
                visit.outcome().reason(),
                visit.outcome().equals(Outcome.BOOKED) ? 0 : 1,
                visit.bookedAt());
    }
}
