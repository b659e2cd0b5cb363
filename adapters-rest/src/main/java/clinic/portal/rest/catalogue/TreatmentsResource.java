package clinic.portal.rest.catalogue;

import clinic.portal.core.catalogue.TreatmentCatalogue;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.rest.api.TreatmentsApi;
import clinic.portal.rest.api.model.Removal;
import clinic.portal.rest.api.model.Treatment;
import clinic.portal.rest.api.model.TreatmentInput;
import clinic.portal.rest.api.model.TreatmentPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the clinic offers, for its staff. */
@RunOnVirtualThread
public class TreatmentsResource implements TreatmentsApi {
    private final TreatmentCatalogue treatments;
    private final Caller caller;
    private final Versions versions;

    TreatmentsResource(TreatmentCatalogue treatments, Caller caller, Versions versions) {
        this.treatments = treatments;
        this.caller = caller;
        this.versions = versions;
    }

    @Override
    public TreatmentPage listAdminTreatments(
            @Nullable Boolean archived, @Nullable Integer limit, @Nullable String cursor) {
        var page = treatments.list(caller.staff(), Shelves.shelf(archived), Cursors.byName(limit, cursor));
        return new TreatmentPage(
                page.items().stream().map(TreatmentPlans::toDto).toList(), Cursors.writeName(page.next()));
    }

    @Override
    public Treatment createTreatment(TreatmentInput body) {
        return tagged(treatments.create(caller.staff(), TreatmentPlans.read(body)));
    }

    @Override
    public Treatment getTreatment(UUID id) {
        return tagged(treatments.show(caller.staff(), new TreatmentId(id)));
    }

    @Override
    public Treatment replaceTreatment(UUID id, TreatmentInput body, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return tagged(treatments.replace(caller.staff(), new TreatmentId(id), version, TreatmentPlans.read(body)));
    }

    @Override
    public Removal removeTreatment(UUID id) {
        return new Removal(Shelves.toDto(treatments.remove(caller.staff(), new TreatmentId(id))));
    }

    private Treatment tagged(clinic.portal.core.catalogue.Treatment treatment) {
        versions.tag(treatment.version());
        return TreatmentPlans.toDto(treatment);
    }
}
