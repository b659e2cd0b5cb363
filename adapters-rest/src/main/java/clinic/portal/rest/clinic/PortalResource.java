package clinic.portal.rest.clinic;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.PortalFront;
import clinic.portal.rest.api.PortalApi;
import clinic.portal.rest.api.model.Contact;
import clinic.portal.rest.login.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** A portal's front, for anybody. */
@RunOnVirtualThread
public class PortalResource implements PortalApi {
    private final ClinicDirectory clinics;
    private final PortalFront front;
    private final Caller caller;

    PortalResource(ClinicDirectory clinics, PortalFront front, Caller caller) {
        this.clinics = clinics;
        this.front = front;
        this.caller = caller;
    }

    @Override
    public clinic.portal.rest.api.model.Clinic getPortal(String slug) {
        var clinic = clinics.require(slug);
        return toDto(caller.previewOf(clinic).map(front::show).orElseGet(() -> front.show(clinic)));
    }

    public static clinic.portal.rest.api.model.Clinic toDto(Clinic clinic) {
        return new clinic.portal.rest.api.model.Clinic(
                clinic.name(),
                clinic.slug().value(),
                clinic.colour().hex(),
                clinic.colour().ink(),
                clinic.logo(),
                new Contact(
                        clinic.contact().phone(),
                        clinic.contact().email(),
                        clinic.contact().address()),
                clinic.zone().getId(),
                clinic.locale().toLanguageTag(),
                clinic.country(),
                clinic.currency().getCurrencyCode(),
                clinic.bookingOn());
    }
}
