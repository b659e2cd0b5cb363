package clinic.portal.core.fakes;

import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.catalogue.Removal;
import clinic.portal.core.catalogue.Shelf;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.fixtures.Shelved;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

public final class InMemoryPractitioners implements Practitioners {
    private final Shelves<PractitionerId, Practitioner> practitioners =
            new Shelves<>(Practitioner::id, Practitioner::version);
    private final InMemoryTreatments treatments;

    public InMemoryPractitioners(InMemoryTreatments treatments) {
        this.treatments = treatments;
        keepWhat(treatments::nameAny);
    }

    /** Adds the practitioner, or puts them in place of the one with their id. */
    public void put(ClinicId clinic, Practitioner practitioner) {
        practitioners.put(clinic, practitioner);
    }

    /** Says who cannot be deleted. */
    void keepWhat(BiPredicate<ClinicId, PractitionerId> isReferredTo) {
        practitioners.keepWhat(isReferredTo);
    }

    @Override
    public Page<Practitioner> list(ClinicId clinic, Shelf shelf, PageRequest page) {
        boolean archived = shelf == Shelf.ARCHIVED;
        return Keyset.byName(
                practitioners.all(clinic).filter(each -> each.plan().archived() == archived),
                page,
                Practitioner::cursor);
    }

    @Override
    public Page<Practitioner> whoCanDo(ClinicId clinic, TreatmentId treatment, PageRequest page) {
        Set<PractitionerId> able = treatments
                .find(clinic, treatment)
                .filter(Treatment::bookableOnline)
                .map(found -> found.plan().practitioners())
                .orElse(Set.of());
        return Keyset.byName(
                practitioners.all(clinic).filter(each -> !each.plan().archived() && able.contains(each.id())),
                page,
                Practitioner::cursor);
    }

    @Override
    public Optional<Practitioner> find(ClinicId clinic, PractitionerId practitioner) {
        return practitioners.find(clinic, practitioner);
    }

    @Override
    public Set<PractitionerId> known(ClinicId clinic, Set<PractitionerId> wanted) {
        return practitioners
                .all(clinic)
                .map(Practitioner::id)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(ClinicId clinic, Practitioner practitioner) {
        practitioners.put(clinic, practitioner);
    }

    @Override
    public boolean replace(ClinicId clinic, Practitioner practitioner) {
        return practitioners.replace(clinic, practitioner);
    }

    @Override
    public Removal remove(ClinicId clinic, PractitionerId practitioner) {
        if (practitioners.delete(clinic, practitioner)) {
            return Removal.DELETED;
        }
        find(clinic, practitioner)
                .filter(found -> !found.plan().archived())
                .ifPresent(found -> practitioners.put(
                        clinic, new Practitioner(found.id(), Shelved.of(found.plan()), found.version() + 1)));
        return Removal.ARCHIVED;
    }
}
