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

    private static final Duration NOTICE = Duration.ofHours(24);
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
            "starts_at timestamptz",
            "ends_at timestamptz",
            "status text",
            "price_minor bigint",
            "notice_minutes integer",
            "cancelled_by text",
            "cancellation_reason text",
            "version integer",
            "booked_at timestamptz");
    private final DemoRandom random;
    private final DemoCalendar calendar;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final List<Visit> visits = new ArrayList<>();

    DemoDiary(DemoRandom random, DemoCalendar calendar, Instant now, ZoneId zone) {
        this.random = random;
        this.calendar = calendar;
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
        while (true) {
            LocalTime opens = DemoCalendar.opens(day.getDayOfWeek());
            LocalTime earliest = opens.plusMinutes(15L * random.between(0, 20));
            var slot = calendar.firstOn(day, earliest, client.id(), treatment.length());
            if (slot.isPresent()) {
                return slot.get();
            }
            day = day.plusDays(1);
        }
    }

    /** The last that can be had within a day: too near to be cancelled, and to come for as long as that can be. */
    Slot findWithinNotice(Client client, Treatment treatment) {
        return calendar.lastBefore(now.plus(NOTICE), client.id(), treatment.length());
    }

    Visit book(Client client, Treatment treatment, Slot slot, Outcome outcome) {
        return add(new Visit(random.id(), client, treatment, slot, bookedBefore(slot, client), outcome, false));
    }

    Visit bookPrepaid(Client client, Treatment treatment, Slot slot, Instant bookedAt, Outcome outcome) {
        return add(new Visit(random.id(), client, treatment, slot, bookedAt, outcome, true));
    }

    /** Somebody is in the chair, where the clinic is open just now. */
    void receive(Client client, Treatment treatment) {
        LocalTime time = LocalTime.ofInstant(now, zone);
        LocalTime quarter = time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 15 * 15L);
        if (quarter.isBefore(DemoCalendar.opens(today.getDayOfWeek()))) {
            return;
        }
        calendar.workingOn(today).stream()
                .flatMap(who -> calendar.take(who, client.id(), today, quarter, treatment.length()).stream())
                .findFirst()
                .ifPresent(slot -> book(client, treatment, slot, kept(slot)));
    }

    /** Everybody else's appointments: as many as a clinic has, and the fewer the further ahead. */
    void fill(List<Client> clients, List<Treatment> treatments, double busyness) {
        for (int offset = -DAYS; offset <= DAYS; offset++) {
            double chance = offset <= 0 ? busyness : busyness * 0.9 * (1 - 0.9 * offset / DAYS);
            LocalDate day = today.plusDays(offset);
            for (UUID practitioner : calendar.workingOn(day)) {
                fill(day, practitioner, clients, treatments, chance);
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
    }

    private boolean arrivesEarly(Slot slot) {
        return !slot.startsAt().isAfter(now.plus(15, ChronoUnit.MINUTES)) && random.happens(0.5);
    }

    private void fill(
            LocalDate day, UUID practitioner, List<Client> clients, List<Treatment> treatments, double chance) {
        LocalTime at = DemoCalendar.opens(day.getDayOfWeek()).plusMinutes(15L * random.between(0, 3));
        Treatment treatment = random.oneOf(treatments);
        while (DemoCalendar.fits(day, at, treatment.length())) {
            boolean taken = random.happens(chance) && offer(day, at, practitioner, clients, treatment);
            at = (taken ? at.plus(treatment.length()) : at.plusMinutes(30)).plusMinutes(15L * random.between(0, 2));
            treatment = random.oneOf(treatments);
        }
    }

    private boolean offer(LocalDate day, LocalTime at, UUID practitioner, List<Client> clients, Treatment treatment) {
        Client client = random.oneOfTheRegulars(clients);
        if (isKnownBy(client, day)) {
            var slot = calendar.take(practitioner, client.id(), day, at, treatment.length());
            slot.ifPresent(free -> book(client, treatment, free, usual(free)));
            return slot.isPresent();
        }
        return false;
    }

    /** Nobody comes before the clinic has heard of them. */
    private boolean isKnownBy(Client client, LocalDate day) {
        return client.since().until(now, ChronoUnit.DAYS) > day.until(today, ChronoUnit.DAYS) + 2;
    }

    private Instant bookedBefore(Slot slot, Client client) {
        Instant wish = slot.startsAt().minus(random.between(24, 45 * 24), ChronoUnit.HOURS);
        Instant booked = wish.isBefore(now) ? wish : now.minus(random.between(10, 20_000), ChronoUnit.MINUTES);
        return booked.isBefore(client.since()) ? client.since().plus(5, ChronoUnit.MINUTES) : booked;
    }

    private Visit add(Visit visit) {
        visits.add(visit);
        rows.add(
                visit.id(),
                visit.client().id(),
                visit.slot().practitioner(),
                visit.treatment().id(),
                visit.slot().startsAt(),
                visit.slot().endsAt(),
                visit.outcome().status(),
                visit.treatment().priceMinor(),
                NOTICE.toMinutes(),
                visit.outcome().cancelledBy(),
                visit.outcome().reason(),
                visit.outcome().equals(Outcome.BOOKED) ? 0 : 1,
                visit.bookedAt());
        return visit;
    }
}
