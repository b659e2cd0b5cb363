package clinic.portal.rest.catalogue;

import clinic.portal.core.calendar.Departures;
import clinic.portal.core.catalogue.Practitioner.Plan;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.PractitionerRoster;
import clinic.portal.rest.api.PractitionersApi;
import clinic.portal.rest.api.model.Practitioner;
import clinic.portal.rest.api.model.PractitionerInput;
import clinic.portal.rest.api.model.PractitionerPage;
import clinic.portal.rest.api.model.PractitionerRemoval;
import clinic.portal.rest.calendar.Outside;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who treats clients, for the staff. */
@RunOnVirtualThread
public class PractitionersResource implements PractitionersApi {
    private final PractitionerRoster practitioners;
    private final Departures departures;
    private final Caller caller;
    private final Versions versions;

    PractitionersResource(PractitionerRoster practitioners, Departures departures, Caller caller, Versions versions) {
        this.practitioners = practitioners;
        this.departures = departures;
        this.caller = caller;
        this.versions = versions;
    }

    @Override
    public PractitionerPage listAdminPractitioners(
            @Nullable Boolean archived, @Nullable Integer limit, @Nullable String cursor) {
        var page = practitioners.list(caller.staff(), Shelves.shelf(archived), Cursors.byName(limit, cursor));
        return new PractitionerPage(
                page.items().stream().map(PractitionersResource::toDto).toList(), Cursors.writeName(page.next()));
    }

    @Override
    public Practitioner createPractitioner(PractitionerInput body) {
        return tagged(practitioners.create(caller.staff(), read(body)));
    }

    @Override
    public Practitioner getPractitioner(UUID id) {
        return tagged(practitioners.show(caller.staff(), new PractitionerId(id)));
    }

    @Override
    public Practitioner replacePractitioner(UUID id, PractitionerInput body, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return tagged(practitioners.replace(caller.staff(), new PractitionerId(id), version, read(body)));
    }

    @Override
    public PractitionerRemoval removePractitioner(UUID id) {
        var departed = departures.remove(caller.staff(), new PractitionerId(id));
        return new PractitionerRemoval(Shelves.toDto(departed.removal()), Outside.toDto(departed.outside()));
    }

    private Practitioner tagged(clinic.portal.core.catalogue.Practitioner practitioner) {
        versions.tag(practitioner.version());
        return toDto(practitioner);
    }

    private static Plan read(PractitionerInput input) {
        return new Plan(input.name(), input.title(), Boolean.TRUE.equals(input.archived()));
    }

    private static Practitioner toDto(clinic.portal.core.catalogue.Practitioner practitioner) {
        var plan = practitioner.plan();
        return new Practitioner(
                practitioner.id().value(), plan.name(), plan.title(), plan.archived(), practitioner.version());
    }
}
