package clinic.portal.core.shared;

import static clinic.portal.core.fixtures.Fixtures.GBP;
import static clinic.portal.core.fixtures.Fixtures.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Money MOST = new Money(Long.MAX_VALUE, GBP);
    private static final Money LEAST = new Money(Long.MIN_VALUE, GBP);
    private static final Money PENNY = new Money(1, GBP);
    private static final Money EURO = new Money(100, Currency.getInstance("EUR"));

    @Test
    void moneyIsAddedAndTakenAway() {
        assertThat(pounds(3).plus(pounds(4))).isEqualTo(pounds(7));
        assertThat(pounds(3).minus(pounds(4))).isEqualTo(pounds(-1));
        assertThat(Money.zero(GBP)).isEqualTo(pounds(0));
    }

    @Test
    void aSumTooLargeIsRefusedRatherThanWrong() {
        assertThatThrownBy(() -> MOST.plus(PENNY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LEAST.minus(PENNY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> pounds(0).minus(LEAST)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> pounds(1).plus(EURO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pounds(1).minus(EURO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pounds(1).atMost(EURO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moneyIsKeptWithinBounds() {
        assertThat(pounds(-1).atLeastZero()).isEqualTo(pounds(0));
        assertThat(pounds(1).atLeastZero()).isEqualTo(pounds(1));
        assertThat(pounds(5).atMost(pounds(4))).isEqualTo(pounds(4));
        assertThat(pounds(4).atMost(pounds(5))).isEqualTo(pounds(4));
    }

    @Test
    void onlyMoreThanNothingIsPositive() {
        assertThat(PENNY.isPositive()).isTrue();
        assertThat(pounds(0).isPositive()).isFalse();
        assertThat(pounds(-1).isPositive()).isFalse();
    }

    @Property(tries = 200)
    void takingAwayUndoesAdding(@ForAll int one, @ForAll int other) {
        var money = new Money(one, GBP);

        assertThat(money.plus(new Money(other, GBP)).minus(new Money(other, GBP)))
                .isEqualTo(money);
    }
}
