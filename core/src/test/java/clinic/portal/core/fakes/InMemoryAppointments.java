package clinic.portal.core.fakes;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.Appointment.Place;
import clinic.portal.core.booking.Appointment.Terms;
import clinic.portal.core.booking.AppointmentList;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.Appointments;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

public final class InMemoryAppointments implements AppointmentList, Appointments {
    private static final Set<AppointmentStatus> STILL_TO_COME =
            EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED);

    /** @param view with the names that were current when it was written */
    record Item(ClinicId clinic, Appointment appointment, AppointmentView view) {
        boolean isAhead(Instant now) {
            return STILL_TO_COME.contains(appointment.status())
                    && now.isBefore(appointment.place().endsAt());
        }
    }

    private final List<Item> items = new CopyOnWriteArrayList<>();
    private final InMemoryDiary diary;
    private final OccupiedTime occupied;

    InMemoryAppointments(InMemoryDiary diary, OccupiedTime occupied) {
        this.diary = diary;
        this.occupied = occupied;
    }

    /**
     * Adds the appointment, or puts it in place of the one with its id. Its time is taken, whoever had it: what tests say
     * has happened has happened.
     */
    public void put(ClinicId clinic, ClientId client, AppointmentView view) {
        put(
                clinic,
                new Appointment(
                        view.id(),
                        client,
                        new TreatmentId(view.treatment().id()),
                        new Place(
                                new PractitionerId(view.practitioner().id()),
                                null,
                                view.startsAt(),
                                view.endsAt(),
                                Duration.ZERO,
                                Duration.ZERO),
                        new Terms(view.price(), view.notice()),
                        view.zone(),
                        view.status(),
                        view.notes(),
                        null,
                        view.version()),
                view);
    }

    @Override
    public void add(ClinicId clinic, Appointment appointment) {
        occupy(clinic, appointment);
        items.add(new Item(clinic, appointment, view(clinic, appointment)));
    }

    @Override
    public Optional<Appointment> take(ClinicId clinic, AppointmentId appointment) {
        return of(clinic)
                .map(Item::appointment)
                .filter(known -> known.id().equals(appointment))
                .findFirst();
    }

    @Override
    public void save(ClinicId clinic, Appointment appointment) {
        var before = take(clinic, appointment.id()).orElseThrow();
        if (!takesTime(appointment) || !before.place().equals(appointment.place())) {
            occupy(clinic, appointment);
        }
        items.removeIf(known -> isThe(known, clinic, appointment.id()));
        items.add(new Item(clinic, appointment, view(clinic, appointment)));
    }

    @Override
    public Page<AppointmentView> upcoming(Viewer.Client viewer, Instant now, PageRequest page) {
        return Keyset.ascending(upcoming(viewer, now), page, AppointmentView::cursor);
    }

    @Override
    public Page<AppointmentView> past(Viewer.Client viewer, Instant now, PageRequest page) {
        var rest = of(viewer).filter(item -> !item.isAhead(now)).map(Item::view);
        return Keyset.descending(rest, page, AppointmentView::cursor);
    }

    @Override
    public Optional<AppointmentView> find(Viewer.Client viewer, AppointmentId appointment) {
        return of(viewer)
                .map(Item::view)
                .filter(known -> known.id().equals(appointment))
                .findFirst();
    }

    Stream<AppointmentView> upcoming(Viewer.Client viewer, Instant now) {
        return of(viewer).filter(item -> item.isAhead(now)).map(Item::view);
    }

    Stream<Item> of(ClinicId clinic) {
        return items.stream().filter(item -> item.clinic.equals(clinic));
    }

    private Stream<Item> of(Viewer.Client viewer) {
        return of(viewer.clinic()).filter(item -> item.appointment.client().equals(viewer.client()));
    }

    private void occupy(ClinicId clinic, Appointment appointment) {
        var place = appointment.place();
        if (!takesTime(appointment)) {
            occupied.release(clinic, appointment.id());
        } else if (place.overbooked() == null) {
            occupied.take(clinic, place, appointment.id(), null);
        } else {
            occupied.overbook(clinic, place, appointment.id());
        }
    }

    private void put(ClinicId clinic, Appointment appointment, AppointmentView view) {
        items.removeIf(known -> isThe(known, clinic, appointment.id()));
        items.add(new Item(clinic, appointment, view));
        occupied.release(clinic, appointment.id());
        if (takesTime(appointment)) {
            occupied.note(clinic, appointment.place(), appointment.id(), null);
        }
    }

    private AppointmentView view(ClinicId clinic, Appointment appointment) {
        var place = appointment.place();
        return new AppointmentView(
                appointment.id(),
                new Named(appointment.treatment().value(), diary.nameOf(clinic, appointment.treatment())),
                new Named(place.practitioner().value(), diary.nameOf(clinic, place.practitioner())),
                place.startsAt(),
                place.endsAt(),
                appointment.zone(),
                appointment.status(),
                appointment.terms().price(),
                appointment.terms().notice(),
                appointment.version(),
                appointment.notes());
    }

    private static boolean takesTime(Appointment appointment) {
        return appointment.status() != AppointmentStatus.CANCELLED;
    }

    private static boolean isThe(Item item, ClinicId clinic, AppointmentId id) {
        return item.clinic.equals(clinic) && item.appointment.id().equals(id);
    }
}
