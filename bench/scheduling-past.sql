-- So many appointments in the past, of the same practitioners and clients as those ahead; back to back, five minutes each.
\set ON_ERROR_STOP on
\set clinic '''b0000000-0000-7000-8000-000000000000'''
insert into appointments (clinic_id, appointment_id, client_id, practitioner_id, treatment_id, starts_at, ends_at, status,
                          price_minor, notice_minutes)
select :clinic, bench_id(5, i), bench_id(1, 1 + i % 1000), bench_id(2, 1 + i % 40), bench_id(3, 2), starts,
       starts + interval '5 minutes', 'completed', 1000, 1440
from generate_series(:first_one, :last_one) i,
     lateral (select date_trunc('day', now()) - interval '1 day' - (i / 40) * interval '5 minutes' as starts) t;
