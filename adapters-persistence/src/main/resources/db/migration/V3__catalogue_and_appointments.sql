create table practitioners (
    clinic_id       uuid not null references clinics,
    practitioner_id uuid not null,
    name            text not null check (char_length(name) between 1 and 120),
    primary key (clinic_id, practitioner_id)
);
call put_behind_walls('practitioners', 'select, insert, update');

create table treatments (
    clinic_id    uuid    not null references clinics,
    treatment_id uuid    not null,
    name         text    not null check (char_length(name) between 1 and 120),
    minutes      integer not null check (minutes between 1 and 1440),
    price_minor  bigint  not null check (price_minor >= 0),
    primary key (clinic_id, treatment_id)
);
call put_behind_walls('treatments', 'select, insert, update');

create table appointments (
    clinic_id           uuid        not null references clinics,
    appointment_id      uuid        not null,
    client_id           uuid        not null,
    practitioner_id     uuid        not null,
    treatment_id        uuid        not null,
    starts_at           timestamptz not null,
    ends_at             timestamptz not null,
    status              text        not null default 'booked'
        check (status in ('booked', 'arrived', 'completed', 'cancelled', 'no_show')),
    price_minor         bigint      not null check (price_minor >= 0),
    -- Frozen at booking: a policy made stricter later does not bind those who booked before.
    notice_minutes      integer     not null check (notice_minutes between 0 and 527040),
    cancelled_by        text check (cancelled_by in ('client', 'staff')),
    cancellation_reason text check (char_length(cancellation_reason) <= 500),
    version             integer     not null default 0 check (version >= 0),
    booked_at           timestamptz not null default clock_timestamp(),
    primary key (clinic_id, appointment_id),
    foreign key (clinic_id, client_id) references clients,
    foreign key (clinic_id, practitioner_id) references practitioners,
    foreign key (clinic_id, treatment_id) references treatments,
    check (ends_at > starts_at),
    -- No appointment is longer than a day: so whatever is not over yet began less than a day ago, and the index on
    -- starts_at finds it without reading the client's whole past.
    check (ends_at - starts_at <= interval '24 hours'),
    check ((status = 'cancelled') = (cancelled_by is not null)),
    check (status = 'cancelled' or cancellation_reason is null)
);
create index appointments_of_client on appointments (clinic_id, client_id, starts_at, appointment_id);
call put_behind_walls('appointments', 'select, insert, update');
