-- One row from the asking to the spending. Holds no token and no code in a readable form: digests, and a sealed copy
-- for as long as the message may still have to be sent (SECURITY S1, S2).
create table login_links (
    clinic_id    uuid        not null references clinics,
    link_id      uuid        not null,
    audience     text        not null check (audience in ('portal', 'staff')),
    channel      text        not null check (channel in ('email', 'sms')),
    identifier   text        not null check (char_length(identifier) <= 254),
    requested_at timestamptz not null default clock_timestamp(),

    -- Once made.
    made_at      timestamptz,
    expires_at   timestamptz,
    client_id    uuid,
    staff_id     uuid,
    token_hash   bytea check (octet_length(token_hash) = 32),
    code_hash    bytea check (octet_length(code_hash) = 32),
    code_tries   smallint    not null default 0 check (code_tries between 0 and 100),
    sealed       bytea,
    used_at      timestamptz,
    voided_at    timestamptz,

    -- Once no further attempt at sending will be made.
    settled_at   timestamptz,
    outcome      text check (outcome in ('sent', 'uncertain', 'rejected', 'held_back', 'gave_up')),
    reason       text,

    primary key (clinic_id, link_id),
    foreign key (clinic_id, client_id) references clients,
    foreign key (clinic_id, staff_id) references staff,
    check (num_nulls(made_at, expires_at, token_hash, code_hash) in (0, 4)),
    check (num_nonnulls(client_id, staff_id) = case when made_at is null then 0 else 1 end),
    check (client_id is null or audience = 'portal'),
    check (staff_id is null or audience = 'staff'),
    check ((settled_at is null) = (outcome is null)),
    check (sealed is null or (made_at is not null and settled_at is null and used_at is null and voided_at is null))
);
create unique index login_links_by_token on login_links (clinic_id, token_hash) where token_hash is not null;
create index login_links_made_for on login_links (clinic_id, identifier, made_at) where made_at is not null;
create index login_links_made_by_sms on login_links (clinic_id, made_at) where channel = 'sms' and made_at is not null;
create index login_links_live_of_client on login_links (clinic_id, client_id)
    where client_id is not null and used_at is null and voided_at is null;
create index login_links_live_of_staff on login_links (clinic_id, staff_id)
    where staff_id is not null and used_at is null and voided_at is null;
create index login_links_by_age on login_links (clinic_id, requested_at);
call put_behind_walls('login_links', 'select, insert, update, delete');

create table sessions (
    clinic_id  uuid        not null references clinics,
    session_id uuid        not null,
    audience   text        not null check (audience in ('portal', 'staff')),
    client_id  uuid,
    staff_id   uuid,
    preview    boolean     not null default false,
    opened_at  timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    ended_at   timestamptz,
    ended_why  text check (ended_why in ('logged_out', 'token_reused')),
    primary key (clinic_id, session_id),
    foreign key (clinic_id, client_id) references clients,
    foreign key (clinic_id, staff_id) references staff,
    check ((audience = 'portal') = (client_id is not null)),
    check (audience = 'portal' or (staff_id is not null and not preview)),
    check ((ended_at is null) = (ended_why is null))
);
create index sessions_by_end on sessions (clinic_id, expires_at);
create index sessions_ended on sessions (clinic_id, ended_at) where ended_at is not null;
call put_behind_walls('sessions', 'select, insert, update, delete');

create table refresh_tokens (
    clinic_id        uuid        not null references clinics,
    token_hash       bytea       not null check (octet_length(token_hash) = 32),
    session_id       uuid        not null,
    issued_at        timestamptz not null default clock_timestamp(),
    -- Idle time: to be used before.
    expires_at       timestamptz not null,
    spent_at         timestamptz,
    successor_hash   bytea,
    -- Given out again to whoever lost the answer; gone once the successor is spent itself.
    successor_sealed bytea,
    primary key (clinic_id, token_hash),
    foreign key (clinic_id, session_id) references sessions on delete cascade,
    check ((spent_at is null) = (successor_hash is null)),
    check (successor_sealed is null or successor_hash is not null)
);
create index refresh_tokens_of_session on refresh_tokens (clinic_id, session_id);
call put_behind_walls('refresh_tokens', 'select, insert, update, delete');
