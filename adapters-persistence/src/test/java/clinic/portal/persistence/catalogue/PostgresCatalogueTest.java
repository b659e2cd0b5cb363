package clinic.portal.persistence.catalogue;

import static clinic.portal.persistence.testing.SampleDiary.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Room;
import clinic.portal.core.catalogue.RoomId;
import clinic.portal.core.catalogue.Rooms;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.Treatment.Plan;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.catalogue.Treatments;
import clinic.portal.core.fixtures.Shelved;
import clinic.portal.core.shared.Money;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.persistence.testing.EmbeddedDatabase;
import clinic.portal.persistence.testing.SampleClinic;
import clinic.portal.persistence.testing.SampleDiary;
import clinic.portal.persistence.testing.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabase.class)
class PostgresCatalogueTest {
    private static final PageRequest ALL = PageRequest.first(100);

    private final SampleDiary diary = new SampleDiary();
    private final SampleClinic clinic = diary.clinic;

    @Inject
    Tenant tenant;

    @Inject
    Treatments treatments;

    @Inject
    Practitioners practitioners;

    @Inject
    Rooms rooms;

    @Test
    void aTreatmentIsFoundAsItWasWrittenAndReplacedOncePerVersion() {
        var ben = diary.practitioner("Ben");
        var added = treatment("Laser", 0, Set.of(diary.ada, ben));
        tenant.run(clinic.id, () -> treatments.add(clinic.id, added));
        assertThat(find(added.id())).isEqualTo(added);

        var changed =
                new Treatment(added.id(), treatment("Lasers", 0, Set.of(ben)).plan(), 1);
        assertThat(tenant.in(clinic.id, () -> treatments.replace(clinic.id, changed)))
                .isTrue();
        assertThat(tenant.in(clinic.id, () -> treatments.replace(clinic.id, changed)))
                .isFalse();
        assertThat(find(added.id())).isEqualTo(changed);
        assertThat(tenant.in(new SampleClinic().id, () -> treatments.find(clinic.id, added.id())))
                .isEmpty();
    }

    @Test
    void shelvesHoldWhatBelongsThereByName() {
        SampleClinic.run("update treatments set online = false where clinic_id = ?", clinic.id.value());
        var laser = treatment("Laser", 0, Set.of());
        tenant.run(clinic.id, () -> treatments.add(clinic.id, laser));

        assertThat(names(Shelf.PUBLIC, ALL)).containsExactly("Laser");
        assertThat(names(Shelf.CURRENT, ALL)).containsExactly("Laser", "Peel");
        assertThat(names(Shelf.ARCHIVED, ALL)).isEmpty();

        var first = tenant.in(clinic.id, () -> treatments.list(clinic.id, Shelf.CURRENT, PageRequest.first(1)));
        assertThat(names(Shelf.CURRENT, new PageRequest(1, first.next()))).containsExactly("Peel");
    }

    @Test
    void whatIsReferredToIsArchivedAndTheRestIsGone() {
        var laser = treatment("Laser", 0, Set.of());
        var room = new Room(new RoomId(UUID.randomUUID()), new Room.Plan("One", "laser", false), 0);
        tenant.run(clinic.id, () -> {
            treatments.add(clinic.id, laser);
            rooms.add(clinic.id, room);
        });
        clinic.appointment(diary.client, TEN, "cancelled");

        assertThat(tenant.in(clinic.id, () -> treatments.remove(clinic.id, diary.peel)))
                .isEqualTo(Removal.ARCHIVED);
        assertThat(tenant.in(clinic.id, () -> practitioners.remove(clinic.id, diary.ada)))
                .isEqualTo(Removal.ARCHIVED);
        assertThat(tenant.in(clinic.id, () -> treatments.remove(clinic.id, laser.id())))
                .isEqualTo(Removal.DELETED);
        assertThat(tenant.in(clinic.id, () -> rooms.remove(clinic.id, room.id())))
                .isEqualTo(Removal.DELETED);
        assertThat(tenant.in(clinic.id, () -> rooms.find(clinic.id, room.id()))).isEmpty();
        assertThat(find(diary.peel).plan().archived()).isTrue();
        // Nor is somebody who has left still said to do it.
        assertThat(find(diary.peel).plan().practitioners()).doesNotContain(diary.ada);
    }

    @Test
    void practitionersAreKnownListedAndReplacedByVersion() {
        var ben = new Practitioner(
                new PractitionerId(UUID.randomUUID()), new Practitioner.Plan("Ben", "Nurse", false), 0);
        tenant.run(clinic.id, () -> practitioners.add(clinic.id, ben));
        var stranger = new PractitionerId(UUID.randomUUID());

        assertThat(tenant.in(clinic.id, () -> practitioners.known(clinic.id, Set.of(ben.id(), stranger))))
                .containsExactly(ben.id());
        assertThat(tenant.in(clinic.id, () -> practitioners.list(clinic.id, Shelf.CURRENT, ALL))
                        .items())
                .extracting(each -> each.plan().name())
                .containsExactly("Ada", "Ben");
        assertThat(tenant.in(clinic.id, () -> practitioners.whoCanDo(clinic.id, diary.peel, ALL))
                        .items())
                .extracting(Practitioner::id)
                .containsExactly(diary.ada);

        var gone = new Practitioner(ben.id(), Shelved.of(ben.plan()), 1);
        assertThat(tenant.in(clinic.id, () -> practitioners.replace(clinic.id, gone)))
                .isTrue();
        assertThat(tenant.in(clinic.id, () -> practitioners.replace(clinic.id, gone)))
                .isFalse();
        assertThat(tenant.in(clinic.id, () -> practitioners.find(clinic.id, ben.id())))
                .contains(gone);
        assertThat(tenant.in(clinic.id, () -> practitioners.remove(clinic.id, ben.id())))
                .isEqualTo(Removal.DELETED);
    }

    private Treatment find(TreatmentId id) {
        return tenant.in(clinic.id, () -> treatments.find(clinic.id, id)).orElseThrow();
    }

    private List<String> names(Shelf shelf, PageRequest page) {
        return tenant.in(clinic.id, () -> treatments.list(clinic.id, shelf, page)).items().stream()
                .map(each -> each.plan().name())
                .toList();
    }

    private Treatment treatment(String name, int version, Set<PractitionerId> able) {
        return new Treatment(
                new TreatmentId(UUID.randomUUID()),
                new Plan(
                        name,
                        "Two lines",
                        null,
                        Duration.ofMinutes(45),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        new Money(12_000, Currency.getInstance("GBP")),
                        true,
                        able,
                        "laser",
                        Duration.ofMinutes(20),
                        28,
                        diary.peel,
                        false),
                version);
    }
}
