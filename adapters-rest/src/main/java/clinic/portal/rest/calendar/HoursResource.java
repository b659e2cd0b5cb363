package clinic.portal.rest.calendar;

import clinic.portal.core.calendar.Absences;
import clinic.portal.core.calendar.Closure;
import clinic.portal.core.calendar.Holidays;
import clinic.portal.core.calendar.Hours;
import clinic.portal.core.calendar.TimeOff;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.rest.api.HoursApi;
import clinic.portal.rest.api.model.AddedClosure;
import clinic.portal.rest.api.model.AddedTimeOff;
import clinic.portal.rest.api.model.ClosureInput;
import clinic.portal.rest.api.model.ClosurePage;
import clinic.portal.rest.api.model.ReplacedWorkingHours;
import clinic.portal.rest.api.model.TimeOffInput;
import clinic.portal.rest.api.model.TimeOffPage;
import clinic.portal.rest.api.model.WorkingHours;
import clinic.portal.rest.api.model.WorkingHoursInput;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Versions;
import clinic.portal.rest.shared.Zoned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When practitioners work, and when the clinic is closed. */
@RunOnVirtualThread
public class HoursResource implements HoursApi {
    private final Hours hours;
    private final Absences absences;
    private final Holidays holidays;
    private final Caller caller;
    private final Versions versions;

    HoursResource(Hours hours, Absences absences, Holidays holidays, Caller caller, Versions versions) {
        this.hours = hours;
        this.absences = absences;
        this.holidays = holidays;
        this.caller = caller;
        this.versions = versions;
    }

    @Override
    public WorkingHours getWorkingHours(UUID id) {
        var found = hours.show(caller.staff(), new PractitionerId(id));
        versions.tag(found.version());
        return new WorkingHours(
                WeekPages.weekly(found.hours()),
                WeekPages.overrides(found.hours()),
                found.zone().getId(),
                found.version());
    }

    @Override
    public ReplacedWorkingHours replaceWorkingHours(UUID id, WorkingHoursInput body, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        var changed = hours.replace(caller.staff(), new PractitionerId(id), version, WeekRules.read(body));
        var now = changed.hours();
        versions.tag(now.version());
        return new ReplacedWorkingHours(
                WeekPages.weekly(now.hours()),
                WeekPages.overrides(now.hours()),
                now.zone().getId(),
                now.version(),
                Outside.toDto(changed.outside()));
    }

    @Override
    public TimeOffPage listTimeOff(UUID id, @Nullable Integer limit, @Nullable String cursor) {
        var page = absences.list(caller.staff(), new PractitionerId(id), Cursors.page(limit, cursor));
        return new TimeOffPage(page.items().stream().map(HoursResource::toDto).toList(), Cursors.write(page.next()));
    }

    @Override
    public AddedTimeOff addTimeOff(UUID id, TimeOffInput body) {
        var added = absences.add(
                caller.staff(),
                new PractitionerId(id),
                Zoned.second(body.startsAt()),
                Zoned.second(body.endsAt()),
                body.reason());
        var off = toDto(added.timeOff());
        return new AddedTimeOff(
                off.id(), off.startsAt(), off.endsAt(), off.timeZone(), off.reason(), Outside.toDto(added.outside()));
    }

    @Override
    public void removeTimeOff(UUID id, UUID timeOffId) {
        absences.remove(caller.staff(), new PractitionerId(id), new TimeOff.Id(timeOffId));
    }

    @Override
    public ClosurePage listClosures(@Nullable Integer limit, @Nullable String cursor) {
        var page = holidays.list(caller.staff(), Cursors.page(limit, cursor));
        return new ClosurePage(page.items().stream().map(HoursResource::toDto).toList(), Cursors.write(page.next()));
    }

    @Override
    public AddedClosure addClosure(ClosureInput body) {
        var added = holidays.close(caller.staff(), body.from(), body.to(), body.reason());
        var closure = added.closure();
        return new AddedClosure(
                closure.id().value(), closure.from(), closure.to(), closure.reason(), Outside.toDto(added.outside()));
    }

    @Override
    public void removeClosure(UUID id) {
        holidays.open(caller.staff(), new Closure.Id(id));
    }

    private static clinic.portal.rest.api.model.TimeOff toDto(TimeOff off) {
        return new clinic.portal.rest.api.model.TimeOff(
                off.id().value(),
                Zoned.toDto(off.startsAt(), off.zone()),
                Zoned.toDto(off.endsAt(), off.zone()),
                off.zone().getId(),
                off.reason());
    }

    private static clinic.portal.rest.api.model.Closure toDto(Closure closure) {
        return new clinic.portal.rest.api.model.Closure(
                closure.id().value(), closure.from(), closure.to(), closure.reason());
    }
}
