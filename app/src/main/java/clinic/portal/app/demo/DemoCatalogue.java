package clinic.portal.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who works at a demo clinic and what it offers, out of the file of its slug. */
final class DemoCatalogue {
    record Staff(UUID id, String role, String name, String email) {}

    record Practitioner(UUID id, String name) {}

    /** @param priceMinor in the clinic's currency */
    record Treatment(UUID id, String name, Duration length, long priceMinor) {}

    record Course(String name, int sessions, List<Treatment> treatments, long priceMinor, int months) {}

    private final DemoRandom random;
    private final List<Staff> staff = new ArrayList<>();
    private final List<Practitioner> practitioners = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();

    DemoCatalogue(String slug, DemoRandom random) {
        this.random = random;
        lines(slug + ".txt").forEach(this::add);
    }

    /** Each line's fields, without the comments. */
    static List<List<String>> lines(String file) {
        var stream = Objects.requireNonNull(DemoCatalogue.class.getResourceAsStream("/demo/" + file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> parts(line, "\\|"))
                    .toList();
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }

    List<Staff> staff() {
        return staff;
    }

    List<Practitioner> practitioners() {
        return practitioners;
    }

    List<Treatment> treatments() {
        return treatments;
    }

    List<Course> courses() {
        return courses;
    }

    Treatment treatment(String name) {
        return treatments.stream()
                .filter(treatment -> treatment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Course course(String name) {
        return courses.stream()
                .filter(course -> course.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(List<String> line) {
        switch (line.getFirst()) {
            case "staff" -> staff.add(new Staff(random.id(), line.get(1), line.get(2), line.get(3)));
            case "practitioner" -> {
                practitioners.add(new Practitioner(random.id(), line.get(1)));
                if (staff.stream().noneMatch(known -> known.name().equals(line.get(1)))) {
                    staff.add(new Staff(random.id(), "practitioner", line.get(1), line.get(2)));
                }
            }
            case "treatment" ->
                treatments.add(new Treatment(
                        random.id(),
                        line.get(1),
                        Duration.ofMinutes(Integer.parseInt(line.get(2))),
                        minor(line.get(3))));
            case "course" ->
                courses.add(new Course(
                        line.get(1),
                        Integer.parseInt(line.get(2)),
                        parts(line.get(3), ";").stream().map(this::treatment).toList(),
                        minor(line.get(4)),
                        Integer.parseInt(line.get(5))));
            default -> throw new IllegalStateException("No such line: " + line);
        }
    }

    private static long minor(String price) {
        return new BigDecimal(price).movePointRight(2).longValueExact();
    }
}
