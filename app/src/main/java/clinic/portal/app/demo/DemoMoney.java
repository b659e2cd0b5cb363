package clinic.portal.app.demo;

import clinic.portal.app.demo.DemoDiary.Outcome;
import clinic.portal.app.demo.DemoDiary.Visit;
import clinic.portal.app.demo.DemoPeople.Client;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the clients of one clinic owe and gave. */
final class DemoMoney {
    private static final int DAYS_TO_PAY = 14;
    private static final long MISSED_FEE_MINOR = 25_00;
    private static final List<String> METHODS = List.of("card", "card", "card", "card", "cash", "transfer");
    /** Without those that are read as one another. */
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private record Owed(Client client, Instant at, String description, long minor) {}

    private static final class Voucher {
        final UUID id;
        final Instant issuedAt;
        final @Nullable LocalDate expiresOn;
        /** What will be redeemed of it, less what was. */
        long toRedeem;

        Voucher(UUID id, Instant issuedAt, @Nullable LocalDate expiresOn, long toRedeem) {
            this.id = id;
            this.issuedAt = issuedAt;
            this.expiresOn = expiresOn;
            this.toRedeem = toRedeem;
        }

        boolean isGoodOn(Instant at, ZoneId zone) {
            return issuedAt.isBefore(at)
                    && (expiresOn == null || !LocalDate.ofInstant(at, zone).isAfter(expiresOn));
        }
    }

    private final DemoRows ledger = new DemoRows(
            "ledger_entries",
            "entry_id uuid",
            "client_id uuid",
            "kind text",
            "at timestamptz",
            "amount_minor bigint",
            "description text",
            "method text",
            "due_on date");
    private final DemoRows vouchers = new DemoRows(
            "vouchers",
            "voucher_id uuid",
            "client_id uuid",
            "code text",
            "initial_minor bigint",
            "issued_at timestamptz",
            "expires_on date");
    private final DemoRows redemptions = new DemoRows(
            "voucher_redemptions", "redemption_id uuid", "voucher_id uuid", "amount_minor bigint", "at timestamptz");
    private final DemoRandom random;
    private final Instant now;
    private final ZoneId zone;
    private final String codePrefix;
    private final Map<UUID, List<Voucher>> held = new HashMap<>();
    private final Set<UUID> waiting = new HashSet<>();

    DemoMoney(DemoRandom random, Instant now, ZoneId zone, String slug) {
        this.random = random;
        this.now = now;
        this.zone = zone;
        this.codePrefix = slug.toUpperCase(Locale.ROOT);
    }

    /**
     * @param days it can be used for, or null where it never ends
     * @param toRedeem how much of it goes into the client's next visits
     */
    void issueVoucher(Client client, long minor, int daysAgo, @Nullable Integer days, long toRedeem) {
        Instant issued = now.minus(Duration.ofDays(daysAgo));
        LocalDate expires =
                days == null ? null : LocalDate.ofInstant(issued, zone).plusDays(days);
        var voucher = new Voucher(random.id(), issued, expires, toRedeem);
        held.computeIfAbsent(client.id(), none -> new ArrayList<>()).add(voucher);
        vouchers.add(voucher.id, client.id(), code(), minor, issued, expires);
    }

    void chargeAndPay(Client client, Instant at, String description, long minor) {
        addCharge(client, at, description, minor, null);
        addPayment(client, at, minor, random.oneOf(METHODS));
    }

    void payAhead(Client client, long minor, int daysAgo) {
        addPayment(client, now.minus(Duration.ofDays(daysAgo)), minor, "card");
    }

    /** The card was charged twice, and the second time given back. */
    void payTwiceAndRefund(Client client, long minor, int daysAgo) {
        Instant paid = now.minus(Duration.ofDays(daysAgo));
        addPayment(client, paid, minor, "card");
        ledger.add(random.id(), client.id(), "refund", paid.plus(1, ChronoUnit.HOURS), minor, null, "card", null);
    }

    /** The client pays nothing of what falls due from today on. */
    void letWait(Client client) {
        waiting.add(client.id());
    }

    void bill(List<Visit> visits) {
        visits.stream()
                .filter(visit -> !visit.prepaid())
                .flatMap(this::owed)
                .sorted(Comparator.comparing(Owed::at)
                        .thenComparing(owed -> owed.client().id()))
                .forEach(this::settle);
    }

    void insert(Connection connection, UUID clinic) throws SQLException {
        ledger.insert(connection, clinic);
        vouchers.insert(connection, clinic);
        redemptions.insert(connection, clinic);
    }

    private Stream<Owed> owed(Visit visit) {
        Instant at = visit.slot().endsAt();
        if (visit.outcome().equals(Outcome.COMPLETED)) {
            var treatment = visit.treatment();
            return Stream.of(new Owed(visit.client(), at, treatment.name(), treatment.priceMinor()));
        }
        return visit.outcome().equals(Outcome.NO_SHOW)
                ? Stream.of(new Owed(visit.client(), at, "Missed appointment", MISSED_FEE_MINOR))
                : Stream.empty();
    }

    private void settle(Owed owed) {
        boolean waits =
                waiting.contains(owed.client().id()) && owed.at().isAfter(now.minus(Duration.ofDays(DAYS_TO_PAY)));
        boolean onAccount = waits || random.happens(0.08);
        LocalDate due = onAccount ? LocalDate.ofInstant(owed.at(), zone).plusDays(DAYS_TO_PAY) : null;
        addCharge(owed.client(), owed.at(), owed.description(), owed.minor(), due);
        if (waits) {
            return;
        }
        long left = owed.minor() - redeem(owed);
        if (!onAccount) {
            pay(owed, left, owed.at());
            return;
        }
        long atOnce = random.happens(0.4) ? left / 2 : 0;
        pay(owed, atOnce, owed.at());
        pay(owed, left - atOnce, owed.at().plus(random.between(3 * 24, 40 * 24), ChronoUnit.HOURS));
    }

    /** What lies ahead has not been paid yet. */
    private void pay(Owed owed, long minor, Instant at) {
        if (minor > 0 && !at.isAfter(now)) {
            addPayment(owed.client(), at, minor, random.oneOf(METHODS));
        }
    }

    private long redeem(Owed owed) {
        long redeemed = 0;
        for (Voucher voucher : held.getOrDefault(owed.client().id(), List.of())) {
            long part = Math.min(voucher.toRedeem, owed.minor() - redeemed);
            if (part > 0 && voucher.isGoodOn(owed.at(), zone)) {
                voucher.toRedeem -= part;
                redeemed += part;
                redemptions.add(random.id(), voucher.id, part, owed.at());
                addPayment(owed.client(), owed.at(), part, "voucher");
            }
        }
        return redeemed;
    }

    private void addCharge(Client client, Instant at, String description, long minor, @Nullable LocalDate due) {
        ledger.add(random.id(), client.id(), "charge", at, minor, description, null, due);
    }

    private void addPayment(Client client, Instant at, long minor, String method) {
        ledger.add(random.id(), client.id(), "payment", at, minor, null, method, null);
    }

    private String code() {
        return "%s-%s-%s".formatted(codePrefix, group(), group());
    }

    private String group() {
        var letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            letters.append(CODE_LETTERS.charAt(random.between(0, CODE_LETTERS.length() - 1)));
        }
        return letters.toString();
    }
}
