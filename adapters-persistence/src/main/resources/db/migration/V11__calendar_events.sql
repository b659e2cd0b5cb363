-- What happened to appointments, in an order that everybody can follow who was not there. A trigger writes it, so that no
-- way of changing an appointment can forget to; what it looks like now is read when it is told.
create table calendar_events (
    clinic_id      uuid        not null references clinics,
    -- The transaction. Those below the oldest one still running are complete: a reader goes no further than that, and by
    -- (xid, seq) misses nothing and sees nothing twice, in whatever order the others commit (SECURITY B40).
    xid            xid8        not null default pg_current_xact_id(),
    seq            bigint      not null generated always as identity,
    at             timestamptz not null default clock_timestamp(),
    appointment_id uuid        not null,
    change         text        not null
        check (change in ('booked', 'moved', 'arrived', 'completed', 'cancelled', 'no_show', 'reopened', 'changed')),
    -- Of the appointment after the change.
    version        integer     not null check (version >= 0),
    primary key (clinic_id, xid, seq),
    foreign key (clinic_id, appointment_id) references appointments
);
create index calendar_events_of_appointment on calendar_events (clinic_id, appointment_id);
call put_behind_walls('calendar_events', 'select, insert');

-- In which clinic something happened, for an instance that looks after all of them in one question. Outside the walls: it
-- holds nothing but ids, and only for a while.
create table calendar_ticks (
    xid       xid8        not null,
    clinic_id uuid        not null,
    at        timestamptz not null default clock_timestamp(),
    primary key (xid, clinic_id)
);
create index calendar_ticks_by_age on calendar_ticks (at);
grant select, insert, delete on calendar_ticks to portal_app;

create function tell_the_calendar()
    returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'UPDATE' and new is not distinct from old then
        return null;
    end if;
    insert into calendar_events (clinic_id, appointment_id, change, version)
    values (new.clinic_id, new.appointment_id,
            case
                when tg_op = 'INSERT' then 'booked'
                when new.status <> old.status then case new.status when 'booked' then 'reopened' else new.status end
                when (new.practitioner_id, new.room_id, new.starts_at, new.ends_at)
                    is distinct from (old.practitioner_id, old.room_id, old.starts_at, old.ends_at) then 'moved'
                else 'changed'
            end,
            new.version);
    insert into calendar_ticks (xid, clinic_id) values (pg_current_xact_id(), new.clinic_id) on conflict do nothing;
    return null;
end
$$;

-- Of the past only that they were booked is known, for all clinics: hence the force is off meanwhile (SECURITY T28).
alter table appointments no force row level security;
alter table calendar_events no force row level security;
insert into calendar_events (clinic_id, at, appointment_id, change, version)
select clinic_id, booked_at, appointment_id, 'booked', 0 from appointments order by booked_at;
alter table appointments force row level security;
alter table calendar_events force row level security;

create trigger tell_the_calendar after insert or update on appointments
    for each row execute function tell_the_calendar();
