package clinic.portal.bench.engine;

import clinic.portal.core.calendar.DaySlots;
import clinic.portal.core.calendar.Slot;
import clinic.portal.core.calendar.SlotFinder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Asked at midnight before the month begins, so that no day of it is over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by setUp
public class SlotFinderBench {
    /** 31 days each; the clocks change in the first. */
    @Param({"2026-03-01", "2026-05-01"})
    public String month;

    @Param({"false", "true"})
    public boolean rooms;

    private LocalDate first;
    private LocalDate last;
    private Instant now;
    private ClinicMonth clinic;
    private Instant aSlot;

    @Setup
    public void setUp() {
        first = LocalDate.parse(month);
        last = first.plusDays(30);
        now = first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        clinic = ClinicMonth.of(first, last, rooms);
        var slots = month().stream().flatMap(day -> day.slots().stream()).toList();
        aSlot = slots.get(slots.size() / 2).startsAt();
        System.out.printf(
                "%n%d busy times, %d slots, %d offers%n",
                clinic.rows().stream().mapToInt(row -> row.starts().length).sum(),
                slots.size(),
                slots.stream().mapToInt(slot -> slot.practitioners().size()).sum());
    }

    @Benchmark
    public List<DaySlots> month() {
        return SlotFinder.find(clinic.schedule(), first, last, now);
    }

    @Benchmark
    public List<DaySlots> monthWithBusyTimesPutInOrder() {
        return SlotFinder.find(clinic.read(), first, last, now);
    }

    @Benchmark
    public Optional<Slot> oneMoment() {
        return SlotFinder.at(clinic.schedule(), aSlot, now);
    }
}
