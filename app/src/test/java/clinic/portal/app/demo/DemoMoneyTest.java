package clinic.portal.app.demo;

import static clinic.portal.app.demo.LoadedDemo.assertNone;
import static clinic.portal.app.demo.LoadedDemo.count;
import static clinic.portal.app.demo.LoadedDemo.loaded;
import static clinic.portal.app.demo.LoadedDemo.superuser;
import static clinic.portal.app.demo.LoadedDemo.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoMoneyTest {
    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void packagesAgreeWithTheAppointmentsOfTheirSessions(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, """
                    package_sessions s
                    join client_packages p using (clinic_id, package_id)
                    join clinics k using (clinic_id)
                    left join appointments a using (clinic_id, appointment_id)
                    where (s.appointment_id is null) <> (s.reserved_at is null)
                       or (s.used_at is not null) <> (coalesce(a.status, '') = 'completed')
                       or (s.returned_at is not null) <> (coalesce(a.status, '') = 'cancelled')
                       or (s.reserved_at is not null and s.used_at is null and s.returned_at is null)
                              <> (coalesce(a.status, '') in ('booked', 'arrived'))
                       or a.client_id <> p.client_id
                       or s.reserved_at < p.bought_at or s.used_at < s.reserved_at or s.returned_at < s.reserved_at
                       or (a.starts_at at time zone k.zone)::date > p.expires_on
                       or (a.appointment_id is not null and not exists (
                               select from package_treatments c
                               where c.clinic_id = p.clinic_id and c.package_id = p.package_id
                                 and c.treatment_id = a.treatment_id))""");
            assertThat(count(
                            all,
                            "select count(*) from package_sessions where used_at is null and reserved_at is not null"
                                    + " and returned_at is null"))
                    .isGreaterThan(10);
            assertThat(count(all, "select count(*) from client_packages where expires_on < '" + now + "'::date"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void vouchersAreNeverOverspent(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            String spent = "(select v.*, coalesce(sum(r.amount_minor), 0) as spent from vouchers v"
                    + " left join voucher_redemptions r using (clinic_id, voucher_id)"
                    + " group by v.clinic_id, v.voucher_id) v";
            assertNone(all, spent + " where spent > initial_minor or issued_at > '" + now + "'");
            assertNone(
                    all,
                    "voucher_redemptions r join vouchers v using (clinic_id, voucher_id)"
                            + " where r.at < v.issued_at or r.at > '" + now + "' or r.at::date > v.expires_on");
            assertNone(all, """
                    (select clinic_id, client_id, at, sum(amount_minor) as paid from ledger_entries
                     where method = 'voucher' group by 1, 2, 3) p
                    full join (select clinic_id, client_id, at, sum(amount_minor) as redeemed
                               from voucher_redemptions r join vouchers using (clinic_id, voucher_id)
                               group by 1, 2, 3) r
                    using (clinic_id, client_id, at) where paid is distinct from redeemed""");
            assertThat(texts(
                            all,
                            "select distinct case when spent = initial_minor then 'used up'"
                                    + " when expires_on < '" + now + "'::date then 'expired'"
                                    + " when spent > 0 then 'begun' else 'whole' end from " + spent))
                    .containsExactlyInAnyOrder("used up", "expired", "begun", "whole");
        }
    }

    @ParameterizedTest
    @MethodSource("clinic.portal.app.demo.LoadedDemo#days")
    void theLedgerHasAChargeForEachVisitAndAllKindsOfBalance(Instant now) throws SQLException {
        try (Connection all = superuser(loaded(now))) {
            assertNone(all, "ledger_entries where at > '" + now + "'");
            assertNone(all, """
                    appointments a join treatments t using (clinic_id, treatment_id)
                    left join package_sessions s using (clinic_id, appointment_id)
                    where a.status = 'completed' and s.appointment_id is null and not exists (
                        select from ledger_entries e
                        where e.clinic_id = a.clinic_id and e.client_id = a.client_id and e.kind = 'charge'
                          and e.at = a.ends_at and e.amount_minor = a.price_minor and e.description = t.name)""");
            String balances =
                    " from (select sum(case kind when 'payment' then -amount_minor else amount_minor end) owed"
                            + " from ledger_entries join clinics using (clinic_id) where slug = 'glow'"
                            + " group by client_id) b";
            assertThat(count(all, "select count(*)" + balances + " where owed = 0"))
                    .isGreaterThan(80);
            assertThat(count(all, "select count(*)" + balances + " where owed > 0"))
                    .isBetween(5L, 80L);
            assertThat(count(all, "select count(*)" + balances + " where owed < 0"))
                    .isBetween(2L, 30L);
        }
    }
}
