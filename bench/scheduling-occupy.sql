-- What is stored takes its time.
\set ON_ERROR_STOP on
insert into occupied_time (clinic_id, resource_id, starts_at, ends_at, appointment_id)
select a.clinic_id, a.practitioner_id, a.starts_at, a.ends_at, a.appointment_id
from appointments a
where a.clinic_id = 'b0000000-0000-7000-8000-000000000000'
  and not exists (select from occupied_time o where o.clinic_id = a.clinic_id and o.appointment_id = a.appointment_id);
analyze appointments, occupied_time, clients, practitioners;
