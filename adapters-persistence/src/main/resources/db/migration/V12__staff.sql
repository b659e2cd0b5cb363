-- The clinic's own people: who they are in the calendar, with what they prove themselves, and at which clinics they work.

-- Clinics are made by the program, too; that it enters no slug for another, a trigger of the next migration sees to.
grant insert on clinic_slugs to portal_app;

alter table clinics add second_factor_required boolean not null default false;

alter table staff
    -- Who they are in the calendar, if they treat clients.
    add practitioner_id uuid,
    add version         integer not null default 0 check (version >= 0);
alter table staff no force row level security;
alter table practitioners no force row level security;
alter table staff add foreign key (clinic_id, practitioner_id) references practitioners;
alter table staff force row level security;
alter table practitioners force row level security;
create unique index staff_by_practitioner on staff (clinic_id, practitioner_id)
    where left_at is null and practitioner_id is not null;
create index staff_of_practitioner on staff (clinic_id, practitioner_id) where practitioner_id is not null;
create index staff_by_name on staff (clinic_id, name, staff_id);

-- Wrong second factors that were sent with it.
alter table login_links add factor_tries smallint not null default 0 check (factor_tries between 0 and 100);

-- Which words there are, the program says.
alter table sessions drop constraint sessions_ended_why_check;
alter table sessions add constraint sessions_ended_why_check check (ended_why ~ '^[a-z_]{1,40}$');
create index sessions_open_of_staff on sessions (clinic_id, staff_id) where staff_id is not null and ended_at is null;

create table second_factors (
    clinic_id    uuid        not null references clinics,
    staff_id     uuid        not null,
    -- The key shared with the phone, which only the program can read (SECURITY S2).
    sealed       bytea       not null,
    begun_at     timestamptz not null default clock_timestamp(),
    -- Until then it is not asked for.
    confirmed_at timestamptz,
    -- The latest step of 30 seconds whose code was used: no code is good twice (RFC 6238, 5.2).
    last_step    bigint,
    primary key (clinic_id, staff_id),
    foreign key (clinic_id, staff_id) references staff,
    check ((confirmed_at is null) = (last_step is null))
);
call put_behind_walls('second_factors', 'select, insert, update, delete');

-- Digests of 80 random bits each; what is used is gone.
create table recovery_codes (
    clinic_id uuid  not null references clinics,
    staff_id  uuid  not null,
    hash      bytea not null check (octet_length(hash) = 32),
    primary key (clinic_id, staff_id, hash),
    foreign key (clinic_id, staff_id) references second_factors on delete cascade
);
call put_behind_walls('recovery_codes', 'select, insert, delete');

-- Who works at which clinic, for those who ask for a link without saying at which: asked before any clinic is known, hence
-- outside the walls. It holds ids and digests. A trigger writes it, so that no way of changing staff can forget to; and one
-- function reads it, by an address in full. The runtime role can do neither by itself, nor look at all of it.
--
-- The digest has no key, since a trigger has none: whoever sees the whole database could try addresses on it. They could
-- as well read the addresses themselves, in staff; what it keeps out is a look at everybody by mistake.
create table staff_directory (
    clinic_id uuid  not null,
    staff_id  uuid  not null,
    address   bytea not null check (octet_length(address) = 32),
    primary key (staff_id, clinic_id),
    foreign key (clinic_id, staff_id) references staff on delete cascade
);
create index staff_directory_by_address on staff_directory (address);

create function keep_staff_directory()
    returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_temp
as
$$
begin
    if new.left_at is not null then
        delete from staff_directory where clinic_id = new.clinic_id and staff_id = new.staff_id;
    else
        insert into staff_directory (clinic_id, staff_id, address)
        values (new.clinic_id, new.staff_id, sha256(convert_to(new.email, 'UTF8')))
        on conflict (staff_id, clinic_id) do update set address = excluded.address;
    end if;
    return null;
end
$$;

create function clinics_of_staff(in_address bytea)
    returns setof uuid
    language sql
    stable
    security definer
    set search_path = public, pg_temp
as
$$
    select distinct clinic_id from staff_directory where address = in_address
$$;
revoke execute on function keep_staff_directory(), clinics_of_staff(bytea) from public;
grant execute on function clinics_of_staff(bytea) to portal_app;

-- Those of all clinics: hence the force is off meanwhile (SECURITY T28).
alter table staff no force row level security;
insert into staff_directory (clinic_id, staff_id, address)
select clinic_id, staff_id, sha256(convert_to(email, 'UTF8')) from staff where left_at is null;
alter table staff force row level security;

create trigger keep_staff_directory after insert or update of email, left_at on staff
    for each row execute function keep_staff_directory();
