package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoPeople.Person;
import clinic.portal.core.clinic.BookingPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Three invented clinics and a year of their life around the day they are loaded on. Names, ids and numbers fall the
 * same way each time; only the dates move with the day.
 */
public final class DemoData {
    /** London: about 200 clients, all that a portal can show. */
    public static final String GLOW = "glow";
    /** Lisbon: small, in euros and in Portuguese; knows nothing of the other. */
    public static final String HARBOUR = "harbour";
    /** Its portal is switched off. */
    public static final String CLOSED = "closed";

    public static final String GLOW_OWNER = "owner@glow.example.com";
    public static final String GLOW_MANAGER = "manager@glow.example.com";
    public static final String GLOW_RECEPTIONIST = "reception@glow.example.com";
    public static final String GLOW_PRACTITIONER = "priya@glow.example.com";

    /**
     * Ada Okafor has been coming to {@link #GLOW} every week: more than a page of past appointments, at least three to
     * come of which the next is too near to be cancelled, a package and a voucher begun, others used up or expired,
     * something still to pay. At {@link #HARBOUR} the same address is somebody else's, Ada Lindqvist's.
     */
    public static final String ADA_EMAIL = "ada@example.com";

    public static final String ADA_PHONE = "+447700900123";
    /** Noor Haddad registered two hours ago at {@link #GLOW}; she has nothing at all. */
    public static final String NOOR_EMAIL = "noor@example.com";

    public static final String NOOR_PHONE = "+447700900124";
    /** Lucía Fernández of {@link #GLOW} is written to in Spanish. */
    public static final String LUCIA_EMAIL = "lucia@example.com";

    public static final String LUCIA_PHONE = "+447700900125";
    /** Marcus Bennett of {@link #GLOW} wants no e-mail; SMS reaches him. */
    public static final String MARCUS_EMAIL = "marcus@example.com";

    public static final String MARCUS_PHONE = "+447700900126";

    private static final Person ADA = new Person("Ada Okafor", ADA_EMAIL, ADA_PHONE, null, false);
    private static final Person NOOR = new Person("Noor Haddad", NOOR_EMAIL, NOOR_PHONE, null, false);
    private static final Person LUCIA = new Person("Lucía Fernández", LUCIA_EMAIL, LUCIA_PHONE, "es-ES", false);
    private static final Person MARCUS = new Person("Marcus Bennett", MARCUS_EMAIL, MARCUS_PHONE, null, true);
    private static final Person ADA_OF_HARBOUR =
            new Person("Ada Lindqvist", ADA_EMAIL, "+447700900127", "en-GB", false);

    private static final DemoClinic GLOW_CLINIC = new DemoClinic(
            UUID.fromString("0194208e-9ec0-7000-8000-000000000001"),
            GLOW,
            "Glow Aesthetics",
            "#b4637a",
            "+44 20 7946 0123",
            "14 Marylebone Mews, London W1G 8PX, United Kingdom",
            ZoneId.of("Europe/London"),
            "en-GB",
            "GBP",
            "GB",
            List.of("GB", "IE"),
            true,
            196,
            200,
            0.4,
            new BookingPolicy(Duration.ofHours(2), 180, Duration.ofMinutes(15), Duration.ofHours(24)));
    private static final DemoClinic HARBOUR_CLINIC = new DemoClinic(
            UUID.fromString("0194208e-9ec0-7000-8000-000000000002"),
            HARBOUR,
            "Harbour Skin Studio",
            "#1f6f78",
            // Portugal keeps no numbers for fiction, the United Kingdom does; so do its clients have British ones.
            "+44 1632 960456",
            "Rua da Ribeira Nova 21, 1200-371 Lisboa, Portugal",
            ZoneId.of("Europe/Lisbon"),
            "pt-PT",
            "EUR",
            "PT",
            List.of("PT", "GB"),
            true,
            19,
            500,
            0.05,
            new BookingPolicy(Duration.ofHours(4), 90, Duration.ofMinutes(30), Duration.ofHours(48)));
    private static final DemoClinic CLOSED_CLINIC = new DemoClinic(
            UUID.fromString("0194208e-9ec0-7000-8000-000000000003"),
            CLOSED,
            "Parry Skin Clinic",
            "#5b5f97",
            "+44 29 2018 0456",
            "3 Heol y Bont, Cardiff CF10 1AA, United Kingdom",
            ZoneId.of("Europe/London"),
            "en-GB",
            "GBP",
            "GB",
            List.of("GB"),
            false,
            3,
            600,
            0.01,
            new BookingPolicy(Duration.ofHours(2), 180, Duration.ofMinutes(15), Duration.ofHours(24)));

    private DemoData() {}

    /**
     * Loads all of it in one transaction, or nothing where a clinic of the demo is there already.
     *
     * @param owner of the tables; with no transaction begun
     * @param now what the appointments lie around
     * @return whether anything was loaded
     */
    public static boolean load(Connection owner, Instant now) throws SQLException {
        boolean autoCommit = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try {
            boolean first = claimSlugs(owner);
            if (first) {
                insertAll(owner, now.truncatedTo(ChronoUnit.SECONDS));
                owner.commit();
            }
            return first;
        } finally {
            // Undoes nothing after the commit; before it, all.
            owner.rollback();
            owner.setAutoCommit(autoCommit);
        }
    }

    /** Two that load at the same time meet here: the second waits, and then finds them taken. */
    private static boolean claimSlugs(Connection owner) throws SQLException {
        String claim =
                "insert into clinic_slugs (slug, clinic_id) values (?, ?), (?, ?), (?, ?) on conflict do nothing";
        var clinics = List.of(GLOW_CLINIC, HARBOUR_CLINIC, CLOSED_CLINIC);
        try (var statement = owner.prepareStatement(claim)) {
            int parameter = 0;
            for (DemoClinic clinic : clinics) {
                statement.setString(++parameter, clinic.slug());
                statement.setObject(++parameter, clinic.id());
            }
            return statement.executeUpdate() == clinics.size();
        }
    }

    private static void insertAll(Connection owner, Instant now) throws SQLException {
        var glow = new DemoStory(GLOW_CLINIC, now);
        glow.tellOfAda(ADA);
        glow.tellOfNewcomer(NOOR);
        glow.tellOfRegular(LUCIA);
        glow.tellOfRegular(MARCUS);
        insert(owner, GLOW_CLINIC, glow);
        new DemoDesk(owner, GLOW_CLINIC.id(), now).insert();

        var harbour = new DemoStory(HARBOUR_CLINIC, now);
        harbour.tellOfRegular(ADA_OF_HARBOUR);
        insert(owner, HARBOUR_CLINIC, harbour);

        insert(owner, CLOSED_CLINIC, new DemoStory(CLOSED_CLINIC, now));
    }

    private static void insert(Connection owner, DemoClinic clinic, DemoStory story) throws SQLException {
        story.tellOfEverybodyElse();
        clinic.enter(owner);
        story.insert(owner);
    }
}
