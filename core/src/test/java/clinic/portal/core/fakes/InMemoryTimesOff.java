package clinic.portal.core.fakes;

import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.calendar.TimesOff;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class InMemoryTimesOff implements TimesOff {
    private record Item(ClinicId clinic, TimeOff timeOff) {}

    private final List<Item> items = new CopyOnWriteArrayList<>();
    private final OccupiedTime occupied;

    InMemoryTimesOff(OccupiedTime occupied) {
        this.occupied = occupied;
    }

    @Override
    public Page<TimeOff> list(ClinicId clinic, PractitionerId practitioner, Instant now, PageRequest page) {
        var rest = items.stream()
                .filter(item -> item.clinic.equals(clinic))
                .map(Item::timeOff)
                .filter(each -> each.practitioner().equals(practitioner) && now.isBefore(each.endsAt()));
        return Keyset.ascending(
                rest, page, each -> new Cursor(each.startsAt(), each.id().value()));
    }

    @Override
    public void add(ClinicId clinic, TimeOff timeOff) {
        items.add(new Item(clinic, timeOff));
        occupied.takeWhatIsFree(
                clinic, timeOff.practitioner().value(), timeOff.startsAt(), timeOff.endsAt(), timeOff.id());
    }

    @Override
    public boolean remove(ClinicId clinic, PractitionerId practitioner, TimeOff.Id id) {
        boolean found = items.removeIf(item -> item.clinic.equals(clinic)
                && item.timeOff.practitioner().equals(practitioner)
                && item.timeOff.id().equals(id));
        if (found) {
            occupied.release(clinic, id);
        }
        return found;
    }
}
