package clinic.portal.core.contracts;

import static clinic.portal.core.fixtures.Fixtures.NOW;
import static clinic.portal.core.fixtures.Fixtures.aPackage;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.packages.PackageList;
import clinic.portal.core.packages.PackageView;
import clinic.portal.core.shared.PageRequest;
import clinic.portal.core.shared.Viewer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class PackageListContract extends ClientDataSetting {
    protected abstract PackageList packages();

    protected abstract void given(Viewer.Client whose, PackageView view);

    @Test
    void aPackageIsShownJustAsItIs() {
        given(viewer(), aPackage(1, NOW));

        assertThat(list()).containsExactly(aPackage(1, NOW));
    }

    @Test
    void theLatestBoughtIsFirst() {
        var older = aPackage(1, NOW.minus(Duration.ofDays(2)));
        var latest = aPackage(2, NOW);
        var oldest = aPackage(3, NOW.minus(Duration.ofDays(9)));
        List.of(older, latest, oldest).forEach(one -> given(viewer(), one));

        assertThat(list()).containsExactly(latest, older, oldest);
    }

    @Test
    void pagesJoinWithoutGapOrRepeatAlsoAmongEqualTimes() {
        for (int number = 1; number <= 5; number++) {
            given(viewer(), aPackage(number, NOW));
        }

        assertThat(walk(2, page -> packages().of(viewer(), page)))
                .containsExactly(
                        aPackage(5, NOW), aPackage(4, NOW), aPackage(3, NOW), aPackage(2, NOW), aPackage(1, NOW));
    }

    @Test
    void othersPackagesAreNotThere() {
        given(neighbour(), aPackage(1, NOW));
        given(stranger(), aPackage(2, NOW));

        assertThat(list()).isEmpty();
    }

    private List<PackageView> list() {
        return packages().of(viewer(), PageRequest.first(10)).items();
    }
}
