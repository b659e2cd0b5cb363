package clinic.portal.core.audit;

import clinic.portal.core.audit.AuditLog.Entry;
import clinic.portal.core.audit.AuditLog.Filter;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading who did what. */
public class AuditTrail {
    private final AuditLog log;
    private final Clinics clinics;

    public AuditTrail(AuditLog log, Clinics clinics) {
        this.log = log;
        this.clinics = clinics;
    }

    /** The latest first. */
    public Found list(Viewer.Staff viewer, Search search, PageRequest page) {
        ClinicId clinic = viewer.may(Right.AUDIT_READ).clinic();
        ZoneId zone = clinics.find(clinic).orElseThrow(NoSuchThing::new).zone();
        var filter = new Filter(
                search.actor(),
                search.about(),
                search.operation(),
                search.refused(),
                start(search.from(), zone),
                search.to() == null ? null : start(search.to().plusDays(1), zone));
        return new Found(log.list(clinic, filter, page), zone);
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /**
     * As {@link Filter}, in the clinic's days.
     *
     * @param from the first day
     * @param to the last day
     */
    public record Search(
            @Nullable UUID actor,
            @Nullable UUID about,
            @Nullable String operation,
            @Nullable Boolean refused,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param zone the clinic's */
    public record Found(Page<Entry> page, ZoneId zone) {}
}
