-- What a clinic offers, who does it, and when. All times of day are minutes after midnight by the clinic's own clocks.

alter table clinics
    add min_notice_minutes    integer not null default 120 check (min_notice_minutes between 0 and 43200),
    add horizon_days          integer not null default 180 check (horizon_days between 1 and 730),
    add grid_minutes          integer not null default 15 check (grid_minutes between 5 and 60),
    add cancel_notice_minutes integer not null default 1440 check (cancel_notice_minutes between 0 and 527040);

-- Weekly hours stand with the practitioner, so that a search reads them with the name: an array of
-- {"day": 1 to 7 from Monday, "from", "to", "breaks": [{"from", "to"}]}.
alter table practitioners
    add title         text check (char_length(title) <= 120),
    add archived      boolean not null default false,
    add version       integer not null default 0 check (version >= 0),
    add weekly_hours  jsonb   not null default '[]' check (jsonb_typeof(weekly_hours) = 'array'),
    add hours_version integer not null default 0 check (hours_version >= 0);
grant delete on practitioners to portal_app;

-- What holds on a day instead of the weekly hours: an array of {"from", "to"}; an empty one where nobody comes.
create table working_overrides (
    clinic_id       uuid  not null references clinics,
    practitioner_id uuid  not null,
    day             date  not null,
    spans           jsonb not null check (jsonb_typeof(spans) = 'array'),
    primary key (clinic_id, practitioner_id, day),
    foreign key (clinic_id, practitioner_id) references practitioners on delete cascade
);
call put_behind_walls('working_overrides', 'select, insert, update, delete');

-- Days on which the whole clinic is shut, the last one too.
create table closures (
    clinic_id  uuid not null references clinics,
    closure_id uuid not null,
    first_day  date not null,
    last_day   date not null,
    reason     text check (char_length(reason) <= 500),
    primary key (clinic_id, closure_id),
    check (last_day >= first_day)
);
create index closures_by_end on closures (clinic_id, last_day);
call put_behind_walls('closures', 'select, insert, delete');

create table rooms (
    clinic_id uuid    not null references clinics,
    room_id   uuid    not null,
    name      text    not null check (char_length(name) between 1 and 120),
    kind      text    not null check (char_length(kind) between 1 and 40 and kind = lower(kind)),
    archived  boolean not null default false,
    version   integer not null default 0 check (version >= 0),
    primary key (clinic_id, room_id)
);
create index rooms_by_kind on rooms (clinic_id, kind) where not archived;
call put_behind_walls('rooms', 'select, insert, update, delete');

alter table treatments
    add description           text check (char_length(description) <= 2000),
    add category              text check (char_length(category) <= 60),
    add buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 240),
    add buffer_after_minutes  integer not null default 0 check (buffer_after_minutes between 0 and 240),
    -- Clients can book it themselves.
    add online                boolean not null default true,
    -- Absent: any room will do, and none is taken.
    add room_kind             text check (char_length(room_kind) between 1 and 40 and room_kind = lower(room_kind)),
    -- Absent: the clinic's.
    add grid_minutes          integer check (grid_minutes between 5 and 60),
    add minimum_interval_days integer check (minimum_interval_days between 1 and 730),
    add only_after            uuid check (only_after <> treatment_id),
    add archived              boolean not null default false,
    add version               integer not null default 0 check (version >= 0);
-- A new foreign key is checked against the rows of all clinics: hence the force is off meanwhile (SECURITY T28).
alter table treatments no force row level security;
alter table treatments add foreign key (clinic_id, only_after) references treatments;
alter table treatments force row level security;
create index treatments_after on treatments (clinic_id, only_after) where only_after is not null;
grant delete on treatments to portal_app;

-- Who can do it.
create table treatment_practitioners (
    clinic_id       uuid not null references clinics,
    treatment_id    uuid not null,
    practitioner_id uuid not null,
    primary key (clinic_id, treatment_id, practitioner_id),
    foreign key (clinic_id, treatment_id) references treatments on delete cascade,
    foreign key (clinic_id, practitioner_id) references practitioners
);
create index treatment_practitioners_of_practitioner on treatment_practitioners (clinic_id, practitioner_id);
call put_behind_walls('treatment_practitioners', 'select, insert, delete');
create index package_treatments_of_treatment on package_treatments (clinic_id, treatment_id);
