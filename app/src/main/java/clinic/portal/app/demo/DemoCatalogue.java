package clinic.portal.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Who works at a demo clinic and what it offers, out of the file of its slug. */
final class DemoCatalogue {
    record Staff(UUID id, String role, String name, String email) {}

    /** @param key the first part of their e-mail */
    record Practitioner(UUID id, String name, String key, String title) {}

    record Room(UUID id, String name, String kind) {}

    /**
     * @param priceMinor in the clinic's currency
     * @param before what practitioner and room need before it
     * @param after and after it
     * @param practitioners who do it
     */
    record Treatment(
            UUID id,
            String name,
            Duration length,
            long priceMinor,
            String category,
            Duration before,
            Duration after,
            List<UUID> practitioners,
            DemoTerms terms) {}

    record Course(String name, int sessions, List<Treatment> treatments, long priceMinor, int months) {}

    private final DemoRandom random;
    private final List<Staff> staff = new ArrayList<>();
    private final List<Practitioner> practitioners = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private final Map<UUID, String> descriptions = new HashMap<>();
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

    List<Room> rooms() {
        return rooms;
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

    void insert(Connection connection, UUID clinic, DemoHours hours) throws SQLException {
        var employed = new DemoRows("staff", "staff_id uuid", "role text", "name text", "email text");
        staff.forEach(who -> employed.add(who.id(), who.role(), who.name(), who.email()));
        var treating =
                new DemoRows("practitioners", "practitioner_id uuid", "name text", "title text", "weekly_hours jsonb");
        practitioners.forEach(who -> treating.add(who.id(), who.name(), who.title(), hours.weekly(who.id())));
        var spaces = new DemoRows("rooms", "room_id uuid", "name text", "kind text");
        rooms.forEach(room -> spaces.add(room.id(), room.name(), room.kind()));
        for (var rows : List.of(employed, treating, spaces)) {
            rows.insert(connection, clinic);
        }
        insertTreatments(connection, clinic);
    }

    private void insertTreatments(Connection connection, UUID clinic) throws SQLException {
        var offered = new DemoRows(
                "treatments",
                "treatment_id uuid",
                "name text",
                "description text",
                "category text",
                "minutes integer",
                "price_minor bigint",
                "buffer_before_minutes integer",
                "buffer_after_minutes integer",
                "online boolean",
                "room_kind text",
                "grid_minutes integer",
                "minimum_interval_days integer",
                "only_after uuid");
        var done = new DemoRows("treatment_practitioners", "treatment_id uuid", "practitioner_id uuid");
        for (Treatment treatment : treatments) {
            add(treatment, offered);
            treatment.practitioners().forEach(who -> done.add(treatment.id(), who));
        }
        offered.insert(connection, clinic);
        done.insert(connection, clinic);
    }

    private void add(Treatment treatment, DemoRows rows) {
        var terms = treatment.terms();
        var first = terms.onlyAfter();
        rows.add(
                treatment.id(),
                treatment.name(),
                descriptions.get(treatment.id()),
                treatment.category(),
                treatment.length().toMinutes(),
                treatment.priceMinor(),
                treatment.before().toMinutes(),
                treatment.after().toMinutes(),
                terms.online(),
                terms.roomKind(),
                terms.grid(),
                terms.everyDays() == 0 ? null : terms.everyDays(),
                first == null ? null : first.id());
    }

    private void add(List<String> line) {
        switch (line.getFirst()) {
            case "staff" -> staff.add(new Staff(random.id(), line.get(1), line.get(2), line.get(3)));
            case "practitioner" -> {
                String key = parts(line.get(2), "@").getFirst();
                practitioners.add(new Practitioner(random.id(), line.get(1), key, line.get(3)));
                if (staff.stream().noneMatch(known -> known.name().equals(line.get(1)))) {
                    staff.add(new Staff(random.id(), "practitioner", line.get(1), line.get(2)));
                }
            }
            case "room" -> rooms.add(new Room(random.id(), line.get(1), line.get(2)));
            case "treatment" -> treatments.add(readTreatment(line));
            case "about" -> descriptions.put(treatments.getLast().id(), line.get(1));
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

    private Treatment readTreatment(List<String> line) {
        var buffers =
                parts(line.get(5), "\\+").stream().map(DemoCatalogue::minutes).toList();
        var who = parts(line.get(6), ";");
        return new Treatment(
                random.id(),
                line.get(1),
                minutes(line.get(2)),
                minor(line.get(3)),
                line.get(4),
                buffers.get(0),
                buffers.get(1),
                who.stream().map(this::practitioner).toList(),
                DemoTerms.read(line.get(7), this::treatment));
    }

    private UUID practitioner(String key) {
        return practitioners.stream()
                .filter(who -> who.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Integer.parseInt(text));
    }

    private static long minor(String price) {
        return new BigDecimal(price).movePointRight(2).longValueExact();
    }
}
