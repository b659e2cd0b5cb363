package clinic.portal.core.fakes;

import clinic.portal.core.shared.ClientId;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Viewer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Things, each belonging to one client of one clinic. */
final class Owned<T> {
    private record Item<T>(ClinicId clinic, ClientId client, T thing) {}

    private final List<Item<T>> items = new CopyOnWriteArrayList<>();

    void add(ClinicId clinic, ClientId client, T thing) {
        items.add(new Item<>(clinic, client, thing));
    }

    void removeIf(Predicate<T> which) {
        items.removeIf(item -> which.test(item.thing));
    }

    Stream<T> of(ClinicId clinic, ClientId client) {
        return items.stream()
                .filter(item -> item.clinic.equals(clinic) && item.client.equals(client))
                .map(Item::thing);
    }

    Stream<T> of(Viewer.Client viewer) {
        return of(viewer.clinic(), viewer.client());
    }
}
