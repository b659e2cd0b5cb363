-- The staff's calendar: appointments by time, and those that are booked although others have their time (PAINS 3).
alter table appointments
    -- Why; what it has of its time, occupied_time knows. Absent where all of it is its own.
    add overbook_reason text check (char_length(overbook_reason) between 1 and 500);

-- A range of days, whoever's.
create index appointments_by_start on appointments (clinic_id, starts_at, appointment_id);
-- Whoever gives time back looks for who has been waiting for it: few, and none of them by reading a practitioner's year.
create index appointments_overbooked on appointments (clinic_id, starts_at)
    where overbook_reason is not null and status <> 'cancelled';
