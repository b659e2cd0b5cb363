package clinic.portal.rest.clinic;

import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.PortalFront;
import clinic.portal.rest.api.PortalApi;
import clinic.portal.rest.api.model.Contact;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** A portal's front, for anybody. */
@RunOnVirtualThread
public class PortalResource implements PortalApi {
    private final ClinicDirectory clinics;
    private final PortalFront front;

    PortalResource(ClinicDirectory clinics, PortalFront front) {
        this.clinics = clinics;
        this.front = front;
    }

    @Override
    public clinic.portal.rest.api.model.Clinic getPortal(String slug) {
        return toDto(front.show(clinics.require(slug)));
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
