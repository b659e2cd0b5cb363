package clinic.portal.rest.clinic;

import clinic.portal.core.clinic.BrandColour;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.staff.Onboarding;
import clinic.portal.core.staff.Onboarding.Application;
import clinic.portal.rest.api.PlatformApi;
import clinic.portal.rest.api.model.OpenClinic;
import clinic.portal.rest.api.model.OpenedClinic;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** For whoever runs this installation; the gate has seen their key. */
@RunOnVirtualThread
public class PlatformResource implements PlatformApi {
    private static final String USUAL_COLOUR = "#4a5568";

    private final Onboarding onboarding;
    private final Ids ids;

    PlatformResource(Onboarding onboarding, Ids ids) {
        this.onboarding = onboarding;
        this.ids = ids;
    }

    @Override
    public OpenedClinic createClinic(OpenClinic body) {
        var opened = onboarding.open(new ClinicId(ids.next()), read(body));
        return new OpenedClinic(
                opened.clinic().id().value(),
                opened.clinic().slug().value(),
                opened.clinic().name(),
                opened.owner().id().value());
    }

    private static Application read(OpenClinic body) {
        var clinic = body.clinic();
        String colour = clinic.brandColour();
        return new Application(
                clinic.slug(),
                clinic.name(),
                clinic.timeZone(),
                clinic.locale(),
                clinic.currency(),
                clinic.country(),
                new Clinic.Contact(
                        clinic.contact().phone(),
                        clinic.contact().email(),
                        clinic.contact().address()),
                new BrandColour(colour == null ? USUAL_COLOUR : colour),
                body.owner().name(),
                body.owner().email());
    }
}
