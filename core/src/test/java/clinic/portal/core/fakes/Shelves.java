package clinic.portal.core.fakes;

import clinic.portal.core.shared.ClinicId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Things of a catalogue, each with a version, of several clinics. */
final class Shelves<I, T> {
    private final Map<ClinicId, Map<I, T>> clinics = new ConcurrentHashMap<>();
    private final Function<T, I> id;
    private final ToIntFunction<T> version;
    private BiPredicate<ClinicId, I> referred = (clinic, thing) -> false;

    Shelves(Function<T, I> id, ToIntFunction<T> version) {
        this.id = id;
        this.version = version;
    }

    /** Says what cannot be deleted, besides what was said before. */
    void keepWhat(BiPredicate<ClinicId, I> isReferredTo) {
        referred = referred.or(isReferredTo);
    }

    void put(ClinicId clinic, T thing) {
        of(clinic).put(id.apply(thing), thing);
    }

    Stream<T> all(ClinicId clinic) {
        return of(clinic).values().stream();
    }

    Optional<T> find(ClinicId clinic, I thing) {
        return Optional.ofNullable(of(clinic).get(thing));
    }

    synchronized boolean replace(ClinicId clinic, T thing) {
        boolean current = find(clinic, id.apply(thing))
                .filter(known -> version.applyAsInt(known) == version.applyAsInt(thing) - 1)
                .isPresent();
        if (current) {
            put(clinic, thing);
        }
        return current;
    }

    synchronized boolean delete(ClinicId clinic, I thing) {
        return !referred.test(clinic, thing) && of(clinic).remove(thing) != null;
    }

    private Map<I, T> of(ClinicId clinic) {
        return clinics.computeIfAbsent(clinic, fresh -> new ConcurrentHashMap<>());
    }
}
