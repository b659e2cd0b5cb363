package clinic.portal.app.demo;

import static clinic.portal.app.demo.LoadedDemo.A_WORKING_DAY;
import static clinic.portal.app.demo.LoadedDemo.assertNone;
import static clinic.portal.app.demo.LoadedDemo.contents;
import static clinic.portal.app.demo.LoadedDemo.count;
import static clinic.portal.app.demo.LoadedDemo.instant;
import static clinic.portal.app.demo.LoadedDemo.loaded;
import static clinic.portal.app.demo.LoadedDemo.loadedAfresh;
import static clinic.portal.app.demo.LoadedDemo.migrated;
import static clinic.portal.app.demo.LoadedDemo.ofGlow;
import static clinic.portal.app.demo.LoadedDemo.owner;
import static clinic.portal.app.demo.LoadedDemo.run;
import static clinic.portal.app.demo.LoadedDemo.superuser;
import static clinic.portal.app.demo.LoadedDemo.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.portal.core.shared.PhoneNumber;
import clinic.portal.core.shared.PhoneNumbers.Facts;
import clinic.portal.notify.messaging.DemoPhoneNumbers;
import clinic.portal.notify.messaging.LibPhoneNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoDataTest {
    @Test
    void theClinicsAreThereAsPromised() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(texts(all, "select slug || ' ' || portal_on from clinics order by slug"))
                    .containsExactly("closed false", "glow true", "harbour true");
            assertThat(count(all, ofGlow("clients"))).isEqualTo(201);
            assertThat(count(all, ofGlow("practitioners"))).isEqualTo(5);
            assertThat(count(all, ofGlow("treatments"))).isEqualTo(21);
            assertThat(count(all, ofGlow("appointments"))).isBetween(2_500L, 5_000L);
            assertThat(count(all, LoadedDemo.of("clients", DemoData.HARBOUR))).isEqualTo(20);
            assertThat(texts(all, "select distinct role || ' ' || slug from staff join clinics using (clinic_id)"))
                    .contains("owner glow", "manager glow", "practitioner glow", "receptionist glow", "owner harbour");
            assertThat(texts(all, "select email from staff where role <> 'practitioner'"))
                    .contains(DemoData.GLOW_OWNER, DemoData.GLOW_MANAGER, DemoData.GLOW_RECEPTIONIST);
            assertThat(texts(all, "select email from staff where role = 'practitioner'"))
                    .contains(DemoData.GLOW_PRACTITIONER);
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void aYearOfAppointmentsLiesAroundTheDay(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertThat(instant(all, "select min(starts_at) from appointments"))
                    .isBetween(now.minus(Duration.ofDays(185)), now.minus(Duration.ofDays(175)));
            assertThat(instant(all, "select max(starts_at) from appointments"))
                    .isBetween(now.plus(Duration.ofDays(165)), now.plus(Duration.ofDays(185)));
            assertThat(texts(all, "select distinct status from appointments where ends_at <= '" + now + "'"))
                    .containsExactlyInAnyOrder("completed", "no_show", "cancelled");
            assertThat(texts(
                            all,
                            "select distinct status from appointments where starts_at > '"
                                    + now.plus(Duration.ofMinutes(15)) + "'"))
                    .containsExactlyInAnyOrder("booked", "cancelled");
            assertNone(
                    all,
                    "appointments a join clients c using (clinic_id, client_id)"
                            + " where a.booked_at < c.created_at or a.booked_at >= a.starts_at or a.booked_at > '" + now
                            + "'");
        }
    }

    @Test
    void atNoonSomebodyHasArrived() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(count(all, "select count(*) from appointments where status = 'arrived'"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void nobodyIsInTwoPlacesAtOnce(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            for (String who : List.of("practitioner_id", "client_id", "room_id")) {
                assertNone(
                        all,
                        ("appointments a join appointments b on a.clinic_id = b.clinic_id and a.%1$s = b.%1$s"
                                        + " and a.appointment_id < b.appointment_id"
                                        + " and a.starts_at < b.ends_at and b.starts_at < a.ends_at")
                                .formatted(who));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void appointmentsKeepToTheOpeningHoursOfTheClinicsZone(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, """
                    (select starts_at at time zone zone as opens, ends_at at time zone zone as closes,
                            extract(isodow from starts_at at time zone zone) as weekday, ends_at - starts_at as length,
                            minutes
                     from appointments join clinics using (clinic_id)
                     join treatments using (clinic_id, treatment_id)) local
                    where opens::time < case weekday when 7 then time '10:00' else '09:00' end
                       or closes::time > case weekday when 7 then time '16:00' when 6 then '17:00' when 4 then '20:00'
                                                      else '18:30' end
                       or opens::date <> closes::date
                       or length <> minutes * interval '1 minute'""");
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void adaHasSomethingInEveryCorner(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            String hers = " where clinic_id = (select clinic_id from clinics where slug = 'glow') and client_id ="
                    + " (select client_id from clients join clinics using (clinic_id)"
                    + " where clients.email = 'ada@example.com' and slug = 'glow')";
            String upcoming = hers + " and status = 'booked' and starts_at > '" + now + "'";
            assertThat(count(all, "select count(*) from appointments" + upcoming))
                    .isGreaterThanOrEqualTo(3);
            assertThat(count(
                            all,
                            "select count(*) from appointments" + upcoming + " and starts_at < '"
                                    + now.plus(Duration.ofHours(24)) + "'"))
                    .isEqualTo(1);
            assertThat(instant(all, "select min(starts_at) from appointments" + upcoming))
                    .isAfter(now.plus(Duration.ofHours(2)));
            assertThat(count(all, "select count(*) from appointments" + hers + " and ends_at <= '" + now + "'"))
                    .isGreaterThan(25);
            assertThat(texts(all, """
                    select count(*) filter (where used_at is not null) || ' used, '
                        || count(*) filter (where used_at is null and reserved_at is not null) || ' reserved, '
                        || count(*) filter (where reserved_at is null) || ' free'
                    from client_packages join package_sessions using (clinic_id, package_id)""" + hers + " group by package_id order by count(*) desc"))
                    .containsExactly("3 used, 1 reserved, 2 free", "3 used, 0 reserved, 0 free");
            assertThat(texts(all, """
                    select initial_minor || ' ' || initial_minor - coalesce((select sum(amount_minor)
                        from voucher_redemptions r where r.voucher_id = v.voucher_id), 0)
                        || case when expires_on < '%s'::timestamptz::date then ' expired' else '' end
                    from vouchers v""".formatted(now) + hers + " order by initial_minor"))
                    .containsExactly("5000 5000 expired", "7500 0", "15000 10500");
            assertThat(count(
                            all,
                            "select sum(case kind when 'payment' then -amount_minor else amount_minor end)"
                                    + " from ledger_entries" + hers))
                    .isPositive();
            assertThat(count(all, "select count(*) from ledger_entries" + hers + " and due_on >= '" + now + "'::date"))
                    .isPositive();
            assertThat(texts(all, "select distinct kind from ledger_entries" + hers))
                    .containsExactlyInAnyOrder("charge", "payment", "refund");
        }
    }

    @Test
    void theOthersToTryAreAsDescribed() throws SQLException {
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            String noor = " where client_id = (select client_id from clients where email = 'noor@example.com')";
            for (String table : List.of("appointments", "ledger_entries", "client_packages", "vouchers")) {
                assertThat(count(all, "select count(*) from " + table + noor)).isZero();
            }
            assertThat(texts(
                            all,
                            "select email || ' ' || coalesce(locale, '-') || ' ' || email_opt_out from clients"
                                    + " where split_part(email, '@', 1) in ('lucia', 'marcus', 'noor') order by 1"))
                    .containsExactly(
                            "lucia@example.com es-ES false", "marcus@example.com - true", "noor@example.com - false");
            assertThat(texts(
                            all,
                            "select c.name || ', ' || slug || ', ' || count(*) filter (where status = 'booked')"
                                    + " from clients c join clinics using (clinic_id)"
                                    + " join appointments using (clinic_id, client_id)"
                                    + " where c.email = 'ada@example.com' and slug = 'harbour' group by c.name, slug"))
                    .allMatch(line -> line.startsWith("Ada Lindqvist, harbour, ") && !line.endsWith(" 0"))
                    .hasSize(1);
        }
    }

    @Test
    void noAddressOrNumberCanBelongToAnybody() throws SQLException {
        var numbers = new DemoPhoneNumbers(new LibPhoneNumbers());
        try (Connection all = superuser(loaded(A_WORKING_DAY))) {
            assertThat(texts(
                            all, "select email from clients where email is not null union all select email from staff"))
                    .allMatch(email -> email.matches("[a-z.]+@([a-z]+\\.)?example\\.(com|org|net)"));
            assertThat(texts(all, "select phone from clients where phone is not null"))
                    .contains(DemoData.ADA_PHONE, DemoData.NOOR_PHONE, DemoData.LUCIA_PHONE, DemoData.MARCUS_PHONE)
                    .allMatch(phone -> phone.matches("\\+447700900\\d{3}"))
                    .allMatch(phone -> numbers.read(phone, "PT").equals(Optional.of(new PhoneNumber(phone))))
                    .allMatch(phone -> numbers.factsOf(new PhoneNumber(phone)).equals(new Facts("GB", true)));
            assertThat(texts(all, "select slug from clinics where 'GB' = any (sms_regions)"))
                    .hasSize(3);
        }
    }

    @Test
    void loadingTwiceIsLoadingOnce() throws SQLException {
        String database = loaded(A_WORKING_DAY);
        String before = contents(database);

        try (Connection owner = owner(database)) {
            assertThat(DemoData.load(owner, A_WORKING_DAY.plus(Duration.ofDays(3))))
                    .isFalse();

            assertThat(owner.getAutoCommit()).isTrue();
        }
        assertThat(contents(database)).isEqualTo(before);
    }

    @Test
    void theSameDayTellsTheSameStory() throws SQLException {
        assertThat(contents(loadedAfresh(A_WORKING_DAY))).isEqualTo(contents(loaded(A_WORKING_DAY)));
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void namesAndIdsDoNotMoveWithTheDay(Instant now) throws SQLException {
        String ids = "select client_id || ' ' || coalesce(email, phone) from clients order by 1";
        try (Connection one = superuser(loaded(A_WORKING_DAY));
                Connection other = superuser(loaded(now))) {
            assertThat(texts(one, ids)).isEqualTo(texts(other, ids));
        }
    }

    @Test
    void theOwnerLoadsItFromBehindTheWalls() throws SQLException {
        try (Connection owner = owner(loaded(A_WORKING_DAY))) {
            assertThat(texts(
                            owner,
                            "select current_user || rolsuper || rolbypassrls from pg_roles"
                                    + " where rolname = current_user"))
                    .containsExactly("portal_ownerfalsefalse");
            assertThat(count(owner, "select count(*) from clients")).isZero();
        }
    }

    @Test
    void aLoadThatFailsLeavesNothing() throws SQLException {
        String database = migrated();
        run(database, "alter table voucher_redemptions add constraint planted check (amount_minor < 0)");

        try (Connection owner = owner(database)) {
            assertThatThrownBy(() -> DemoData.load(owner, A_WORKING_DAY)).isInstanceOf(SQLException.class);
        }

        try (Connection all = superuser(database)) {
            assertThat(count(all, "select count(*) from clinic_slugs")).isZero();
            assertThat(count(all, "select count(*) from clients")).isZero();
        }
    }
}
