package clinic.portal.rest.calendar;

import clinic.portal.core.calendar.Booked;
import clinic.portal.rest.api.model.Named;
import clinic.portal.rest.api.model.OutsideAppointment;
import clinic.portal.rest.shared.Zoned;
import java.util.List;

/** Appointments that a change of the hours left outside of them. */
public final class Outside {
    private Outside() {}

    public static List<OutsideAppointment> toDto(List<Booked> outside) {
        return outside.stream().map(Outside::toDto).toList();
    }

    private static OutsideAppointment toDto(Booked booked) {
        return new OutsideAppointment(
                booked.id().value(),
                new Named(booked.client().value(), booked.clientName()),
                new Named(booked.treatment().value(), booked.treatmentName()),
                new Named(booked.practitioner().value(), booked.practitionerName()),
                Zoned.toDto(booked.startsAt(), booked.zone()),
                Zoned.toDto(booked.endsAt(), booked.zone()));
    }
}
