package clinic.portal.core.booking;

import static clinic.portal.core.fixtures.Fixtures.aPackage;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static clinic.portal.core.fixtures.Wishes.at;
import static clinic.portal.core.fixtures.Wishes.noting;
import static clinic.portal.core.fixtures.Wishes.paidWith;
import static clinic.portal.core.fixtures.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.MyAppointments.When;
import clinic.portal.core.clinic.BookingPolicy;
import clinic.portal.core.fakes.InMemorySchedules;
import clinic.portal.core.fakes.RecordedNews.Word;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.packages.PackageId;
import clinic.portal.core.packages.PackageView.Sessions;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.PreviewReadOnly;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingTest {
    private static final String WEDNESDAY_TEN = "2026-06-17T10:00";
    private static final Guest DORA = new Guest(" Dora Guest ", "Dora@Example.com", "07700 900555");

    private final World world = Fixtures.glow();

    @Test
    void aClientsBookingIsAnsweredAsItIsShownFromThenOn() {
        var booked = book(noting(wish(world.facial, world.iris, WEDNESDAY_TEN), "Sensitive skin"));

        assertThat(booked)
                .isEqualTo(new AppointmentView(
                        booked.id(),
                        new Named(world.facial.id().value(), "Facial"),
                        new Named(world.iris.id().value(), "Dr Iris Lane"),
                        at(WEDNESDAY_TEN),
                        at("2026-06-17T11:00"),
                        Fixtures.LONDON,
                        AppointmentStatus.BOOKED,
                        pounds(80),
                        Duration.ofHours(24),
                        0,
                        "Sensitive skin"));
        assertThat(world.myAppointments.show(world.asBen(), booked.id())).isEqualTo(booked);
    }

    @Test
    void theClientIsToldOfTheirBooking() {
        var booked = book(wish(world.facial, WEDNESDAY_TEN));

        assertThat(world.desk.news.words()).containsExactly(new Word(world.glow.id(), booked.id(), Change.BOOKED, 0));
    }

    @Test
    void whatIsBookedIsTakenWithAllItsBuffers() {
        book(wish(world.laser, "2026-06-17T10:30"));

        // Taken from 10:20 to 11:15; the next needs 10 minutes before it.
        assertThatThrownBy(() -> book(wish(world.laser, "2026-06-17T11:15"))).isInstanceOf(SlotTaken.class);
        assertThat(book(wish(world.laser, "2026-06-17T11:30"))).isNotNull();
        assertThatThrownBy(() -> book(wish(world.laser, "2026-06-17T09:45"))).isInstanceOf(SlotTaken.class);
        assertThat(book(wish(world.laser, "2026-06-17T09:30"))).isNotNull();
    }

    @Test
    void aPreviewBooksNothing() {
        assertThatThrownBy(() -> world.desk.booking.book(world.asAdaInPreview(), wish(world.facial, WEDNESDAY_TEN)))
                .isInstanceOf(PreviewReadOnly.class);
        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void theNoticeForCancellingIsFrozenWhenItIsBooked() {
        var booked = book(wish(world.facial, WEDNESDAY_TEN));
        var usual = InMemorySchedules.USUAL;

        world.diary.schedules.decide(
                world.glow.id(),
                new BookingPolicy(usual.notice(), usual.horizonDays(), usual.grid(), Duration.ofDays(7)));

        assertThat(world.myAppointments.show(world.asBen(), booked.id()).notice())
                .isEqualTo(Duration.ofHours(24));
        assertThat(book(wish(world.facial, "2026-06-17T13:00")).notice()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aPackagePaysWithOneOfItsSessions() {
        world.packages.put(world.glow.id(), world.ben.id(), aPackage(3009, Fixtures.NOW));

        book(paidWith(wish(world.facial, WEDNESDAY_TEN), new PackageId(Fixtures.uuid(3009))));

        assertThat(sessionsOfBen()).isEqualTo(new Sessions(6, 1, 2));
    }

    @Test
    void somebodyElsesPackagePaysNothing() {
        var adas = paidWith(wish(world.facial, WEDNESDAY_TEN), new PackageId(Fixtures.uuid(3001)));

        assertThatThrownBy(() -> book(adas))
                .isInstanceOf(PackageNotUsable.class)
                .asInstanceOf(type(PackageNotUsable.class))
                .returns("package_not_usable", PackageNotUsable::code);
        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void aGuestWhomTheClinicKnowsByBothIsThatClient() {
        world.desk.booking.bookAsGuest(
                world.glow.id(),
                new Guest("Somebody", "ADA@example.com", "+44 7700 900011"),
                wish(world.facial, WEDNESDAY_TEN));

        assertThat(upcomingOfAda()).isEqualTo(4);
    }

    @Test
    void aGuestWhomTheClinicKnowsByOneOnlyIsSomebodyNew() {
        world.desk.booking.bookAsGuest(
                world.glow.id(),
                new Guest("Somebody", "ada@example.com", "07700900555"),
                wish(world.facial, WEDNESDAY_TEN));

        assertThat(upcomingOfAda()).isEqualTo(3);
    }

    @Test
    void aNewGuestBecomesAClientWithWhatTheyTypedTidiedUp() {
        var booked = world.desk.booking.bookAsGuest(world.glow.id(), DORA, wish(world.facial, WEDNESDAY_TEN));

        var entry = world.diary.entries.find(world.glow.id(), booked.id()).orElseThrow();
        var dora = world.profiles
                .find(world.glow.id(), new ClientId(entry.client().id()))
                .orElseThrow();
        assertThat(entry.client().name()).isEqualTo("Dora Guest");
        assertThat(dora.email()).hasFieldOrPropertyWithValue("value", "dora@example.com");
        assertThat(dora.phone()).hasFieldOrPropertyWithValue("value", "+447700900555");
    }

    @Test
    void theSameGuestAgainIsTheSameClient() {
        var first = world.desk.booking.bookAsGuest(world.glow.id(), DORA, wish(world.facial, WEDNESDAY_TEN));
        var second = world.desk.booking.bookAsGuest(world.glow.id(), DORA, wish(world.facial, "2026-06-17T14:00"));

        assertThat(clientOf(second)).isEqualTo(clientOf(first));
    }

    @Test
    void aGuestIsToldAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> world.desk.booking.bookAsGuest(
                        world.glow.id(), new Guest(" ", "nobody", "12"), wish(world.facial, WEDNESDAY_TEN)))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::violations)
                .asInstanceOf(list(Violation.class))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/contact/name", "required"),
                        tuple("/contact/email", "invalid_email"),
                        tuple("/contact/phone", "invalid_phone"));
    }

    @Test
    void aGuestCannotBookWhatDependsOnWhoTheyAre() {
        var ada = new Guest("Ada", "ada@example.com", "+447700900011");

        // The same for whoever could have it and whoever could not.
        for (Guest guest : List.of(ada, DORA)) {
            assertThatThrownBy(() ->
                            world.desk.booking.bookAsGuest(world.glow.id(), guest, wish(world.peel, WEDNESDAY_TEN)))
                    .asInstanceOf(type(LoginRequired.class))
                    .returns("login_required", LoginRequired::code);
        }
        assertThat(world.desk.news.words()).isEmpty();
    }

    @Test
    void aGuestOfAPortalThatIsOffFindsNothing() {
        world.clinics.put(Fixtures.switchedOff(world.glow));

        assertThatThrownBy(
                        () -> world.desk.booking.bookAsGuest(world.glow.id(), DORA, wish(world.facial, WEDNESDAY_TEN)))
                .isInstanceOf(NoSuchThing.class);
    }

    @Test
    void whatAGuestTypedIsNeverPrinted() {
        assertThat(DORA).hasToString("Guest[...]");
    }

    private AppointmentView book(Wish wish) {
        return world.desk.booking.book(world.asBen(), wish);
    }

    private Sessions sessionsOfBen() {
        return world.myPackages
                .list(world.asBen(), PageRequest.first(1))
                .items()
                .getFirst()
                .sessions();
    }

    private int upcomingOfAda() {
        return world.myAppointments
                .list(world.asAda(), When.UPCOMING, PageRequest.first(10))
                .items()
                .size();
    }

    private Named clientOf(AppointmentView booked) {
        return world.diary
                .entries
                .find(world.glow.id(), booked.id())
                .orElseThrow()
                .client();
    }
}
