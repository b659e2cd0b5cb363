-- The one table asked before a clinic is known, hence outside the walls. It holds slugs, which are public.
create table clinic_slugs (
    slug      text not null primary key check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
    clinic_id uuid not null unique,
    -- What clinics refers to, so that the two cannot disagree.
    unique (clinic_id, slug)
);
grant select on clinic_slugs to portal_app;

create table clinics (
    clinic_id   uuid    not null primary key,
    slug        text    not null,
    name        text    not null check (char_length(name) between 1 and 120),
    colour      text    not null check (colour ~ '^#[0-9a-f]{6}$'),
    logo        text check (char_length(logo) <= 2000),
    phone       text    not null check (char_length(phone) <= 60),
    email       text    not null check (char_length(email) <= 254),
    address     text    not null check (char_length(address) <= 500),
    -- An unknown zone is an error inside the check.
    zone        text    not null check (timestamptz 'epoch' at time zone zone is not null),
    locale      text    not null check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    currency    text    not null check (currency ~ '^[A-Z]{3}$'),
    country     text    not null check (country ~ '^[A-Z]{2}$'),
    sms_regions text[]  not null default '{}',
    portal_on   boolean not null default false,
    booking_on  boolean not null default false,
    foreign key (clinic_id, slug) references clinic_slugs (clinic_id, slug) on update cascade
);
call put_behind_walls('clinics', 'select, insert, update');

create table staff (
    clinic_id uuid not null references clinics,
    staff_id  uuid not null,
    name      text not null check (char_length(name) between 1 and 120),
    email     text not null check (email = lower(email) and char_length(email) <= 254),
    phone     text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    -- Absent: the clinic's.
    locale    text check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    role      text not null check (role in ('owner', 'manager', 'practitioner', 'receptionist')),
    left_at   timestamptz,
    primary key (clinic_id, staff_id)
);
create unique index staff_by_email on staff (clinic_id, email) where left_at is null;
create unique index staff_by_phone on staff (clinic_id, phone) where left_at is null and phone is not null;
call put_behind_walls('staff', 'select, insert, update');

create table clients (
    clinic_id     uuid        not null references clinics,
    client_id     uuid        not null,
    name          text        not null check (char_length(name) between 1 and 120),
    email         text check (email = lower(email) and char_length(email) <= 254),
    phone         text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    -- Absent: the clinic's.
    locale        text check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    email_opt_out boolean     not null default false,
    sms_opt_out   boolean     not null default false,
    created_at    timestamptz not null default clock_timestamp(),
    erased_at     timestamptz,
    primary key (clinic_id, client_id)
);
-- Per clinic: a unique address over all of them would tell that somebody is known elsewhere (SECURITY T27).
create unique index clients_by_email on clients (clinic_id, email) where erased_at is null and email is not null;
create unique index clients_by_phone on clients (clinic_id, phone) where erased_at is null and phone is not null;
call put_behind_walls('clients', 'select, insert, update');
