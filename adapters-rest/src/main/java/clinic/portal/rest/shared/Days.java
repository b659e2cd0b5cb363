package clinic.portal.rest.shared;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * Dates and times as callers may send them: those that Java can read, and that a calendar has a use for. Further ones
 * break sums of days, and some no database can store.
 */
final class Days {
    static final List<Format> FORMATS = List.of(
            new Bounded("date", LocalDate::parse),
            new Bounded("date-time", text -> OffsetDateTime.parse(text).toLocalDate()));

    private static final int FIRST = 2000;
    private static final int LAST = 2200;

    private Days() {}

    private record Bounded(String name, Function<String, LocalDate> read) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            try {
                int year = read.apply(text).getYear();
                return year >= FIRST && year <= LAST;
            } catch (DateTimeException unreadable) {
                return false;
            }
        }
    }
}
