package clinic.portal.rest.shared;

import clinic.portal.rest.api.model.Money;

/** Money as the contract writes it. */
public final class Monies {
    private Monies() {}

    public static Money toDto(clinic.portal.core.shared.Money money) {
        return new Money(money.minor(), money.currency().getCurrencyCode());
    }
}
