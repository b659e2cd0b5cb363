-- What a client looks at most, each as one call: the clinic is entered and the rows are read in a single round trip, where
-- begin, set_config, select and commit would be four messages for one question (docs/decisions/008). Invoker's rights, so
-- the walls hold inside as outside. The setting is local to the transaction, which, called on its own, is the call.
--
-- A repeatable migration: Flyway runs it again whenever it has changed. Functions are dropped before, for what one gives
-- back cannot be changed otherwise.

-- A transaction that stands in a clinic already stays there: asked for another's rows, it finds none.
create or replace function enter_clinic(in_clinic uuid)
    returns void
    language plpgsql
as
$$
begin
    if nullif(current_setting('app.clinic', true), '') is null then
        perform set_config('app.clinic', in_clinic::text, true);
    end if;
end
$$;

drop function if exists upcoming_of_client(uuid, uuid, timestamptz, timestamptz, uuid, integer);
create function upcoming_of_client(
    in_clinic uuid, in_client uuid, now_at timestamptz, after_at timestamptz, after_id uuid, row_limit integer)
    returns table (
        appointment_id uuid, starts_at timestamptz, ends_at timestamptz, status text, price_minor bigint,
        notice_minutes integer, version integer, treatment_id uuid, treatment_name text, practitioner_id uuid,
        practitioner_name text, zone text, currency text, notes text)
    language plpgsql
as
$$
#variable_conflict use_column
begin
    perform enter_clinic(in_clinic);
    return query
        select a.appointment_id, a.starts_at, a.ends_at, a.status, a.price_minor, a.notice_minutes, a.version,
               t.treatment_id, t.name, p.practitioner_id, p.name, k.zone, k.currency, a.notes
        from appointments a
        join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
        join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
        join clinics k on k.clinic_id = a.clinic_id
        where a.clinic_id = in_clinic and a.client_id = in_client
          and (a.starts_at, a.appointment_id) > (after_at, after_id)
          and a.ends_at > now_at and a.status in ('booked', 'arrived')
        order by a.starts_at, a.appointment_id
        limit row_limit;
end
$$;

drop function if exists past_of_client(uuid, uuid, timestamptz, timestamptz, uuid, integer);
create function past_of_client(
    in_clinic uuid, in_client uuid, now_at timestamptz, before_at timestamptz, before_id uuid, row_limit integer)
    returns table (
        appointment_id uuid, starts_at timestamptz, ends_at timestamptz, status text, price_minor bigint,
        notice_minutes integer, version integer, treatment_id uuid, treatment_name text, practitioner_id uuid,
        practitioner_name text, zone text, currency text, notes text)
    language plpgsql
as
$$
#variable_conflict use_column
begin
    perform enter_clinic(in_clinic);
    return query
        select a.appointment_id, a.starts_at, a.ends_at, a.status, a.price_minor, a.notice_minutes, a.version,
               t.treatment_id, t.name, p.practitioner_id, p.name, k.zone, k.currency, a.notes
        from appointments a
        join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
        join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
        join clinics k on k.clinic_id = a.clinic_id
        where a.clinic_id = in_clinic and a.client_id = in_client
          and (a.starts_at, a.appointment_id) < (before_at, before_id)
          and not (a.ends_at > now_at and a.status in ('booked', 'arrived'))
        order by a.starts_at desc, a.appointment_id desc
        limit row_limit;
end
$$;

drop function if exists appointment_of_client(uuid, uuid, uuid);
create function appointment_of_client(in_clinic uuid, in_client uuid, in_appointment uuid)
    returns table (
        appointment_id uuid, starts_at timestamptz, ends_at timestamptz, status text, price_minor bigint,
        notice_minutes integer, version integer, treatment_id uuid, treatment_name text, practitioner_id uuid,
        practitioner_name text, zone text, currency text, notes text)
    language plpgsql
as
$$
#variable_conflict use_column
begin
    perform enter_clinic(in_clinic);
    return query
        select a.appointment_id, a.starts_at, a.ends_at, a.status, a.price_minor, a.notice_minutes, a.version,
               t.treatment_id, t.name, p.practitioner_id, p.name, k.zone, k.currency, a.notes
        from appointments a
        join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
        join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
        join clinics k on k.clinic_id = a.clinic_id
        where a.clinic_id = in_clinic and a.client_id = in_client and a.appointment_id = in_appointment;
end
$$;

