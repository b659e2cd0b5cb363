package clinic.portal.core.shared;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void aPageWithRoomLeftIsTheLast() {
        assertThat(cut(List.of(1), 2)).isEqualTo(new Page<>(List.of(1), null));
        assertThat(cut(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void aPageJustFilledIsTheLast() {
        assertThat(cut(List.of(1, 2), 2)).isEqualTo(new Page<>(List.of(1, 2), null));
    }

    @Test
    void whereMoreFollowTheNextPageBeginsAfterTheLastShown() {
        assertThat(cut(List.of(1, 2, 3), 2)).isEqualTo(new Page<>(List.of(1, 2), new Cursor(NOW, uuid(2))));
    }

    @Test
    void aPagesItemsAreItsOwn() {
        var items = new ArrayList<>(List.of(1, 2));
        var page = new Page<>(items, null);

        items.clear();

        assertThat(page.items()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 100})
    void aPageHoldsOneToAHundredRows(int limit) {
        assertThat(PageRequest.first(limit)).isEqualTo(new PageRequest(limit, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void noPageHoldsMoreOrFewer(int limit) {
        assertThatThrownBy(() -> PageRequest.first(limit)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Page<Integer> cut(List<Integer> rows, int limit) {
        return Page.cut(rows, PageRequest.first(limit), row -> new Cursor(NOW, uuid(row)));
    }
}
