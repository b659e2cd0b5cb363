package clinic.portal.core.calendar;

import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Instant;

public interface TimesOff {
    /** Those not over at {@code now}; the soonest first. */
    Page<TimeOff> list(ClinicId clinic, PractitionerId practitioner, Instant now, PageRequest page);

    /** Takes what is still free of it, so that nobody else can; holds within are void. Appointments stay. */
    void add(ClinicId clinic, TimeOff timeOff);

    /** Gives its time back; false where there is none such of this practitioner. */
    boolean remove(ClinicId clinic, PractitionerId practitioner, TimeOff.Id id);
}
