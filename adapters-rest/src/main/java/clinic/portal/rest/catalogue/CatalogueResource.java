package clinic.portal.rest.catalogue;

import clinic.portal.core.catalogue.Practitioner;
import clinic.portal.core.catalogue.PractitionerId;
import clinic.portal.core.catalogue.PublicCatalogue;
import clinic.portal.core.catalogue.Treatment;
import clinic.portal.core.catalogue.TreatmentId;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.rest.api.CatalogueApi;
import clinic.portal.rest.api.model.PublicPractitioner;
import clinic.portal.rest.api.model.PublicPractitionerPage;
import clinic.portal.rest.api.model.PublicTreatment;
import clinic.portal.rest.api.model.PublicTreatmentPage;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Cursors;
import clinic.portal.rest.shared.Monies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinic offers, for anybody. */
@RunOnVirtualThread
public class CatalogueResource implements CatalogueApi {
    private final ClinicDirectory clinics;
    private final PublicCatalogue catalogue;
    private final Caller caller;

    CatalogueResource(ClinicDirectory clinics, PublicCatalogue catalogue, Caller caller) {
        this.clinics = clinics;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @Override
    public PublicTreatmentPage listTreatments(String slug, @Nullable Integer limit, @Nullable String cursor) {
        var clinic = clinics.require(slug);
        var wanted = Cursors.byName(limit, cursor);
        var page = caller.previewOf(clinic)
                .map(viewer -> catalogue.treatments(viewer, wanted))
                .orElseGet(() -> catalogue.treatments(clinic, wanted));
        return new PublicTreatmentPage(
                page.items().stream().map(CatalogueResource::toDto).toList(), Cursors.writeName(page.next()));
    }

    @Override
    public PublicPractitionerPage listPractitioners(
            String slug, @Nullable UUID treatmentId, @Nullable Integer limit, @Nullable String cursor) {
        var clinic = clinics.require(slug);
        var treatment = treatmentId == null ? null : new TreatmentId(treatmentId);
        var wanted = Cursors.byName(limit, cursor);
        var page = caller.previewOf(clinic)
                .map(viewer -> catalogue.practitioners(viewer, treatment, wanted))
                .orElseGet(() -> catalogue.practitioners(clinic, treatment, wanted));
        return new PublicPractitionerPage(
                page.items().stream().map(CatalogueResource::toDto).toList(), Cursors.writeName(page.next()));
    }

    private static PublicTreatment toDto(Treatment treatment) {
        var plan = treatment.plan();
        return new PublicTreatment(
                treatment.id().value(),
                plan.name(),
                plan.description(),
                plan.category(),
                (int) plan.duration().toMinutes(),
                Monies.toDto(plan.price()),
                treatment.loginRequired(),
                plan.practitioners().stream()
                        .map(PractitionerId::value)
                        .sorted()
                        .toList());
    }

    private static PublicPractitioner toDto(Practitioner practitioner) {
        return new PublicPractitioner(
                practitioner.id().value(),
                practitioner.plan().name(),
                practitioner.plan().title());
    }
}
