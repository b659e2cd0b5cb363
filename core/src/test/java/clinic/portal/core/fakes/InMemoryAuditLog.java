package clinic.portal.core.fakes;

import clinic.portal.core.audit.AuditLog;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.Page;
import clinic.portal.core.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

public final class InMemoryAuditLog implements AuditLog {
    private record Kept(ClinicId clinic, Entry entry) {}

    private final List<Kept> lines = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Function<UUID, String> names;
    private final BiFunction<ClinicId, UUID, Set<UUID>> appointments;

    /**
     * @param names of actors
     * @param appointments of a client
     */
    public InMemoryAuditLog(
            Clock clock, Function<UUID, String> names, BiFunction<ClinicId, UUID, Set<UUID>> appointments) {
        this.clock = clock;
        this.names = names;
        this.appointments = appointments;
    }

    @Override
    public void add(ClinicId clinic, Line line) {
        lines.add(new Kept(
                clinic,
                new Entry(line, clock.instant(), names.apply(line.actor().id()))));
    }

    @Override
    public Page<Entry> list(ClinicId clinic, Filter filter, PageRequest page) {
        return Keyset.descending(
                lines.stream()
                        .filter(kept -> kept.clinic.equals(clinic))
                        .map(Kept::entry)
                        .filter(entry -> matches(clinic, filter, entry)),
                page,
                Entry::cursor);
    }

    private boolean matches(ClinicId clinic, Filter filter, Entry entry) {
        var line = entry.line();
        return same(filter.actor(), line.actor().id())
                && same(filter.operation(), line.deed().operation())
                && same(filter.refused(), line.refusedAs() != null)
                && about(clinic, filter.about(), line.deed().subject())
                && !Optional.ofNullable(filter.from())
                        .filter(from -> entry.at().isBefore(from))
                        .isPresent()
                && Optional.ofNullable(filter.to())
                        .filter(to -> !entry.at().isBefore(to))
                        .isEmpty();
    }

    private boolean about(ClinicId clinic, @Nullable UUID wanted, @Nullable UUID subject) {
        return wanted == null
                || wanted.equals(subject)
                || (subject != null && appointments.apply(clinic, wanted).contains(subject));
    }

    private static boolean same(@Nullable Object wanted, Object found) {
        return wanted == null || wanted.equals(found);
    }
}
