package clinic.portal.rest.login;

import clinic.portal.core.clinic.ClinicDirectory;
import clinic.portal.core.clinic.PortalSettings;
import clinic.portal.core.clinic.Slug;
import clinic.portal.core.login.Audience;
import clinic.portal.core.login.Claim;
import clinic.portal.core.login.LinkInvalid;
import clinic.portal.core.login.StaffDoor;
import clinic.portal.core.login.Subject;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.rest.api.StaffLoginApi;
import clinic.portal.rest.api.model.CreateStaffSession;
import clinic.portal.rest.api.model.RefreshSession;
import clinic.portal.rest.api.model.StaffLoginLinkRequest;
import clinic.portal.rest.api.model.StaffMember;
import clinic.portal.rest.api.model.StaffSession;
import clinic.portal.rest.login.Doorman.Entry;
import clinic.portal.rest.staff.StaffResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The staff's door. */
@RunOnVirtualThread
public class StaffLoginResource implements StaffLoginApi {
    private final ClinicDirectory clinics;
    private final StaffDoor door;
    private final Doorman doorman;
    private final Caller caller;

    StaffLoginResource(ClinicDirectory clinics, StaffDoor door, Doorman doorman, Caller caller) {
        this.door = door;
        this.clinics = clinics;
        this.doorman = doorman;
        this.caller = caller;
    }

    @Override
    public void requestStaffLoginLink(StaffLoginLinkRequest body) {
        String email = body.email();
        if (body.clinic() == null && email != null) {
            door.askAnywhere(email);
            return;
        }
        // The same answer for a clinic that is none, as the contract says.
        door.askAt(() -> Optional.ofNullable(body.clinic()).flatMap(this::clinic), new Claim(email, body.phone()));
    }

    @Override
    public StaffSession createStaffSession(CreateStaffSession body) {
        var proof = Doorman.proof(body.token(), body.code(), body.email(), body.phone());
        var clinic = clinic(body.clinic()).orElseThrow(LinkInvalid::new);
        return toDto(doorman.open(clinic, Audience.STAFF, proof, body.secondFactor(), body.transport()));
    }

    @Override
    public StaffSession refreshStaffSession(@Nullable RefreshSession body) {
        return toDto(doorman.renew(Audience.STAFF, body, clinic -> true));
    }

    @Override
    public void endStaffSession() {
        doorman.leave(Audience.STAFF, caller.member());
    }

    /** By its old slug, too: a page that was opened before, or a link that was mailed, may still name that. */
    private Optional<ClinicId> clinic(String slug) {
        return Slug.read(slug)
                .flatMap(read -> clinics.find(read).or(() -> clinics.formerly(read, PortalSettings.REDIRECTED)));
    }

    private static StaffSession toDto(Entry entry) {
        var session = entry.session();
        if (!(session.subject() instanceof Subject.OfStaff member)) {
            throw new IllegalStateException("A session of a client at the staff's door");
        }
        return new StaffSession(
                entry.accessToken(),
                entry.refreshToken(),
                entry.expiresAt(),
                new StaffMember(member.id().value(), session.name(), StaffResource.toDto(member.role())),
                session.enrolling());
    }
}
