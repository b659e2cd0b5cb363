package clinic.portal.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.shared.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HibernateIdsTest {
    private final Ids ids = new HibernateIds();

    @Test
    void idsAreVersionSevenDifferentAndGrowing() {
        var all = new ArrayList<UUID>();
        for (int made = 0; made < 10_000; made++) {
            all.add(ids.next());
        }

        assertThat(all).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(new HashSet<>(all)).hasSize(all.size());
        assertThat(all.stream().map(UUID::toString).toList()).isSorted();
    }
}
