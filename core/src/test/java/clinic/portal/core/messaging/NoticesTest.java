package clinic.portal.core.messaging;

import static clinic.portal.core.fixtures.Fixtures.anAppointment;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static clinic.portal.core.fixtures.Wishes.at;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentNews.Change;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.Move;
import clinic.portal.core.client.Profile;
import clinic.portal.core.clinic.Channels;
import clinic.portal.core.fakes.InMemoryNoticeLog.Entry;
import clinic.portal.core.fixtures.Fixtures;
import clinic.portal.core.fixtures.FrontDesk;
import clinic.portal.core.fixtures.World;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.messaging.NoticeLog.Outcome;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.EmailAddress;
import clinic.portal.core.shared.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private final World world = Fixtures.glow();
    /** Ada's, on Thursday at noon; its version is 1. */
    private final AppointmentId thursday = new AppointmentId(uuid(1003));

    private final Notice byEmail = new Notice(thursday, Change.BOOKED, 1, Channel.EMAIL);
    private final Notice bySms = new Notice(thursday, Change.BOOKED, 1, Channel.SMS);

    @Test
    void aNoticeSaysAllThatIsToBeSaid() {
        assertThat(deliver(byEmail)).isFalse();

        assertThat(world.desk.noticeSender.letters()).hasSize(1);
        var letter = world.desk.noticeSender.letters().getFirst();
        assertThat(letter)
                .isEqualTo(new NoticeLetter(
                        letter.id(),
                        world.glow,
                        new NoticeLetter.To.Email(new EmailAddress("ada@example.com")),
                        "Ada Client",
                        Locale.UK,
                        Change.BOOKED,
                        world.diary.entries.find(world.glow.id(), thursday).orElseThrow(),
                        URI.create("https://portal.example/glow"),
                        Fixtures.NOW));
        assertThat(letter).hasToString("NoticeLetter[" + letter.id().value() + "]");
    }

    @Test
    void whatWasSentIsWrittenDown() {
        world.desk.noticeSender.answer(new Delivery.Sent("SM123"));

        deliver(bySms);

        assertThat(entry()).returns(Outcome.SENT, Entry::outcome).returns("SM123", Entry::reference);
        assertThat(entry().client()).isEqualTo(world.ada.id());
        assertThat(world.desk.noticeSender.letters().getFirst().to())
                .isEqualTo(new NoticeLetter.To.Phone(new PhoneNumber("+447700900011")));
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        deliver(byEmail);

        assertThat(deliver(byEmail)).isFalse();
        assertThat(world.desk.noticeSender.letters()).hasSize(1);
    }

    @Test
    void aChannelThatTheClinicHasSwitchedOffCarriesNothingNotEvenWhatWasWaiting() {
        world.desk.noticeSender.answer(new Delivery.TryLater("busy"));
        assertThat(deliver(byEmail)).isTrue();
        world.clinics.put(Fixtures.sendingBy(world.glow, new Channels(false, true)));

        assertThat(deliver(byEmail)).isFalse();
        assertThat(entry()).returns(Outcome.HELD_BACK, Entry::outcome);

        world.clinics.put(Fixtures.sendingBy(world.glow, new Channels(true, false)));
        deliver(bySms);

        assertThat(world.desk.noticeSender.letters()).hasSize(1);
        assertThat(world.desk.noticeLog.entries()).extracting(Entry::outcome).containsOnly(Outcome.HELD_BACK);
    }

    @Test
    void eachChannelIsANoticeOfItsOwn() {
        deliver(byEmail);
        deliver(bySms);

        assertThat(world.desk.noticeSender.letters()).hasSize(2);
        assertThat(world.desk.noticeLog.entries()).hasSize(2);
    }

    @Test
    void whatCannotBeSentNowIsTriedAgainUnderTheSameId() {
        world.desk.noticeSender.answer(new Delivery.TryLater("busy"));
        assertThat(deliver(byEmail)).isTrue();
        assertThat(entry().outcome()).isNull();

        world.desk.noticeSender.answer(new Delivery.Sent(null));
        assertThat(deliver(byEmail)).isFalse();

        assertThat(world.desk.noticeSender.letters())
                .extracting(NoticeLetter::id)
                .containsExactly(entry().id(), entry().id());
        assertThat(entry().outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void whatIsNotSentWithinADayIsGivenUp() {
        world.desk.noticeSender.answer(new Delivery.TryLater("busy"));
        deliver(byEmail);

        world.clock.elapse(Duration.ofHours(24));
        assertThat(deliver(byEmail)).isTrue();

        world.clock.elapse(Duration.ofMillis(1));
        assertThat(deliver(byEmail)).isFalse();
        assertThat(entry()).returns(Outcome.GAVE_UP, Entry::outcome).returns("not sent within a day", Entry::reason);
        assertThat(world.desk.noticeSender.letters()).hasSize(2);
    }

    @Test
    void whatMayHaveBeenSentIsNotSentAgain() {
        world.desk.noticeSender.answer(new Delivery.Unknown("timed out"));

        assertThat(deliver(byEmail)).isFalse();
        assertThat(deliver(byEmail)).isFalse();

        assertThat(entry()).returns(Outcome.UNKNOWN, Entry::outcome).returns("timed out", Entry::reason);
        assertThat(world.desk.noticeSender.letters()).hasSize(1);
    }

    @Test
    void whatTheFarEndRejectsIsOver() {
        world.desk.noticeSender.answer(new Delivery.Rejected("no such mailbox"));

        assertThat(deliver(byEmail)).isFalse();

        assertThat(entry()).returns(Outcome.REJECTED, Entry::outcome).returns("no such mailbox", Entry::reason);
    }

    @Test
    void whatALaterChangeHasOvertakenIsNotSaid() {
        world.desk.diaryChanges.move(world.asRita(), thursday, new Move(at("2026-06-19T10:00"), null, null));

        assertHeldBack(byEmail, "overtaken");
        deliver(new Notice(thursday, Change.MOVED, 2, Channel.EMAIL));
        assertThat(world.desk.noticeSender.letters())
                .extracting(NoticeLetter::change)
                .containsExactly(Change.MOVED);
    }

    @Test
    void nobodyIsToldToComeToWhatHasBegun() {
        world.clock.set(at("2026-06-18T12:00"));

        assertHeldBack(byEmail, "overtaken");
    }

    @Test
    void aMomentBeforeItBeginsTheyAreTold() {
        world.clock.set(at("2026-06-18T12:00").minusMillis(1));

        deliver(byEmail);

        assertThat(world.desk.noticeSender.letters()).hasSize(1);
    }

    @Test
    void thatItIsCancelledIsSaidEvenLate() {
        var past = anAppointment(1, at("2026-06-16T11:30"), AppointmentStatus.CANCELLED);
        world.appointments.put(world.glow.id(), world.ada.id(), past);

        deliver(new Notice(new AppointmentId(uuid(1)), Change.CANCELLED, 1, Channel.EMAIL));

        assertThat(world.desk.noticeSender.letters()).hasSize(1);
    }

    @Test
    void aDayAfterItWouldHaveBeenItIsNoNews() {
        var past = anAppointment(1, Fixtures.NOW.minus(Duration.ofDays(1)), AppointmentStatus.CANCELLED);
        world.appointments.put(world.glow.id(), world.ada.id(), past);

        assertHeldBack(new Notice(new AppointmentId(uuid(1)), Change.CANCELLED, 1, Channel.EMAIL), "overtaken");
    }

    @Test
    void ofAnAppointmentThatIsNotThereNothingIsSaid() {
        var unknown = new Notice(new AppointmentId(uuid(1)), Change.BOOKED, 1, Channel.EMAIL);

        assertThat(deliver(unknown)).isFalse();
        assertThat(world.desk.noticeDelivery.deliver(world.calm.id(), byEmail)).isFalse();

        assertThat(world.desk.noticeLog.entries()).isEmpty();
        assertThat(world.desk.noticeSender.letters()).isEmpty();
    }

    @Test
    void theErasedAreToldNothing() {
        world.profiles.erase(world.glow.id(), world.ada.id());

        assertHeldBack(byEmail, "nobody to send it to");
    }

    @Test
    void whoHasNoAddressIsToldNothingThere() {
        world.profiles.put(world.glow.id(), new Profile(world.ada.id(), "Ada", null, null));

        assertHeldBack(byEmail, "nobody to send it to");
        assertHeldBack(bySms, "nobody to send it to");
    }

    @Test
    void whoWantsNoneIsSentNoneOnThatChannel() {
        world.desk.contacts.optOut(world.glow.id(), world.ada.id(), Channel.SMS);
        assertHeldBack(bySms, "nobody to send it to");
        deliver(byEmail);
        assertThat(world.desk.noticeSender.letters()).hasSize(1);

        world.desk.contacts.optOut(world.glow.id(), world.ada.id(), Channel.EMAIL);
        assertHeldBack(
                new Notice(new AppointmentId(uuid(1004)), Change.BOOKED, 1, Channel.EMAIL), "nobody to send it to");
    }

    @Test
    void smsGoesToMobilesWhereTheClinicSendsItOnly() {
        // A landline in London, and a mobile in Germany.
        for (String number : List.of("+442079460000", "+4915112345678")) {
            world.profiles.put(world.glow.id(), new Profile(world.ada.id(), "Ada", null, new PhoneNumber(number)));

            assertHeldBack(bySms, "nobody to send it to");
        }
    }

    @Test
    void aClinicSendsOnlySoManySmsADay() {
        world.desk.noticeLog.smsOfLogins(FrontDesk.SMS_PER_DAY - 1);
        deliver(bySms);
        assertThat(world.desk.noticeSender.letters()).hasSize(1);

        var another = new AppointmentId(uuid(1004));
        deliver(new Notice(another, Change.BOOKED, 1, Channel.SMS));
        assertThat(world.desk.noticeSender.letters()).hasSize(1);

        deliver(new Notice(another, Change.BOOKED, 1, Channel.EMAIL));
        assertThat(world.desk.noticeSender.letters()).hasSize(2);
    }

    private boolean deliver(Notice notice) {
        return world.desk.noticeDelivery.deliver(world.glow.id(), notice);
    }

    private void assertHeldBack(Notice notice, String reason) {
        int before = world.desk.noticeSender.letters().size();

        assertThat(deliver(notice)).isFalse();

        assertThat(world.desk.noticeSender.letters()).hasSize(before);
        assertThat(world.desk.noticeLog.entries())
                .filteredOn(entry -> entry.notice().equals(notice))
                .singleElement()
                .returns(Outcome.HELD_BACK, Entry::outcome)
                .returns(reason, Entry::reason);
    }

    private Entry entry() {
        return world.desk.noticeLog.entries().getFirst();
    }
}
