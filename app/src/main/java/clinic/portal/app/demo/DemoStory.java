package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoCatalogue.Course;
import clinic.portal.app.demo.DemoDiary.Outcome;
import clinic.portal.app.demo.DemoPeople.Client;
import clinic.portal.app.demo.DemoPeople.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What happened, and is going to happen, at one clinic: half a year back and half a year ahead. */
final class DemoStory {
    private final DemoClinic clinic;
    private final DemoRandom random;
    private final DemoCatalogue catalogue;
    private final DemoHours hours;
    private final DemoPeople people;
    private final DemoDiary diary;
    private final DemoMoney money;
    private final DemoPackages packages;
    /** Whoever has no story of their own. */
    private final List<Client> anybody = new ArrayList<>();

    DemoStory(DemoClinic clinic, Instant now) {
        this.clinic = clinic;
        this.random = new DemoRandom(clinic.slug().hashCode());
        this.catalogue = new DemoCatalogue(clinic.slug(), random);
        var zone = clinic.zone();
        var practitioners = catalogue.practitioners().stream()
                .map(DemoCatalogue.Practitioner::id)
                .toList();
        this.hours = new DemoHours(random, practitioners, LocalDate.ofInstant(now, zone), zone);
        var calendar = new DemoCalendar(zone, hours, catalogue.rooms());
        this.people = new DemoPeople(random, now, clinic.firstPhone());
        this.diary = new DemoDiary(random, calendar, clinic.policy().cancelNotice(), now, zone);
        this.money = new DemoMoney(random, now, zone, clinic.slug());
        this.packages = new DemoPackages(random, diary, money, now, zone);
    }

    /** First of all, so that the calendar is still empty and every day of hers is free. */
    void tellOfAda(Person person) {
        Client ada = people.add(person, Duration.ofDays(700));
        diary.book(
                ada,
                catalogue.treatment("LED light therapy"),
                diary.findWithinNotice(ada, catalogue.treatment("LED light therapy")),
                Outcome.BOOKED);
        var favourites = List.of("Hydrating facial", "LED light therapy", "Dermaplaning", "Glycolic peel");
        for (int visit = 0; visit < 30; visit++) {
            see(ada, favourites.get(visit % favourites.size()), 6 * visit - 180, outcomeOfAdas(visit));
        }
        see(ada, "Skin booster", 6, Outcome.BOOKED);
        see(ada, "Hydrating facial", 12, new Outcome("cancelled", "client", "Away that week"));
        see(ada, "Dermal filler, lips", 48, Outcome.BOOKED);
        see(ada, "Hydrating facial", 90, Outcome.BOOKED);
        packages.sell(ada, catalogue.course("Microneedling, course of 6"), 85, 0, List.of(-80, -52, -25, 20));
        packages.sell(ada, catalogue.course("Glycolic peels, course of 3"), 155, 0, List.of(-151, -130, -109));
        money.issueVoucher(ada, 75_00, 170, null, 75_00);
        money.issueVoucher(ada, 150_00, 60, 365, 45_00);
        money.issueVoucher(ada, 50_00, 300, 280, 0);
        money.payTwiceAndRefund(ada, 45_00, 46);
        money.letWait(ada);
    }

    void tellOfNewcomer(Person person) {
        people.add(person, Duration.ofHours(2));
    }

    /** Somebody known by name who comes as often as others do. */
    void tellOfRegular(Person person) {
        Client client = people.add(person, Duration.ofDays(400));
        anybody.add(client);
        var forEverybody = catalogue.treatments().stream()
                .filter(treatment -> treatment.terms().isForEverybody())
                .toList();
        for (int day : List.of(-62, -27, 4, 33)) {
            var treatment = random.oneOf(forEverybody);
            var slot = diary.find(client, treatment, day);
            diary.book(client, treatment, slot, diary.kept(slot));
        }
    }

    void tellOfEverybodyElse() {
        for (int i = 0; i < clinic.clients(); i++) {
            anybody.add(people.addAnybody());
        }
        var old = anybody.stream().filter(this::isOld).toList();
        for (int i = 0; i < old.size() / 3 && !catalogue.courses().isEmpty(); i++) {
            packages.sellToAnybody(random.oneOf(old), random.oneOf(catalogue.courses()), random.between(5, 195));
        }
        // So long ago that one of half a year has expired.
        catalogue.courses().stream()
                .min(Comparator.comparingInt(Course::months))
                .ifPresent(shortest -> packages.sellToAnybody(old.getLast(), shortest, 195));
        for (int i = 0; i < old.size() / 3; i++) {
            issueVoucher(random.oneOf(old));
        }
        for (int i = 0; i < old.size() / 16; i++) {
            money.payAhead(random.oneOf(old), 50_00, random.between(1, 30));
            money.payTwiceAndRefund(random.oneOf(old), 60_00, random.between(2, 150));
        }
        diary.receive(anybody.getLast(), catalogue.treatments());
        diary.fill(anybody, catalogue.treatments(), clinic.busyness());
    }

    void insert(Connection connection) throws SQLException {
        money.bill(diary.visits());
        UUID id = clinic.id();
        clinic.insert(connection);
        catalogue.insert(connection, id, hours);
        hours.insert(connection, id);
        people.insert(connection, id);
        diary.insert(connection, id);
        packages.insert(connection, id);
        money.insert(connection, id);
    }

    private void see(Client client, String treatment, int daysFromToday, Outcome outcome) {
        var wanted = catalogue.treatment(treatment);
        diary.book(client, wanted, diary.find(client, wanted, daysFromToday), outcome);
    }

    private static Outcome outcomeOfAdas(int visit) {
        return switch (visit) {
            case 7 -> Outcome.NO_SHOW;
            case 15 -> new Outcome("cancelled", "client", "Feeling unwell");
            case 22 -> new Outcome("cancelled", "staff", "Practitioner ill");
            default -> Outcome.COMPLETED;
        };
    }

    /** Known for longer than any package or voucher here is old. */
    private boolean isOld(Client client) {
        return client.since()
                .isBefore(
                        diary.today().minusDays(210).atStartOfDay(clinic.zone()).toInstant());
    }

    private void issueVoucher(Client client) {
        long minor = random.oneOf(List.of(50_00L, 75_00L, 100_00L, 150_00L, 200_00L));
        long toRedeem = random.oneOf(List.of(0L, minor / 5 * 2, minor / 2, minor));
        Integer days = random.happens(0.2) ? null : random.oneOf(List.of(90, 180, 365));
        money.issueVoucher(client, minor, random.between(3, 175), days, toRedeem);
    }
}
