-- What programs get in with. A revoked key stays, for the audit log says what was done with it.
create table api_keys (
    clinic_id    uuid        not null references clinics,
    key_id       uuid        not null,
    name         text        not null check (char_length(name) between 1 and 120),
    -- The key's last four characters.
    hint         text        not null check (char_length(hint) = 4),
    hash         bytea       not null check (octet_length(hash) = 32),
    scopes       text[]      not null check (cardinality(scopes) > 0),
    made_by      uuid        not null,
    created_at   timestamptz not null default clock_timestamp(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (clinic_id, key_id),
    unique (clinic_id, hash),
    foreign key (clinic_id, made_by) references staff
);
create index api_keys_by_age on api_keys (clinic_id, created_at, key_id);
call put_behind_walls('api_keys', 'select, insert, update');

-- Who did what to whom, when, from where. The runtime role can neither change nor remove a line (SECURITY P51). Ids only:
-- whose they are stands elsewhere, for as long as it stands there.
create table audit_log (
    clinic_id  uuid        not null references clinics,
    entry_id   uuid        not null,
    at         timestamptz not null default clock_timestamp(),
    staff_id   uuid,
    key_id     uuid,
    -- The contract's operationId.
    operation  text        not null check (char_length(operation) between 1 and 100),
    subject_id uuid,
    -- Absent where it was done.
    refused_as text check (char_length(refused_as) <= 100),
    address    text        not null check (char_length(address) <= 64),
    request_id text        not null check (char_length(request_id) <= 64),
    primary key (clinic_id, entry_id),
    foreign key (clinic_id, staff_id) references staff,
    foreign key (clinic_id, key_id) references api_keys,
    check (num_nonnulls(staff_id, key_id) = 1)
);
create index audit_log_by_age on audit_log (clinic_id, at desc, entry_id desc);
create index audit_log_of_subject on audit_log (clinic_id, subject_id, at desc, entry_id desc) where subject_id is not null;
-- Whoever it was, a person or a program.
create index audit_log_of_actor on audit_log (clinic_id, coalesce(staff_id, key_id), at desc, entry_id desc);
create index audit_log_refused on audit_log (clinic_id, at desc, entry_id desc) where refused_as is not null;
call put_behind_walls('audit_log', 'select, insert');
