-- Append-only: the runtime role may not change or remove a line; a correction is a line of its own.
create table ledger_entries (
    clinic_id    uuid        not null references clinics,
    entry_id     uuid        not null,
    client_id    uuid        not null,
    kind         text        not null check (kind in ('charge', 'payment', 'refund')),
    at           timestamptz not null default clock_timestamp(),
    amount_minor bigint      not null check (amount_minor > 0),
    description  text check (char_length(description) between 1 and 200),
    method       text check (method in ('card', 'cash', 'transfer', 'voucher', 'other')),
    due_on       date,
    primary key (clinic_id, entry_id),
    foreign key (clinic_id, client_id) references clients,
    check ((kind = 'charge') = (description is not null)),
    check ((kind = 'charge') = (method is null)),
    check (kind = 'charge' or due_on is null)
);
-- The rest rides along so that a balance is summed from the index alone.
create index ledger_entries_of_client on ledger_entries (clinic_id, client_id, at, entry_id)
    include (kind, amount_minor);
call put_behind_walls('ledger_entries', 'select, insert');

create table client_packages (
    clinic_id  uuid        not null references clinics,
    package_id uuid        not null,
    client_id  uuid        not null,
    name       text        not null check (char_length(name) between 1 and 120),
    bought_at  timestamptz not null default clock_timestamp(),
    -- The last day it can be used, in the clinic's zone.
    expires_on date,
    primary key (clinic_id, package_id),
    foreign key (clinic_id, client_id) references clients
);
create index client_packages_of_client on client_packages (clinic_id, client_id, bought_at, package_id);
call put_behind_walls('client_packages', 'select, insert, update');

create table package_treatments (
    clinic_id    uuid not null references clinics,
    package_id   uuid not null,
    treatment_id uuid not null,
    primary key (clinic_id, package_id, treatment_id),
    foreign key (clinic_id, package_id) references client_packages,
    foreign key (clinic_id, treatment_id) references treatments
);
call put_behind_walls('package_treatments', 'select, insert, delete');

-- One row for each session that was bought. Free: never reserved, or returned. Reserved: for an appointment. Used: had.
create table package_sessions (
    clinic_id      uuid     not null references clinics,
    package_id     uuid     not null,
    session_no     smallint not null check (session_no > 0),
    appointment_id uuid,
    reserved_at    timestamptz,
    used_at        timestamptz,
    returned_at    timestamptz,
    primary key (clinic_id, package_id, session_no),
    foreign key (clinic_id, package_id) references client_packages,
    foreign key (clinic_id, appointment_id) references appointments,
    check (returned_at is null or (reserved_at is not null and used_at is null))
);
-- An appointment takes one session at most.
create unique index package_sessions_taken on package_sessions (clinic_id, appointment_id)
    where appointment_id is not null and returned_at is null;
call put_behind_walls('package_sessions', 'select, insert, update');

create table vouchers (
    clinic_id     uuid        not null references clinics,
    voucher_id    uuid        not null,
    client_id     uuid        not null,
    code          text        not null check (char_length(code) between 4 and 40),
    initial_minor bigint      not null check (initial_minor > 0),
    issued_at     timestamptz not null default clock_timestamp(),
    -- The last day it can be used, in the clinic's zone.
    expires_on    date,
    primary key (clinic_id, voucher_id),
    unique (clinic_id, code),
    foreign key (clinic_id, client_id) references clients
);
create index vouchers_of_client on vouchers (clinic_id, client_id, issued_at, voucher_id);
call put_behind_walls('vouchers', 'select, insert, update');

create table voucher_redemptions (
    clinic_id     uuid        not null references clinics,
    redemption_id uuid        not null,
    voucher_id    uuid        not null,
    amount_minor  bigint      not null check (amount_minor > 0),
    at            timestamptz not null default clock_timestamp(),
    primary key (clinic_id, redemption_id),
    foreign key (clinic_id, voucher_id) references vouchers
);
create index voucher_redemptions_of_voucher on voucher_redemptions (clinic_id, voucher_id) include (amount_minor);
call put_behind_walls('voucher_redemptions', 'select, insert');