-- One row with the client, the clinic and the tiles; after it one for each of the soonest appointments. Small statements
-- one after the other, so that each can be read, explained and timed alone.
drop function if exists dashboard_of_client(uuid, uuid, timestamptz, integer);
create function dashboard_of_client(in_clinic uuid, in_client uuid, now_at timestamptz, row_limit integer)
    returns table (
        clinic_id uuid, slug text, name text, colour text, logo text, phone text, email text, address text, zone text,
        locale text, currency text, country text, sms_regions text[], portal_on boolean, booking_on boolean,
        email_on boolean, sms_on boolean,
        client_id uuid, client_name text, client_email text, client_phone text,
        payments bigint, owed_minor numeric, packages bigint, package_sessions numeric, vouchers bigint,
        voucher_minor numeric, upcoming bigint,
        appointment_id uuid, starts_at timestamptz, ends_at timestamptz, status text, price_minor bigint,
        notice_minutes integer, version integer, treatment_id uuid, treatment_name text, practitioner_id uuid,
        practitioner_name text, notes text)
    language plpgsql
as
$$
#variable_conflict use_column
declare
    head record;
    money record;
    courses record;
    gifts record;
begin
    perform enter_clinic(in_clinic);

    select k.*, c.name as client_name, c.email as client_email, c.phone as client_phone,
           (now_at at time zone k.zone)::date as today
    into head
    from clients c
    join clinics k on k.clinic_id = c.clinic_id
    where c.clinic_id = in_clinic and c.client_id = in_client and c.erased_at is null;
    if not found then
        return;
    end if;

    select count(*) filter (where kind = 'payment') as payments,
           coalesce(sum(case kind when 'payment' then -amount_minor else amount_minor end), 0) as owed_minor
    into money
    from ledger_entries
    where clinic_id = in_clinic and client_id = in_client;

    select count(*) as packages, coalesce(sum(each_package.free), 0) as package_sessions
    into courses
    from (select count(*) filter (where s.used_at is null) as unused,
                 count(*) filter (
                     where s.used_at is null and (s.reserved_at is null or s.returned_at is not null)) as free
          from client_packages b
          join package_sessions s on s.clinic_id = b.clinic_id and s.package_id = b.package_id
          where b.clinic_id = in_clinic and b.client_id = in_client
            and (b.expires_on is null or b.expires_on >= head.today)
          group by b.package_id) each_package
    where each_package.unused > 0;

    select count(*) as vouchers, coalesce(sum(v.initial_minor - r.spent), 0) as voucher_minor
    into gifts
    from vouchers v
    cross join lateral (
        select coalesce(sum(amount_minor), 0) as spent
        from voucher_redemptions
        where clinic_id = v.clinic_id and voucher_id = v.voucher_id) r
    where v.clinic_id = in_clinic and v.client_id = in_client
      and (v.expires_on is null or v.expires_on >= head.today)
      and v.initial_minor > r.spent;

    return query
        select head.clinic_id, head.slug, head.name, head.colour, head.logo, head.phone, head.email, head.address,
               head.zone, head.locale, head.currency, head.country, head.sms_regions, head.portal_on,
               head.booking_on, head.email_on, head.sms_on, in_client, head.client_name, head.client_email, head.client_phone,
               money.payments, money.owed_minor, courses.packages, courses.package_sessions, gifts.vouchers,
               gifts.voucher_minor, null::bigint,
               null::uuid, null::timestamptz, null::timestamptz, null::text, null::bigint, null::integer,
               null::integer, null::uuid, null::text, null::uuid, null::text, null::text;

    return query
        select null::uuid, null::text, null::text, null::text, null::text, null::text, null::text, null::text,
               head.zone, null::text, head.currency, null::text, null::text[], null::boolean,
               null::boolean, null::boolean, null::boolean, null::uuid, null::text, null::text, null::text,
               null::bigint, null::numeric, null::bigint, null::numeric, null::bigint,
               null::numeric, a.upcoming,
               a.appointment_id, a.starts_at, a.ends_at, a.status, a.price_minor, a.notice_minutes,
               a.version, t.treatment_id, t.name, p.practitioner_id, p.name, a.notes
        from (select *, count(*) over () as upcoming
              from appointments
              where clinic_id = in_clinic and client_id = in_client
                and starts_at > now_at - interval '24 hours' and ends_at > now_at
                and status in ('booked', 'arrived')
              order by starts_at, appointment_id
              limit row_limit) a
        join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
        join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
        order by a.starts_at, a.appointment_id;
end
$$;
