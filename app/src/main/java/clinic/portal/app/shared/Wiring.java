package clinic.portal.app.shared;

import clinic.portal.app.login.KeyFile;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.login.LinkDelivery;
import clinic.portal.core.login.LinkMaker;
import clinic.portal.core.login.LinkRequests;
import clinic.portal.core.login.LinkRules;
import clinic.portal.core.login.LinkSender;
import clinic.portal.core.login.LinkWatch;
import clinic.portal.core.login.LoginLinks;
import clinic.portal.core.login.Recipients;
import clinic.portal.core.shared.PhoneNumbers;
import clinic.portal.core.shared.Secrets;
import clinic.portal.persistence.login.JcaSecrets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what the use cases are made of, out of configuration. */
final class Wiring {

    @Produces
    @Singleton
    KeyFile keys(PortalConfig config) {
        return new KeyFile(config.keysFile());
    }

    @Produces
    @Singleton
    Secrets secrets(KeyFile keys) {
        return new JcaSecrets(keys.sealing());
    }

    @Produces
    @Singleton
    PortalAddresses addresses(PortalConfig config) {
        return new PortalAddresses(
                config.baseUrl(), config.staffUrl().orElseGet(() -> Settings.staffUrl(config.baseUrl())));
    }

    @Produces
    @Singleton
    LinkMaker linkMaker(
            LinkRequests requests,
            Recipients recipients,
            Secrets secrets,
            PortalConfig config,
            PhoneNumbers numbers,
            PortalAddresses addresses,
            LinkWatch watch) {
        var rules = new LinkRules(config.limits().links(), numbers);
        return new LinkMaker(requests, recipients, secrets, rules, addresses, watch);
    }

    @Produces
    @Singleton
    LinkDelivery linkDelivery(LoginLinks links, LinkSender sender) {
        return new LinkDelivery(links, sender);
    }
}
