package clinic.portal.rest.booking;

import clinic.portal.core.client.Profile;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Viewer;
import clinic.portal.rest.api.model.Prefill;
import clinic.portal.rest.api.model.PrefillClient;
import clinic.portal.rest.api.model.PrefillToken;
import clinic.portal.rest.shared.Zoned;
import jakarta.inject.Singleton;

/** Filling in the booking form for a client. */
@Singleton
class Prefills {
    private final clinic.portal.core.booking.Prefill prefill;

    Prefills(clinic.portal.core.booking.Prefill prefill) {
        this.prefill = prefill;
    }

    PrefillToken create(Viewer.Client viewer) {
        var token = prefill.create(viewer);
        return new PrefillToken(token.token(), Zoned.toDto(token.expiresAt(), token.zone()), token.bookingUrl());
    }

    Prefill redeem(ClinicId clinic, String token) {
        var redeemed = prefill.redeem(clinic, token);
        return new Prefill(
                toDto(redeemed.client()), redeemed.grant(), Zoned.toDto(redeemed.expiresAt(), redeemed.zone()));
    }

    private static PrefillClient toDto(Profile client) {
        var email = client.email();
        var phone = client.phone();
        return new PrefillClient(
                client.name(), email == null ? null : email.value(), phone == null ? null : phone.value());
    }
}
