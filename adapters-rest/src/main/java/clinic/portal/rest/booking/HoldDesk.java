package clinic.portal.rest.booking;

import clinic.portal.core.booking.Holding;
import clinic.portal.core.calendar.HoldId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.rest.api.model.CreateHold;
import clinic.portal.rest.api.model.Hold;
import clinic.portal.rest.shared.Once;
import clinic.portal.rest.shared.Zoned;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Times kept for whoever is filling in the form. */
@Singleton
class HoldDesk {
    private final Holding holding;
    private final Once once;

    HoldDesk(Holding holding, Once once) {
        this.holding = holding;
        this.once = once;
    }

    Hold hold(ClinicId clinic, CreateHold body, @Nullable String key) {
        return once.answer(
                clinic, Once.ANYONE, key, body, Hold.class, () -> toDto(holding.hold(clinic, Wishes.read(body))));
    }

    void release(ClinicId clinic, HoldId id) {
        holding.release(clinic, id);
    }

    private static Hold toDto(Holding.Hold hold) {
        return new Hold(
                hold.id().value(),
                Zoned.toDto(hold.expiresAt(), hold.zone()),
                AppointmentsResource.toDto(hold.practitioner()),
                Zoned.toDto(hold.startsAt(), hold.zone()));
    }
}
