-- What a clinic settles about its portal, the slugs it had before, and staff looking through a client's eyes.

alter table clinics
    add version  integer not null default 0 check (version >= 0),
    -- By what clients are told of their appointments. Login links by e-mail go out all the same.
    add email_on boolean not null default true,
    add sms_on   boolean not null default true,
    add check (cardinality(sms_regions) <= 250);

-- A slug given up leads to the new one for a while, and is nobody else's meanwhile.
alter table clinic_slugs
    drop constraint clinic_slugs_clinic_id_key,
    add retired_at timestamptz;
create unique index clinic_slugs_current on clinic_slugs (clinic_id) where retired_at is null;
create index clinic_slugs_retired on clinic_slugs (clinic_id, retired_at) where retired_at is not null;
grant insert, update (retired_at), delete on clinic_slugs to portal_app;

-- Whose a slug is must be seen before a clinic is known, so the walls cannot stand here. Nobody changes another's, though.
create function own_slugs_only()
    returns trigger
    language plpgsql
as
$$
declare
    own uuid := nullif(current_setting('app.clinic', true), '')::uuid;
begin
    if current_user = 'portal_app'
        and ((tg_op <> 'INSERT' and old.clinic_id is distinct from own)
            or (tg_op <> 'DELETE' and new.clinic_id is distinct from own)) then
        raise exception 'a slug of another clinic' using errcode = 'insufficient_privilege';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger own_slugs_only before insert or update or delete on clinic_slugs
    for each row execute function own_slugs_only();

-- Nobody, to show a portal by: one a clinic, without address or number, in no list and no search.
alter table clients
    add sample boolean not null default false,
    add check (not sample or (email is null and phone is null));
create unique index clients_sample on clients (clinic_id) where sample and erased_at is null;

-- What opens a preview, once.
create table preview_keys (
    clinic_id  uuid        not null references clinics,
    hash       bytea       not null check (octet_length(hash) = 32),
    client_id  uuid        not null,
    -- Who is going to look.
    staff_id   uuid        not null,
    made_at    timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (clinic_id, hash),
    foreign key (clinic_id, client_id) references clients,
    foreign key (clinic_id, staff_id) references staff
);
create index preview_keys_by_expiry on preview_keys (clinic_id, expires_at);
call put_behind_walls('preview_keys', 'select, insert, update, delete');

-- Who looks; a preview ends with them.
alter table sessions add check (not preview or staff_id is not null);
