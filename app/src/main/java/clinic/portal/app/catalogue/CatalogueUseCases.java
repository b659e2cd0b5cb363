package clinic.portal.app.catalogue;

import clinic.portal.app.shared.Transacted;
import clinic.portal.core.catalogue.PractitionerRoster;
import clinic.portal.core.catalogue.Practitioners;
import clinic.portal.core.catalogue.PublicCatalogue;
import clinic.portal.core.catalogue.RoomPlan;
import clinic.portal.core.catalogue.Rooms;
import clinic.portal.core.catalogue.TreatmentCatalogue;
import clinic.portal.core.catalogue.Treatments;
import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.shared.Ids;
import jakarta.inject.Singleton;

/** What a clinic offers; each call a transaction. */
final class CatalogueUseCases {
    private CatalogueUseCases() {}

    @Singleton
    @Transacted
    static class TransactedPublicCatalogue extends PublicCatalogue {
        TransactedPublicCatalogue(Clinics clinics, Treatments treatments, Practitioners practitioners) {
            super(clinics, treatments, practitioners);
        }
    }

    @Singleton
    @Transacted
    static class TransactedTreatmentCatalogue extends TreatmentCatalogue {
        TransactedTreatmentCatalogue(Treatments treatments, Practitioners practitioners, Clinics clinics, Ids ids) {
            super(treatments, practitioners, clinics, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedPractitionerRoster extends PractitionerRoster {
        TransactedPractitionerRoster(Practitioners practitioners, Ids ids) {
            super(practitioners, ids);
        }
    }

    @Singleton
    @Transacted
    static class TransactedRoomPlan extends RoomPlan {
        TransactedRoomPlan(Rooms rooms, Ids ids) {
            super(rooms, ids);
        }
    }
}
