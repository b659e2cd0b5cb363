-- A clinic for bench/scheduling, in the demo's database. Run by the superuser, who no wall holds back.
-- :stored appointments lie in the past; a month ahead is booked to 70 %.
\set ON_ERROR_STOP on
\set clinic '''b0000000-0000-7000-8000-000000000000'''

create function bench_id(kind int, n bigint) returns uuid language sql immutable
    return ('b' || lpad(to_hex(kind), 7, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;

insert into clinic_slugs (slug, clinic_id) values ('bench', :clinic);
insert into clinics (clinic_id, slug, name, colour, phone, email, address, zone, locale, currency, country, portal_on,
                     booking_on, min_notice_minutes, horizon_days, grid_minutes)
values (:clinic, 'bench', 'Bench', '#336699', '1', 'bench@example.com', 'Here', 'Europe/London', 'en', 'GBP', 'GB', true,
        true, 0, 730, 15);
insert into clients (clinic_id, client_id, name, email)
select :clinic, bench_id(1, n), 'Client ' || n, 'client' || n || '@example.com' from generate_series(1, 1000) n;

-- 1 to 20 work from nine to five; 21 to 40 around the clock, so that there is always something left to book.
insert into practitioners (clinic_id, practitioner_id, name, weekly_hours)
select :clinic, bench_id(2, n), 'Practitioner ' || n,
       (select jsonb_agg(jsonb_build_object('day', day, 'from', case when n <= 20 then 540 else 0 end,
                                            'to', case when n <= 20 then 1020 else 1440 end, 'breaks', '[]'::jsonb))
        from generate_series(1, case when n <= 20 then 5 else 7 end) day)
from generate_series(1, 40) n;
insert into treatments (clinic_id, treatment_id, name, minutes, price_minor, grid_minutes) values
    (:clinic, bench_id(3, 1), 'Half an hour', 30, 5000, null),
    (:clinic, bench_id(3, 2), 'Five minutes', 5, 1000, 5);
insert into treatment_practitioners (clinic_id, treatment_id, practitioner_id)
select :clinic, bench_id(3, case when n <= 20 then 1 else 2 end), bench_id(2, n) from generate_series(1, 40) n;

-- The month ahead: of sixteen half hours a working day, 70 %, scattered the same way each time.
insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at, ends_at,
                          price_minor, notice_minutes)
select :clinic, bench_id(4, n * 100000 + d * 100 + s), bench_id(1, 1 + (n * 7 + d * 31 + s) % 1000), bench_id(2, n),
       bench_id(3, 1), starts, starts + interval '30 minutes', 5000, 1440
from generate_series(1, 20) n, generate_series(1, 34) d, generate_series(0, 15) s,
     lateral (select (current_date + d + time '09:00' + s * interval '30 minutes') at time zone 'Europe/London' as starts) t
where extract(isodow from current_date + d) <= 5 and (n * 31 + d * 17 + s * 13 + n * s * 7) % 10 < 7;

-- Words to clients are due tomorrow: sending them is work that nobody waits for, and pgbench sends none.
create function bench_postpone() returns trigger language plpgsql as
$$ begin new.execution_time := new.execution_time + interval '1 day'; return new; end $$;
create trigger bench_postpone before insert on scheduled_tasks
    for each row when (new.task_name like '%tell-client') execute function bench_postpone();
