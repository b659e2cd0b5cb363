package clinic.portal.core.shared;

import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minor in the currency's smallest unit (pence, cents; yen have none, so yen themselves)
 */
public record Money(long minor, Currency currency) {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws ArithmeticException rather than a wrong sum, when a long does not hold it */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** @throws ArithmeticException rather than a wrong difference, when a long does not hold it */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money atLeastZero() {
        return minor < 0 ? zero(currency) : this;
    }

    public Money atMost(Money ceiling) {
        return minor > same(ceiling).minor ? ceiling : this;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot reckon %s with %s".formatted(currency, other.currency));
        }
        return other;
    }
}
