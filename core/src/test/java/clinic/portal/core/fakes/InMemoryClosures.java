package clinic.portal.core.fakes;

import clinic.portal.core.calendar.Closure;
import clinic.portal.core.calendar.Closures;
import clinic.portal.core.calendar.Schedule;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Cursor;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

public final class InMemoryClosures implements Closures {
    private record Item(ClinicId clinic, Closure closure) {}

    private final List<Item> items = new CopyOnWriteArrayList<>();
    private final Clinics clinics;

    InMemoryClosures(Clinics clinics) {
        this.clinics = clinics;
    }

    List<Schedule.Days> within(ClinicId clinic, LocalDate from, LocalDate to) {
        return of(clinic)
                .filter(each -> !each.from().isAfter(to) && !each.to().isBefore(from))
                .map(each -> new Schedule.Days(each.from(), each.to()))
                .toList();
    }

    @Override
    public Page<Closure> list(ClinicId clinic, Instant now, PageRequest page) {
        var zone = clinics.find(clinic).map(Clinic::zone).orElseThrow();
        var today = LocalDate.ofInstant(now, zone);
        return Keyset.ascending(
                of(clinic).filter(each -> !each.to().isBefore(today)),
                page,
                each -> new Cursor(
                        each.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        each.id().value()));
    }

    @Override
    public void add(ClinicId clinic, Closure closure) {
        items.add(new Item(clinic, closure));
    }

    @Override
    public boolean remove(ClinicId clinic, Closure.Id id) {
        return items.removeIf(
                item -> item.clinic.equals(clinic) && item.closure.id().equals(id));
    }

    private Stream<Closure> of(ClinicId clinic) {
        return items.stream().filter(item -> item.clinic.equals(clinic)).map(Item::closure);
    }
}
