package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoCatalogue.Treatment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a treatment can be had.
 *
 * @param everyDays there must be between two of a client's; 0 for none
 * @param grid minutes between offered starts; the clinic's where absent
 */
record DemoTerms(
        @Nullable String roomKind,
        int everyDays,
        @Nullable Treatment onlyAfter,
        @Nullable Integer grid,
        boolean online) {
    private static final Set<String> WORDS = Set.of("room", "every", "after", "grid", "not");

    /** @param line as glow.txt explains it */
    static DemoTerms read(String line, Function<String, Treatment> treatment) {
        var terms = new HashMap<String, String>();
        for (String term : DemoCatalogue.parts(line, ";")) {
            int space = term.indexOf(' ');
            if (space > 0) {
                terms.put(term.substring(0, space), term.substring(space + 1));
            }
        }
        if (!WORDS.containsAll(terms.keySet())) {
            throw new IllegalStateException("No such terms: " + line);
        }
        return of(terms, treatment);
    }

    private static DemoTerms of(Map<String, String> terms, Function<String, Treatment> treatment) {
        String after = terms.get("after");
        String grid = terms.get("grid");
        return new DemoTerms(
                terms.get("room"),
                Integer.parseInt(terms.getOrDefault("every", "0")),
                after == null ? null : treatment.apply(after),
                grid == null ? null : Integer.valueOf(grid),
                !terms.containsKey("not"));
    }

    /** Whoever comes for the first time can have it too. */
    boolean isForEverybody() {
        return everyDays == 0 && onlyAfter == null;
    }
}
