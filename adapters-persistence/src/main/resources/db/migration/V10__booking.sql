-- Keys that stand for a client once: to see their own details in the form, and to book as themselves (DESIGN 6).
create table one_time_keys (
    clinic_id  uuid        not null references clinics,
    purpose    text        not null check (purpose in ('prefill', 'booking')),
    hash       bytea       not null check (octet_length(hash) = 32),
    client_id  uuid        not null,
    made_at    timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (clinic_id, purpose, hash),
    foreign key (clinic_id, client_id) references clients
);
create index one_time_keys_by_expiry on one_time_keys (clinic_id, expires_at);
call put_behind_walls('one_time_keys', 'select, insert, update, delete');

-- The secret address of a practitioner's calendar.
create table feed_keys (
    clinic_id       uuid        not null references clinics,
    practitioner_id uuid        not null,
    hash            bytea       not null check (octet_length(hash) = 32),
    made_at         timestamptz not null default clock_timestamp(),
    primary key (clinic_id, practitioner_id),
    unique (clinic_id, hash),
    foreign key (clinic_id, practitioner_id) references practitioners on delete cascade
);
call put_behind_walls('feed_keys', 'select, insert, update, delete');

-- What became of each word to a client about a change of an appointment. Holds no address and no words.
create table messages (
    clinic_id      uuid        not null references clinics,
    message_id     uuid        not null,
    appointment_id uuid        not null,
    client_id      uuid        not null,
    change         text        not null check (change in ('booked', 'moved', 'cancelled')),
    -- Of the appointment after the change.
    version        integer     not null check (version >= 0),
    channel        text        not null check (channel in ('email', 'sms')),
    created_at     timestamptz not null default clock_timestamp(),
    -- Once no further attempt at sending will be made.
    settled_at     timestamptz,
    outcome        text check (outcome in ('sent', 'unknown', 'rejected', 'gave_up', 'held_back')),
    reason         text check (char_length(reason) <= 200),
    -- The far end's own id.
    reference      text check (char_length(reference) <= 200),
    primary key (clinic_id, message_id),
    unique (clinic_id, appointment_id, change, version, channel),
    foreign key (clinic_id, appointment_id) references appointments,
    foreign key (clinic_id, client_id) references clients,
    check ((settled_at is null) = (outcome is null)),
    check (outcome is not null or (reason is null and reference is null))
);
create index messages_of_client on messages (clinic_id, client_id, created_at);
create index messages_sent_by_sms on messages (clinic_id, settled_at) where channel = 'sms' and settled_at is not null;
call put_behind_walls('messages', 'select, insert, update');

-- What was asked for under which key, and what was answered (DESIGN 5). A claim is fenced: whoever took it over has
-- another, and what the first one did meanwhile is rolled back.
create table idempotency_keys (
    clinic_id  uuid        not null references clinics,
    principal  text        not null check (char_length(principal) <= 200),
    route      text        not null check (char_length(route) <= 300),
    key        text        not null check (char_length(key) <= 200),
    -- SHA-256 of what was sent, in hexadecimal.
    payload    text        not null check (char_length(payload) <= 64),
    claim      uuid        not null,
    claimed_at timestamptz not null default clock_timestamp(),
    body       text,
    kept_at    timestamptz,
    primary key (clinic_id, principal, route, key),
    check ((body is null) = (kept_at is null))
);
create index idempotency_keys_by_age on idempotency_keys (clinic_id, claimed_at);
call put_behind_walls('idempotency_keys', 'select, insert, update, delete');

-- A guest's address is whatever somebody typed, until a link sent to it is spent: it is nobody's before, and several may
-- claim it. Whom the clinic enters, it vouches for.
alter table clients
    add email_verified_at timestamptz default clock_timestamp(),
    add phone_verified_at timestamptz default clock_timestamp();
drop index clients_by_email;
drop index clients_by_phone;
create unique index clients_by_email on clients (clinic_id, email)
    where erased_at is null and email is not null and email_verified_at is not null;
create unique index clients_by_phone on clients (clinic_id, phone)
    where erased_at is null and phone is not null and phone_verified_at is not null;
-- For looking, among the proven and the others.
create index clients_of_email on clients (clinic_id, email) where erased_at is null;
create index clients_of_phone on clients (clinic_id, phone) where erased_at is null;
