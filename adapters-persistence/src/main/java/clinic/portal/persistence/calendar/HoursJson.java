package clinic.portal.persistence.calendar;

import clinic.portal.core.calendar.LocalSpan;
import clinic.portal.core.calendar.WorkingHours;
import clinic.portal.core.calendar.WorkingHours.Override;
import clinic.portal.core.calendar.WorkingHours.Shift;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Working hours as the tables hold them. */
final class HoursJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private HoursJson() {}

    /** @param overrides absent for none */
    static WorkingHours read(String weekly, @Nullable String overrides) {
        return new WorkingHours(
                parse(weekly, new TypeReference<List<ShiftJson>>() {}).stream()
                        .map(ShiftJson::toDomain)
                        .toList(),
                overrides == null
                        ? List.of()
                        : parse(overrides, new TypeReference<List<DayJson>>() {}).stream()
                                .map(DayJson::toDomain)
                                .toList());
    }

    static String weekly(WorkingHours hours) {
        return write(hours.weekly().stream()
                .map(each -> new ShiftJson(
                        each.day().getValue(), each.span().from(), each.span().to(), SpanJson.of(each.breaks())))
                .toList());
    }

    /** Two for one day are one with the spans of both. */
    static String overrides(WorkingHours hours) {
        return write(hours.overrides().stream()
                .map(Override::date)
                .distinct()
                .map(date -> new DayJson(
                        date.toString(),
                        SpanJson.of(hours.overrides().stream()
                                .filter(each -> each.date().equals(date))
                                .flatMap(each -> each.spans().stream())
                                .toList())))
                .toList());
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Hours in the database cannot be read", e);
        }
    }

    private static String write(List<?> items) {
        try {
            return MAPPER.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Hours cannot be written", e);
        }
    }

    private record SpanJson(int from, int to) {
        static List<SpanJson> of(List<LocalSpan> spans) {
            return spans.stream()
                    .map(each -> new SpanJson(each.from(), each.to()))
                    .toList();
        }

        LocalSpan toDomain() {
            return new LocalSpan(from, to);
        }
    }

    private record ShiftJson(
            int day, int from, int to, @Nullable List<SpanJson> breaks) {
        Shift toDomain() {
            return new Shift(
                    DayOfWeek.of(day),
                    new LocalSpan(from, to),
                    breaks == null
                            ? List.of()
                            : breaks.stream().map(SpanJson::toDomain).toList());
        }
    }

    private record DayJson(String day, List<SpanJson> spans) {
        Override toDomain() {
            return new Override(
                    LocalDate.parse(day), spans.stream().map(SpanJson::toDomain).toList());
        }
    }
}
