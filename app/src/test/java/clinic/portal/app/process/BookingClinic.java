package clinic.portal.app.process;

import clinic.portal.app.login.KeyFile;
import clinic.portal.app.world.RealSurroundings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A clinic of its own to book at, open from six to ten every day, with clients who have logged in already: hundreds of
 * mailed links would take longer than what is tested with them.
 */
public final class BookingClinic {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String ALWAYS = "[1,2,3,4,5,6,7]";
    private static final int TOKEN_MINUTES = 14;

    private final UUID id = UUID.randomUUID();
    private final String slug;
    private final Instant opened;
    private final EllipticCurveJsonWebKey key;

    /** @param token of a session that lasts longer than any test */
    public record Member(UUID id, String token) {}

    private BookingClinic(String slug, Instant opened) {
        this.slug = slug;
        this.opened = opened;
        this.key = new KeyFile(RealSurroundings.keys()).newestFirst().getFirst();
    }

    /** A new one, whose clients may book up to half a year ahead and change their minds until the last moment. */
    public static BookingClinic open() {
        String slug = "races-" + LAST.incrementAndGet();
        var clinic = new BookingClinic(
                slug,
                ask(
                        "select clock_timestamp()",
                        rows -> rows.getObject(1, OffsetDateTime.class).toInstant()));
        try (Connection owner = RealSurroundings.owner();
                var statement = owner.prepareStatement("insert into clinic_slugs (slug, clinic_id) values (?, ?)")) {
            statement.setString(1, slug);
            statement.setObject(2, clinic.id);
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        clinic.change(
                "insert into clinics (clinic_id, slug, name, colour, phone, email, address, zone, locale, currency, country,"
                        + " portal_on, booking_on, min_notice_minutes, cancel_notice_minutes)"
                        + " values (?, ?, 'Races', '#102030', '+442079460000', 'hello@races.example', '1 Track',"
                        + " 'Europe/London', 'en-GB', 'GBP', 'GB', true, true, 0, 0)",
                clinic.id,
                slug);
        return clinic;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    /** @param day from the day after tomorrow */
    public Instant at(int day, int hour, int minute) {
        return LocalDate.ofInstant(opened, ZoneOffset.UTC)
                .plusDays(2L + day)
                .atTime(LocalTime.of(hour, minute))
                .toInstant(ZoneOffset.UTC);
    }

    public UUID practitioner() {
        UUID practitioner = UUID.randomUUID();
        change(
                "insert into practitioners (clinic_id, practitioner_id, name, weekly_hours) select ?, ?, ?,"
                        + " jsonb_agg(jsonb_build_object('day', day, 'from', 360, 'to', 1320, 'breaks', '[]'::jsonb))"
                        + " from jsonb_array_elements('" + ALWAYS + "') day",
                id,
                practitioner,
                "Practitioner " + LAST.incrementAndGet());
        return practitioner;
    }

    public UUID room(String kind) {
        UUID room = UUID.randomUUID();
        change(
                "insert into rooms (clinic_id, room_id, name, kind) values (?, ?, ?, ?)",
                id,
                room,
                "Room " + LAST.incrementAndGet(),
                kind);
        return room;
    }

    /**
     * @param minutes how long it takes
     * @param buffer minutes before, and minutes after
     * @param room the kind it needs, if it needs one
     */
    public UUID treatment(int minutes, int buffer, @Nullable String room, List<UUID> practitioners) {
        UUID treatment = UUID.randomUUID();
        change(
                "insert into treatments (clinic_id, treatment_id, name, minutes, price_minor, buffer_before_minutes,"
                        + " buffer_after_minutes, room_kind) values (?, ?, ?, ?, 5000, ?, ?, ?)",
                id,
                treatment,
                "Treatment " + LAST.incrementAndGet(),
                minutes,
                buffer,
                buffer,
                room);
        for (UUID practitioner : practitioners) {
            change(
                    "insert into treatment_practitioners (clinic_id, treatment_id, practitioner_id) values (?, ?, ?)",
                    id,
                    treatment,
                    practitioner);
        }
        return treatment;
    }

    public Member client() {
        int number = LAST.incrementAndGet();
        UUID client = UUID.randomUUID();
        change(
                "insert into clients (clinic_id, client_id, name, email, phone) values (?, ?, ?, ?, ?)",
                id,
                client,
                "Client " + number,
                "client%d@races.example".formatted(number),
                "+44740%07d".formatted(number));
        return new Member(client, session("portal", "client", client));
    }

    public List<Member> clients(int count) {
        var all = new ArrayList<Member>();
        for (int i = 0; i < count; i++) {
            all.add(client());
        }
        return all;
    }

    public Member owner() {
        UUID member = UUID.randomUUID();
        change(
                "insert into staff (clinic_id, staff_id, name, email, role) values (?, ?, 'Owner', ?, 'owner')",
                id,
                member,
                "owner%d@races.example".formatted(LAST.incrementAndGet()));
        return new Member(member, session("staff", "owner", member));
    }

    /** @return how many rows it changed */
    public int change(String sql, Object... parameters) {
        return inside(sql, PreparedStatement::executeUpdate, parameters);
    }

    public long count(String sql, Object... parameters) {
        return inside(
                sql,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                },
                parameters);
    }

    public interface Work<A, B> {
        B on(A given) throws SQLException;
    }

    /** In a transaction that sees this clinic and nothing else, as the tables' owner. */
    public <T> T inside(Work<Connection, T> work) {
        try (Connection owner = RealSurroundings.owner()) {
            owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            owner.setAutoCommit(false);
            try (var enter = owner.prepareStatement("select set_config('app.clinic', ?, true)")) {
                enter.setString(1, id.toString());
                enter.execute();
            }
            T result = work.on(owner);
            owner.commit();
            return result;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private <T> T inside(String sql, Work<PreparedStatement, T> work, Object... parameters) {
        return inside(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return work.on(statement);
            }
        });
    }

    private static <T> T ask(String sql, Work<java.sql.ResultSet, T> reading) {
        try (Connection owner = RealSurroundings.owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return reading.on(rows);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What logging in leaves behind: a session, and a token signed with the installation's key. */
    private String session(String audience, String group, UUID subject) {
        UUID session = UUID.randomUUID();
        boolean client = audience.equals("portal");
        change(
                "insert into sessions (clinic_id, session_id, audience, client_id, staff_id, expires_at)"
                        + " values (?, ?, ?, ?::uuid, ?::uuid, clock_timestamp() + interval '1 day')",
                id,
                session,
                audience,
                client ? subject : null,
                client ? null : subject);
        var claims = new JwtClaims();
        claims.setIssuer("client-portal");
        claims.setAudience(audience);
        claims.setSubject(subject.toString());
        claims.setClaim("clinic", id.toString());
        claims.setClaim("sid", session.toString());
        claims.setStringListClaim("groups", group);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(opened.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(opened.getEpochSecond() + TOKEN_MINUTES * 60L));
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        try {
            var token = new JsonWebSignature();
            token.setPayload(claims.toJson());
            token.setAlgorithmHeaderValue("ES256");
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setHeader("typ", "at+jwt");
            token.setKey(key.getPrivateKey());
            return token.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
