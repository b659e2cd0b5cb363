package clinic.portal.core.fakes;

import clinic.portal.core.booking.Appointment;
import clinic.portal.core.booking.AppointmentStatus;
import clinic.portal.core.booking.AppointmentView.Named;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.booking.DiaryEntry;
import clinic.portal.core.calendar.Booked;
import clinic.portal.core.calendar.BookedAhead;
import clinic.portal.core.calendar.Visits;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.fakes.InMemoryAppointments.Item;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The appointments, as everybody but their clients looks at them. */
public final class InMemoryDiaryEntries implements DiaryEntries, BookedAhead, Visits {
    private static final Set<AppointmentStatus> NOT_KEPT =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.NO_SHOW);

    private final InMemoryDiary diary;

    InMemoryDiaryEntries(InMemoryDiary diary) {
        this.diary = diary;
    }

    @Override
    public Optional<DiaryEntry> find(ClinicId clinic, AppointmentId appointment) {
        return diary.appointments
                .of(clinic)
                .filter(item -> item.appointment().id().equals(appointment))
                .findFirst()
                .map(this::entry);
    }

    @Override
    public List<DiaryEntry> these(ClinicId clinic, Set<AppointmentId> appointments) {
        return diary.appointments
                .of(clinic)
                .filter(item -> appointments.contains(item.appointment().id()))
                .map(this::entry)
                .toList();
    }

    @Override
    public List<DiaryEntry> of(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to) {
        return diary.appointments
                .of(clinic)
                .map(this::entry)
                .filter(entry -> entry.practitioner().id().equals(practitioner.value())
                        && !entry.startsAt().isBefore(from)
                        && entry.startsAt().isBefore(to))
                .sorted(Comparator.comparing(DiaryEntry::startsAt))
                .toList();
    }

    @Override
    public Page<DiaryEntry> within(ClinicId clinic, Stretch stretch, Filter filter, PageRequest page) {
        var found = diary.appointments
                .of(clinic)
                .filter(item -> is(item.appointment(), filter))
                .map(this::entry)
                .filter(entry -> entry.startsAt().isBefore(stretch.to())
                        && stretch.from().isBefore(entry.endsAt()));
        return Keyset.ascending(found, page, DiaryEntry::cursor);
    }

    private static boolean is(Appointment appointment, Filter filter) {
        return (filter.practitioners().isEmpty()
                        || filter.practitioners().contains(appointment.place().practitioner()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(appointment.status()))
                && (filter.client() == null || filter.client().equals(appointment.client()));
    }

    @Override
    public List<Booked> with(ClinicId clinic, PractitionerId practitioner, Instant now) {
        return ahead(clinic, now, each -> each.practitioner().equals(practitioner));
    }

    @Override
    public List<Booked> with(ClinicId clinic, PractitionerId practitioner, Instant from, Instant to, Instant now) {
        return ahead(
                clinic,
                now,
                each -> each.practitioner().equals(practitioner)
                        && each.startsAt().isBefore(to)
                        && from.isBefore(each.endsAt()));
    }

    @Override
    public List<Booked> on(ClinicId clinic, LocalDate from, LocalDate to, Instant now) {
        return ahead(clinic, now, each -> {
            var day = LocalDate.ofInstant(each.startsAt(), each.zone());
            return !day.isBefore(from) && !day.isAfter(to);
        });
    }

    @Override
    public boolean isTheirs(ClinicId clinic, ClientId client, AppointmentId appointment) {
        return diary.appointments
                .take(clinic, appointment)
                .filter(found -> found.client().equals(client))
                .isPresent();
    }

    /** Nobody else is there to wait for. */
    @Override
    public void alone(ClinicId clinic, ClientId client) {}

    @Override
    public boolean hasHad(ClinicId clinic, ClientId client, TreatmentId treatment) {
        return of(clinic, client, treatment).anyMatch(each -> each.status() == AppointmentStatus.COMPLETED);
    }

    @Override
    public List<Instant> of(ClinicId clinic, ClientId client, TreatmentId treatment, @Nullable AppointmentId but) {
        return of(clinic, client, treatment)
                .filter(each -> !NOT_KEPT.contains(each.status()) && !each.id().equals(but))
                .map(each -> each.place().startsAt())
                .toList();
    }

    private Stream<Appointment> of(ClinicId clinic, ClientId client, TreatmentId treatment) {
        return diary.appointments
                .of(clinic)
                .map(Item::appointment)
                .filter(each -> each.client().equals(client) && each.treatment().equals(treatment));
    }

    private List<Booked> ahead(ClinicId clinic, Instant now, Predicate<Booked> which) {
        return diary.appointments
                .of(clinic)
                .filter(item -> item.isAhead(now))
                .map(this::booked)
                .filter(which)
                .sorted(Comparator.comparing(Booked::startsAt))
                .toList();
    }

    private Booked booked(Item item) {
        var appointment = item.appointment();
        var view = item.view();
        return new Booked(
                appointment.id(),
                appointment.client(),
                diary.nameOf(item.clinic(), appointment.client()),
                appointment.treatment(),
                view.treatment().name(),
                appointment.place().practitioner(),
                view.practitioner().name(),
                view.startsAt(),
                view.endsAt(),
                view.zone());
    }

    private DiaryEntry entry(Item item) {
        var appointment = item.appointment();
        var room = appointment.place().room();
        return new DiaryEntry(
                appointment.id(),
                new Named(appointment.client().value(), diary.nameOf(item.clinic(), appointment.client())),
                item.view().treatment(),
                item.view().practitioner(),
                room == null ? null : new Named(room.value(), diary.nameOf(item.clinic(), room)),
                appointment.place().startsAt(),
                appointment.place().endsAt(),
                appointment.zone(),
                appointment.status(),
                appointment.terms().price(),
                appointment.notes(),
                appointment.cancellation(),
                appointment.place().overbooked(),
                appointment.version());
    }
}
