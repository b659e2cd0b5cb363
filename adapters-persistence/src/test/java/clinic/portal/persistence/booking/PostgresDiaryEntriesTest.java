package clinic.portal.persistence.booking;

import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.DiaryEntries.Filter;
import clinic.portal.core.booking.DiaryEntries.Stretch;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.shared.Sql;
import clinic.portal.persistence.testing.CountingDatabase;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresDiaryEntriesTest {
    /** Of the plan's next line. */
    private static final String RANGE = "\\n +Index Cond: .*starts_at <.*starts_at(,| >=)";

    private static final Stretch MORNING = new Stretch(TEN, TEN.plus(Duration.ofHours(2)));

    private final SampleDiary diary = new SampleDiary();
    private final SampleClinic clinic = diary.clinic;

    @Inject
    Tenant tenant;

    @Inject
    DiaryEntries entries;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @Test
    void allThatAStretchHasAnyPartOfAreThereTheSoonestFirst() {
        // Half an hour each.
        UUID late = clinic.appointment(diary.client, TEN.plusSeconds(7199), "cancelled");
        UUID reaching = clinic.appointment(diary.client, TEN.minusSeconds(1799), "completed");
        clinic.appointment(diary.client, TEN.minusSeconds(1800), "booked");
        clinic.appointment(diary.client, TEN.plusSeconds(7200), "booked");
        var other = new SampleClinic();
        other.appointment(other.client(), TEN, "booked");

        assertThat(ids(MORNING, Filter.ALL)).containsExactly(reaching, late);
    }

    @Test
    void anAppointmentOfAWholeDayReachesIntoTheNext() {
        UUID long24 = clinic.appointment(diary.client, TEN.minusSeconds(86_399), "booked");
        SampleClinic.run(
                "update appointments set ends_at = starts_at + interval '24 hours' where appointment_id = ?", long24);

        assertThat(ids(MORNING, Filter.ALL)).containsExactly(long24);
    }

    @Test
    void oneCanAskForSome() {
        UUID booked = clinic.appointment(diary.client, TEN, "booked");
        ClientId bea = clinic.client();
        UUID missed = clinic.appointment(bea, TEN.plusSeconds(60), "no_show");
        var ben = diary.practitioner("Ben");

        assertThat(ids(MORNING, new Filter(Set.of(), Set.of(), bea))).containsExactly(missed);
        assertThat(ids(MORNING, new Filter(Set.of(diary.ada, ben), Set.of(), null)))
                .containsExactly(booked, missed);
        assertThat(ids(MORNING, new Filter(Set.of(ben), Set.of(), null))).isEmpty();
        assertThat(ids(MORNING, new Filter(Set.of(), Set.of(AppointmentStatus.NO_SHOW), null)))
                .containsExactly(missed);
        assertThat(ids(
                        MORNING,
                        new Filter(Set.of(), Set.of(AppointmentStatus.NO_SHOW, AppointmentStatus.BOOKED), null)))
                .containsExactly(booked, missed);
    }

    @Test
    void pagesGoOnWhereTheLastEndedThoughAllBeginAtOnce() {
        var made = Stream.generate(() -> clinic.appointment(diary.client, TEN, "cancelled"))
                .limit(5)
                .collect(Collectors.toSet());
        made.add(clinic.appointment(diary.client, TEN.minusSeconds(60), "booked"));

        var seen = new ArrayList<UUID>();
        var page = page(PageRequest.first(2));
        seen.addAll(ids(page));
        while (page.next() != null) {
            page = page(new PageRequest(2, page.next()));
            seen.addAll(ids(page));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(6).containsAll(made);
    }

    @Test
    void itIsOneStatementHoweverManyPractitionersAndDays() {
        var everybody =
                Stream.generate(() -> diary.practitioner("Somebody")).limit(20).collect(Collectors.toSet());
        clinic.appointment(diary.client, TEN, "booked");
        var counting = new CountingDatabase(database);
        var counted = new PostgresDiaryEntries(new Sql(counting.counted()));

        tenant.in(clinic.id, () -> counted.within(clinic.id, MORNING, Filter.ALL, PageRequest.first(25)));
        assertThat(counting.statements()).isEqualTo(1);

        everybody.add(diary.ada);
        var months = new Stretch(TEN.minus(Duration.ofDays(31)), TEN.plus(Duration.ofDays(31)));
        tenant.in(
                clinic.id,
                () -> counted.within(clinic.id, months, new Filter(everybody, Set.of(), null), PageRequest.first(100)));
        assertThat(counting.statements()).isEqualTo(1);
    }

    /** As the application's role, with the walls up. */
    @Test
    void aDayIsFoundByTheIndexInAClinicWithYearsOfAppointments() {
        SampleClinic.run("""
                insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at,
                                          ends_at, status, price_minor, notice_minutes)
                select ?, gen_random_uuid(), ?, ?, ?, timestamptz '2024-01-01 08:00Z' + n * interval '1 hour',
                       timestamptz '2024-01-01 08:30Z' + n * interval '1 hour', 'booked', 5000, 1440
                from generate_series(1, 20000) n""", clinic.id.value(), diary.client.value(), diary.ada.value(), diary.peel.value());
        SampleClinic.run("analyze appointments");

        // Which of the two is better, PostgreSQL knows; both read that day and nothing else.
        String byDay = "Index Scan using appointments_(by_start|of_practitioner) on appointments a.*" + RANGE;
        assertThat(plan(Filter.ALL)).containsPattern(byDay);
        assertThat(plan(new Filter(Set.of(diary.ada), Set.of(AppointmentStatus.BOOKED), null)))
                .containsPattern(byDay);
    }

    private String plan(Filter filter) {
        var parameters = PostgresDiaryEntries.parameters(clinic.id, MORNING, filter, PageRequest.first(25));
        return String.join(
                "\n",
                tenant.in(
                        clinic.id,
                        () -> sql.list(
                                row -> row.text("QUERY PLAN"), "explain " + PostgresDiaryEntries.WITHIN, parameters)));
    }

    private List<UUID> ids(Stretch stretch, Filter filter) {
        return ids(tenant.in(clinic.id, () -> entries.within(clinic.id, stretch, filter, PageRequest.first(100))));
    }

    private Page<DiaryEntry> page(PageRequest request) {
        return tenant.in(clinic.id, () -> entries.within(clinic.id, MORNING, Filter.ALL, request));
    }

    private static List<UUID> ids(Page<DiaryEntry> page) {
        return page.items().stream().map(each -> each.id().value()).toList();
    }
}
