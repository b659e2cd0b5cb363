package clinic.portal.app.messaging;

import clinic.portal.app.shared.PortalConfig;
import clinic.portal.app.shared.Transacted;
import clinic.portal.core.booking.DiaryEntries;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.clinic.PortalAddresses;
import clinic.portal.core.messaging.Contacts;
import clinic.portal.core.messaging.NoticeDelivery;
import clinic.portal.core.messaging.NoticeLog;
import clinic.portal.core.messaging.NoticeRules;
import clinic.portal.core.messaging.NoticeSender;
import clinic.portal.core.messaging.Notices;
import clinic.portal.core.shared.Ids;
import clinic.portal.core.shared.PhoneNumbers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Telling clients of changes to their appointments. */
final class NoticeWiring {

    @Singleton
    @Transacted
    static class TransactedNotices extends Notices {
        TransactedNotices(
                NoticeLog log,
                DiaryEntries diary,
                Contacts contacts,
                Clinics clinics,
                NoticeRules rules,
                PortalAddresses addresses,
                Ids ids,
                Clock clock) {
            super(log, diary, contacts, clinics, rules, addresses, ids, clock);
        }
    }

    @Produces
    @Singleton
    NoticeRules noticeRules(PhoneNumbers numbers, PortalConfig config) {
        return new NoticeRules(numbers, config.limits().smsPerDay());
    }

    @Produces
    @Singleton
    NoticeDelivery noticeDelivery(Notices notices, NoticeSender sender) {
        return new NoticeDelivery(notices, sender);
    }
}
