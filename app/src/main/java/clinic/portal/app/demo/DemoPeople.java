package clinic.portal.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clients of one clinic. */
final class DemoPeople {
    /** @param locale a BCP 47 tag, or null for the clinic's */
    record Person(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale,
            boolean emailOptOut) {}

    record Client(UUID id, String name, Instant since) {}

    private record Names(List<String> given, List<String> family) {}

    private final DemoRows rows = new DemoRows(
            "clients",
            "client_id uuid",
            "name text",
            "email text",
            "phone text",
            "locale text",
            "email_opt_out boolean",
            "sms_opt_out boolean",
            "created_at timestamptz",
            "email_verified_at timestamptz",
            "phone_verified_at timestamptz");
    private final DemoRandom random;
    private final Instant now;
    private final List<Names> names;
    private final Set<String> taken = new HashSet<>();
    private int phone;

    DemoPeople(DemoRandom random, Instant now, int firstPhone) {
        this.random = random;
        this.now = now;
        this.phone = firstPhone;
        this.names = DemoCatalogue.lines("names.txt").stream()
                .map(line -> new Names(DemoCatalogue.parts(line.get(0), ","), DemoCatalogue.parts(line.get(1), ",")))
                .toList();
    }

    Client add(Person person, Duration ago) {
        taken.add(person.name());
        return add(person, ago, false);
    }

    Client addAnybody() {
        String name = unusedName();
        String mail = address(name);
        String number = nextPhone();
        boolean phoneOnly = random.happens(0.05);
        boolean mailOnly = !phoneOnly && random.happens(0.12);
        var person = new Person(name, phoneOnly ? null : mail, mailOnly ? null : number, null, random.happens(0.03));
        return add(person, Duration.ofHours(random.between(10 * 24, 900 * 24)), random.happens(0.05));
    }

    void insert(Connection connection, UUID clinic) throws SQLException {
        rows.insert(connection, clinic);
    }

    private Client add(Person person, Duration ago, boolean smsOptOut) {
        var client = new Client(random.id(), person.name(), now.minus(ago));
        rows.add(
                client.id(),
                person.name(),
                person.email(),
                person.phone(),
                person.locale(),
                person.emailOptOut(),
                smsOptOut,
                client.since(),
                client.since(),
                client.since());
        return client;
    }

    private String unusedName() {
        while (true) {
            Names origin = random.oneOf(names);
            String name = random.oneOf(origin.given()) + " " + random.oneOf(origin.family());
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** Under the domains that RFC 2606 keeps for examples: no mail can reach a living person. */
    private String address(String name) {
        int surname = name.lastIndexOf(' ');
        return "%s.%s@example.%s"
                .formatted(
                        letters(name.substring(0, surname)),
                        letters(name.substring(surname)),
                        random.oneOf(List.of("com", "org", "net")));
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }

    /** From the block that Ofcom keeps for drama: nobody will ever have such a number. */
    private String nextPhone() {
        return "+447700900%03d".formatted(phone++);
    }
}
