package clinic.portal.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BusyTimesTest {
    private static final BusyTimes TWO = of(10, 20, 30, 40);

    @Test
    void whatEndsWhenAnotherStartsLeavesItFree() {
        assertThat(TWO.isFree(20, 30)).isTrue();
        assertThat(TWO.isFree(0, 10)).isTrue();
        assertThat(TWO.isFree(40, 50)).isTrue();
    }

    @Test
    void aSecondInCommonIsEnoughToBeTaken() {
        assertThat(TWO.isFree(19, 30)).isFalse();
        assertThat(TWO.isFree(20, 31)).isFalse();
        assertThat(TWO.isFree(0, 11)).isFalse();
        assertThat(TWO.isFree(39, 50)).isFalse();
        assertThat(TWO.isFree(12, 13)).isFalse();
        assertThat(TWO.isFree(0, 50)).isFalse();
    }

    @Test
    void nobodyWithNothingToDoIsTaken() {
        assertThat(BusyTimes.NONE.isFree(Long.MIN_VALUE, Long.MAX_VALUE)).isTrue();
        assertThat(BusyTimes.NONE.secondsWithin(Long.MIN_VALUE, Long.MAX_VALUE)).isZero();
    }

    @Test
    void secondsAreCountedWithinTheBoundsOnly() {
        assertThat(TWO.secondsWithin(0, 50)).isEqualTo(20);
        assertThat(TWO.secondsWithin(15, 35)).isEqualTo(10);
        assertThat(TWO.secondsWithin(12, 13)).isEqualTo(1);
        assertThat(TWO.secondsWithin(20, 30)).isZero();
        assertThat(TWO.secondsWithin(10, 20)).isEqualTo(10);
    }

    @Test
    void overlappingStretchesCountOnce() {
        assertThat(of(30, 40, 10, 20, 15, 32, 12, 13).secondsWithin(0, 50)).isEqualTo(30);
    }

    @Test
    void aStretchOfNoLengthTakesNothing() {
        assertThat(of(10, 10).isFree(0, 20)).isTrue();
        assertThat(of(10, 10, 10, 10, 30, 40).isFree(0, 30)).isTrue();
    }

    @Test
    void theCallersArraysStayAsTheyAre() {
        long[] starts = {30, 10};
        long[] ends = {40, 20};
        var busy = BusyTimes.of(starts, ends);

        assertThat(starts).containsExactly(30, 10);
        assertThat(ends).containsExactly(40, 20);
        Arrays.fill(ends, 99);
        assertThat(busy.secondsWithin(0, 100)).isEqualTo(20);
    }

    @Test
    void whatIsNoStretchIsRefused() {
        assertThatThrownBy(() -> of(20, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BusyTimes.of(new long[2], new long[1])).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void itIsTakenWhereOneOfTheStretchesIs(
            @ForAll("stretches") List<long[]> stretches,
            @ForAll @LongRange(min = -5, max = 65) long from,
            @ForAll @LongRange(min = 1, max = 20) long length) {
        var busy = of(stretches.stream().flatMapToLong(Arrays::stream).toArray());

        long taken = LongStream.range(from, from + length)
                .filter(second -> stretches.stream().anyMatch(each -> each[0] <= second && second < each[1]))
                .count();

        assertThat(busy.secondsWithin(from, from + length)).isEqualTo(taken);
        assertThat(busy.isFree(from, from + length)).isEqualTo(taken == 0);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aSweepAnswersLikeASearch(
            @ForAll("stretches") List<long[]> stretches,
            @ForAll @Size(max = 20) List<@LongRange(min = -5, max = 65) Long> questions,
            @ForAll @LongRange(min = 1, max = 20) long length) {
        var busy = of(stretches.stream().flatMapToLong(Arrays::stream).toArray());
        var sweep = busy.sweep();

        assertThat(questions.stream().sorted())
                .allMatch(from -> sweep.isFree(from, from + length) == busy.isFree(from, from + length));
    }

    @Provide
    Arbitrary<List<long[]>> stretches() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 60), Arbitraries.longs().between(0, 12))
                .as((start, length) -> new long[] {start, start + length})
                .list()
                .ofMaxSize(10);
    }

    /** @param edges starts and ends in turns */
    private static BusyTimes of(long... edges) {
        long[] starts = new long[edges.length / 2];
        long[] ends = new long[edges.length / 2];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = edges[2 * i];
            ends[i] = edges[2 * i + 1];
        }
        return BusyTimes.of(starts, ends);
    }
}
