-- Whose time is taken, by what: the one place that keeps anything from being booked twice (PAINS 1).

create extension if not exists btree_gist;

create table time_off (
    clinic_id       uuid        not null references clinics,
    time_off_id     uuid        not null,
    practitioner_id uuid        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    reason          text check (char_length(reason) <= 500),
    primary key (clinic_id, time_off_id),
    foreign key (clinic_id, practitioner_id) references practitioners,
    check (ends_at > starts_at)
);
create index time_off_of_practitioner on time_off (clinic_id, practitioner_id, ends_at);
call put_behind_walls('time_off', 'select, insert, delete');

-- The id is the right to the hold: whoever knows it may book in its place.
create table holds (
    clinic_id       uuid        not null references clinics,
    hold_id         uuid        not null,
    practitioner_id uuid        not null,
    room_id         uuid,
    expires_at      timestamptz not null,
    primary key (clinic_id, hold_id),
    foreign key (clinic_id, practitioner_id) references practitioners,
    foreign key (clinic_id, room_id) references rooms
);
create index holds_by_expiry on holds (clinic_id, expires_at);
create index holds_of_practitioner on holds (clinic_id, practitioner_id);
create index holds_of_room on holds (clinic_id, room_id) where room_id is not null;
-- Update, too: whoever clears expired ones away locks them first, and skips those that somebody else is clearing.
call put_behind_walls('holds', 'select, insert, update, delete');

alter table appointments
    add room_id               uuid,
    -- As they were when it was booked; a treatment changed later changes nothing of it.
    add buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 240),
    add buffer_after_minutes  integer not null default 0 check (buffer_after_minutes between 0 and 240),
    add notes                 text check (char_length(notes) <= 500);
alter table appointments no force row level security;
alter table rooms no force row level security;
alter table appointments add foreign key (clinic_id, room_id) references rooms;
alter table appointments force row level security;
alter table rooms force row level security;
create index appointments_of_practitioner on appointments (clinic_id, practitioner_id, starts_at);
create index appointments_of_room on appointments (clinic_id, room_id) where room_id is not null;
create index appointments_of_treatment on appointments (clinic_id, treatment_id);

-- An appointment with its buffers, a hold, or as much of a time off as was free. Since no two of one resource overlap,
-- its stretches have different starts and are in the same order by start as by end: whatever reaches into a range is what
-- starts in it, and the one before. One index serves as key and gives a search all it reads.
create table occupied_time (
    clinic_id      uuid        not null references clinics,
    -- A practitioner or a room: whichever its owner, one of the three below, names.
    resource_id    uuid        not null,
    starts_at      timestamptz not null,
    -- Not taken itself.
    ends_at        timestamptz not null,
    appointment_id uuid,
    hold_id        uuid,
    time_off_id    uuid,
    -- The hold's.
    expires_at     timestamptz,
    primary key (clinic_id, resource_id, starts_at) include (ends_at, appointment_id, hold_id, expires_at),
    constraint occupied_once exclude using gist
        (clinic_id with =, resource_id with =, tstzrange(starts_at, ends_at) with &&),
    foreign key (clinic_id, appointment_id) references appointments on delete cascade,
    foreign key (clinic_id, hold_id) references holds on delete cascade,
    foreign key (clinic_id, time_off_id) references time_off on delete cascade,
    check (ends_at > starts_at),
    check (num_nonnulls(appointment_id, hold_id, time_off_id) = 1),
    check ((hold_id is null) = (expires_at is null))
);
create index occupied_time_of_appointment on occupied_time (clinic_id, appointment_id) where appointment_id is not null;
create index occupied_time_of_hold on occupied_time (clinic_id, hold_id) where hold_id is not null;
create index occupied_time_of_time_off on occupied_time (clinic_id, time_off_id) where time_off_id is not null;
call put_behind_walls('occupied_time', 'select, insert, delete');

-- Appointments from before this table take their time now, those of all clinics: hence the force is off meanwhile
-- (SECURITY T28). Nothing kept them from overlapping; of those that do, the later takes what the earlier leaves.
alter table appointments no force row level security;
alter table occupied_time no force row level security;
do
$$
declare
    each_one record;
begin
    for each_one in
        select * from appointments where status <> 'cancelled' order by clinic_id, booked_at, appointment_id
    loop
        insert into occupied_time (clinic_id, resource_id, starts_at, ends_at, appointment_id)
        select each_one.clinic_id, each_one.practitioner_id, lower(free), upper(free), each_one.appointment_id
        from unnest(
            tstzmultirange(tstzrange(each_one.starts_at, each_one.ends_at)) - coalesce(
                (select range_agg(tstzrange(o.starts_at, o.ends_at))
                 from occupied_time o
                 where o.clinic_id = each_one.clinic_id and o.resource_id = each_one.practitioner_id
                   and tstzrange(o.starts_at, o.ends_at) && tstzrange(each_one.starts_at, each_one.ends_at)),
                '{}')) as free;
    end loop;
end
$$;
alter table appointments force row level security;
alter table occupied_time force row level security;
