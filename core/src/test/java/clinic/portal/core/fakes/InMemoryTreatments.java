package clinic.portal.core.fakes;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.catalogue.Treatments;
import clinic.portal.core.fixtures.Shelved;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;
import java.util.function.BiPredicate;

public final class InMemoryTreatments implements Treatments {
    private final Shelves<TreatmentId, Treatment> treatments = new Shelves<>(Treatment::id, Treatment::version);

    public InMemoryTreatments() {
        keepWhat((clinic, treatment) -> treatments
                .all(clinic)
                .anyMatch(each -> treatment.equals(each.plan().onlyAfter())));
    }

    /** Adds the treatment, or puts it in place of the one with its id. */
    public void put(ClinicId clinic, Treatment treatment) {
        treatments.put(clinic, treatment);
    }

    /** Says what cannot be deleted. */
    void keepWhat(BiPredicate<ClinicId, TreatmentId> isReferredTo) {
        treatments.keepWhat(isReferredTo);
    }

    boolean nameAny(ClinicId clinic, PractitionerId practitioner) {
        return treatments
                .all(clinic)
                .anyMatch(each -> each.plan().practitioners().contains(practitioner));
    }

    @Override
    public Page<Treatment> list(ClinicId clinic, Shelf shelf, PageRequest page) {
        return Keyset.byName(treatments.all(clinic).filter(each -> isOn(shelf, each)), page, Treatment::cursor);
    }

    @Override
    public Optional<Treatment> find(ClinicId clinic, TreatmentId treatment) {
        return treatments.find(clinic, treatment);
    }

    @Override
    public void add(ClinicId clinic, Treatment treatment) {
        treatments.put(clinic, treatment);
    }

    @Override
    public boolean replace(ClinicId clinic, Treatment treatment) {
        return treatments.replace(clinic, treatment);
    }

    @Override
    public Removal remove(ClinicId clinic, TreatmentId treatment) {
        if (treatments.delete(clinic, treatment)) {
            return Removal.DELETED;
        }
        find(clinic, treatment)
                .filter(found -> !found.plan().archived())
                .ifPresent(found -> treatments.put(
                        clinic, new Treatment(found.id(), Shelved.of(found.plan()), found.version() + 1)));
        return Removal.ARCHIVED;
    }

    private static boolean isOn(Shelf shelf, Treatment treatment) {
        return switch (shelf) {
            case PUBLIC -> treatment.bookableOnline();
            case CURRENT -> !treatment.plan().archived();
            case ARCHIVED -> treatment.plan().archived();
        };
    }
}
