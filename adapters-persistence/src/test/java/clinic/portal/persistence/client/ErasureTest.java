package clinic.portal.persistence.client;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static clinic.portal.persistence.testing.SampleDiary.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.booking.AppointmentBook;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.booking.DiaryBooking;
import clinic.portal.core.booking.DiaryBooking.Manner;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.Holds;
import clinic.portal.core.booking.Placing;
import clinic.portal.core.booking.Wish;
import clinic.portal.core.calendar.Schedules;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.client.ClientRemovals;
import clinic.portal.core.client.Clients;
import clinic.portal.core.messaging.NoticeId;
import clinic.portal.core.messaging.NoticeLog;
import clinic.portal.core.packages.PackageSessions;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Role;
import clinic.portal.core.shared.SessionId;
import clinic.portal.core.shared.StaffId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.persistence.testing.AtOnce;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of a client who is erased while other things go on, and what is not. */
@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class ErasureTest {
    private final SampleDiary diary = new SampleDiary();
    private final SampleClinic clinic = diary.clinic;

    @Inject
    Tenant tenant;

    @Inject
    Schedules schedules;

    @Inject
    Visits visits;

    @Inject
    Appointments appointments;

    @Inject
    DiaryEntries entries;

    @Inject
    Holds holds;

    @Inject
    PackageSessions sessions;

    @Inject
    Clients clients;

    @Inject
    ClientRemovals removals;

    @Inject
    NoticeLog notices;

    @Inject
    Ids ids;

    @Test
    void answersThatNameSomebodyElseAreKept() {
        var ana = clinic.client("ana@example.com", "+447700900571");
        answer("ana", "{\"email\":\"ana@example.com\"}");
        answer("dana", "{\"email\":\"dana@example.com\"}");
        answer("phone", "{\"phone\":\"+447700900571\"}");
        answer("id", "{\"id\":\"" + ana.value() + "\"}");

        assertThat(erase(ana)).isTrue();

        assertThat(text("select string_agg(key, ' ') from idempotency_keys where clinic_id = '%s'"
                        .formatted(clinic.id.value())))
                .isEqualTo("dana");
    }

    @Test
    void whatTheFarEndSaysOfAMessageAfterwardsIsNotWritten() {
        var kept = clinic.client();
        var duplicate = clinic.client();
        var own = notice(kept);
        tenant.in(clinic.id, () -> removals.merge(clinic.id, kept, duplicate));
        // Begun before the merging.
        var others = notice(duplicate);
        erase(kept);

        for (var open : List.of(own, others)) {
            tenant.run(
                    clinic.id,
                    () -> notices.settle(
                            clinic.id, open, NoticeLog.Outcome.REJECTED, "No mailbox ana@example.com", "ana-1"));
            assertThat(text("select concat_ws(' ', outcome, reason, reference) from messages where message_id = '%s'"
                            .formatted(open.value())))
                    .isEqualTo("held_back");
        }
    }

    @Test
    void forWhoIsErasedNothingIsBookedButTheLedgerCanBeSetRight() {
        erase(diary.client);

        assertThatThrownBy(() -> tenant.run(
                        clinic.id, () -> appointments.add(clinic.id, diary.appointment(place(diary.ada, null, TEN)))))
                .isInstanceOf(NoSuchThing.class);
        clinic.money(diary.client, "refund", 100, NOW);

        assertThat(text("select count(*) from ledger_entries where client_id = '%s'".formatted(diary.client.value())))
                .isEqualTo("1");
    }

    /** Were the client's row taken before the practitioners, who books and who erases would wait for each other. */
    @Test
    void whoBooksAndWhoErasesDoNotWaitForEachOther() throws InterruptedException {
        diary.room("laser");
        var booking = booking();
        var viewer = new Viewer.Member(
                clinic.id, new StaffId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), Role.OWNER, false);
        for (int round = 0; round < 12; round++) {
            var client = clinic.client("round%d@example.com".formatted(round), null);
            clinic.appointment(client, TEN.plusSeconds(86_400 * (round + 5L)), "booked");
            long day = 86_400L * (round + 40);

            var all = AtOnce.call(8, caller -> {
                if (caller == 4) {
                    return erase(client);
                }
                var wish = new Wish(diary.peel, diary.ada, TEN.plusSeconds(day + caller * 3600L), null, null, null);
                return tenant.in(clinic.id, () -> booking.book(viewer, client, wish, new Manner(null, false)));
            });

            assertThat(all).as("deadlocks").noneMatch(each -> each.toString().contains("40P01"));
        }
    }

    private DiaryBooking booking() {
        var clock = Clock.fixed(TEN.minusSeconds(86_400), ZoneOffset.UTC);
        var placing = new Placing(schedules, visits, holds, clock);
        var book = new AppointmentBook(appointments, holds, sessions, (clinicId, appointment, change, version) -> {});
        return new DiaryBooking(placing, book, entries, clients, ids, clock);
    }

    private boolean erase(ClientId client) {
        return tenant.in(clinic.id, () -> removals.erase(clinic.id, client, TEN.minusSeconds(86_400)));
    }

    private NoticeId notice(ClientId client) {
        var id = UUID.randomUUID();
        SampleClinic.run(
                """
                insert into messages (clinic_id, message_id, appointment_id, client_id, change, version, channel)
                values (?, ?, ?, ?, 'booked', 0, 'email')""",
                clinic.id.value(),
                id,
                clinic.appointment(diary.client, TEN.minusSeconds(900_000), "completed"),
                client.value());
        return new NoticeId(id);
    }

    private void answer(String key, String body) {
        SampleClinic.run("""
                insert into idempotency_keys (clinic_id, principal, route, key, payload, claim, body, kept_at, claimed_at)
                values (?, 'staff', 'POST /v1/admin/clients', ?, 'x', gen_random_uuid(), ?, clock_timestamp(),
                        clock_timestamp() - interval '1 hour')""", clinic.id.value(), key, body);
    }

    private static String text(String query) {
        try (var superuser = EmbeddedDatabase.asSuperuser();
                var rows = superuser.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
