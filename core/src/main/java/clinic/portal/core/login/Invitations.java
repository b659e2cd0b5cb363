package clinic.portal.core.login;

import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.Clients;
import clinic.portal.core.clinic.Clinic;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.messaging.Notice.Channel;
import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Right;
import clinic.portal.core.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** The staff sending a client the link to the client's own portal. */
public class Invitations {
    private final LoginLinks links;
    private final Recipients recipients;
    private final Clients clients;
    private final Clinics clinics;
    private final PhoneNumbers numbers;

    public Invitations(
            LoginLinks links, Recipients recipients, Clients clients, Clinics clinics, PhoneNumbers numbers) {
        this.links = links;
        this.recipients = recipients;
        this.clients = clients;
        this.clinics = clinics;
        this.numbers = numbers;
    }

    /**
     * The same link, by the same way and within the same limits, as if the client had asked for it; other than the client,
     * the staff are told what stands against it.
     *
     * @throws LinkNotSendable where something does
     */
    public void send(Viewer.Staff viewer, ClientId id, Channel channel) {
        ClientFile client =
                clients.find(viewer.may(Right.LOGIN_LINKS).clinic(), id).orElseThrow(NoSuchThing::new);
        Clinic clinic = clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new);
        if (!clinic.portalOn()) {
            throw LinkNotSendable.portalOff();
        }
        Identifier identifier = address(client, channel);
        if (identifier == null) {
            throw LinkNotSendable.noAddress();
        }
        Recipient recipient = recipients
                .find(viewer.clinic(), Audience.PORTAL, identifier)
                .filter(found -> found.subject().equals(new Subject.OfClient(id)))
                .orElseThrow(LinkNotSendable::notTheirs);
        if (recipient.optedOut()) {
            throw LinkNotSendable.optedOut();
        }
        if (identifier instanceof Identifier.Phone phone && !LinkRules.allowed(clinic, phone, numbers)) {
            throw LinkNotSendable.numberNotAllowed();
        }
        links.ask(viewer.clinic(), Audience.PORTAL, claim(identifier));
    }

    private static @Nullable Identifier address(ClientFile client, Channel channel) {
        var email = client.details().email();
        var phone = client.details().phone();
        return switch (channel) {
            case EMAIL -> email == null ? null : new Identifier.Email(email);
            case SMS -> phone == null ? null : new Identifier.Phone(phone);
        };
    }

    private static Claim claim(Identifier identifier) {
        return switch (identifier) {
            case Identifier.Email email -> new Claim(email.value(), null);
            case Identifier.Phone phone -> new Claim(null, phone.value());
        };
    }
}
