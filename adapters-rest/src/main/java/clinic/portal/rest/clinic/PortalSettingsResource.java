package clinic.portal.rest.clinic;

import clinic.portal.core.clinic.Channels;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Portal;
import clinic.portal.core.clinic.PortalDraft;
import clinic.portal.rest.api.PortalSettingsApi;
import clinic.portal.rest.api.model.BookingPolicy;
import clinic.portal.rest.api.model.BookingPolicyInput;
import clinic.portal.rest.api.model.Contact;
import clinic.portal.rest.api.model.PortalSettings;
import clinic.portal.rest.api.model.PortalSettingsInput;
import clinic.portal.rest.login.Caller;
import clinic.portal.rest.shared.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The clinic's portal, its face and its rules, for the staff. */
@RunOnVirtualThread
public class PortalSettingsResource implements PortalSettingsApi {
    private final clinic.portal.core.clinic.PortalSettings settings;
    private final Caller caller;
    private final Versions versions;

    PortalSettingsResource(clinic.portal.core.clinic.PortalSettings settings, Caller caller, Versions versions) {
        this.settings = settings;
        this.caller = caller;
        this.versions = versions;
    }

    @Override
    public PortalSettings getPortalSettings() {
        return tagged(settings.show(caller.staff()));
    }

    @Override
    public PortalSettings replacePortalSettings(PortalSettingsInput body, @Nullable String ifMatch) {
        var viewer = caller.staff();
        int version = Versions.expected(ifMatch);
        return tagged(settings.replace(viewer, version, read(body)));
    }

    private PortalSettings tagged(Portal portal) {
        versions.tag(portal.version());
        return toDto(portal);
    }

    private static PortalDraft read(PortalSettingsInput input) {
        var contact = input.contact();
        return new PortalDraft(
                input.portalEnabled(),
                input.bookingEnabled(),
                input.slug(),
                input.name(),
                input.brandColour(),
                input.logoUrl(),
                new Clinic.Contact(contact.phone(), contact.email(), contact.address()),
                input.timeZone(),
                input.locale(),
                input.currency(),
                input.country(),
                input.smsRegions(),
                read(input.bookingPolicy()),
                new Channels(input.channels().email(), input.channels().sms()),
                input.secondFactorRequired());
    }

    private static clinic.portal.core.clinic.BookingPolicy read(BookingPolicyInput input) {
        return new clinic.portal.core.clinic.BookingPolicy(
                Duration.ofMinutes(input.minNoticeMinutes()),
                input.horizonDays(),
                Duration.ofMinutes(input.gridMinutes()),
                Duration.ofMinutes(input.cancelNoticeMinutes()));
    }

    private static PortalSettings toDto(Portal portal) {
        var clinic = portal.clinic();
        var logo = clinic.logo();
        return new PortalSettings(
                clinic.portalOn(),
                clinic.bookingOn(),
                clinic.slug().value(),
                clinic.name(),
                clinic.colour().hex(),
                clinic.colour().ink(),
                logo == null ? null : logo.toString(),
                new Contact(
                        clinic.contact().phone(),
                        clinic.contact().email(),
                        clinic.contact().address()),
                clinic.zone().getId(),
                clinic.locale().toLanguageTag(),
                clinic.currency().getCurrencyCode(),
                clinic.country(),
                clinic.smsRegions().stream().sorted().toList(),
                toDto(portal.policy()),
                new clinic.portal.rest.api.model.Channels(
                        clinic.channels().email(), clinic.channels().sms()),
                portal.secondFactorRequired(),
                portal.version());
    }

    private static BookingPolicy toDto(clinic.portal.core.clinic.BookingPolicy policy) {
        return new BookingPolicy(
                (int) policy.notice().toMinutes(),
                policy.horizonDays(),
                (int) policy.grid().toMinutes(),
                (int) policy.cancelNotice().toMinutes());
    }
}
