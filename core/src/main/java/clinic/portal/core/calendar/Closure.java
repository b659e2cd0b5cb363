package clinic.portal.core.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the whole clinic is shut.
 *
 * @param to the last of them
 */
public record Closure(
        Id id, LocalDate from, LocalDate to, @Nullable String reason) {
    public record Id(UUID value) {}
}
