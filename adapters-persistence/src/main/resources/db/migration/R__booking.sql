-- The writes of booking that are several steps, in one call each. Repeatable.

-- Functions are made by a role that the walls refuse, and checking a body would look at tables.
set local check_function_bodies = off;

-- Gives a practitioner's times off what is free of them between two moments.
create or replace function fill_times_off(
    in_clinic uuid, in_practitioner uuid, range_from timestamptz, range_to timestamptz)
    returns void
    language plpgsql
as
$$
declare
    away record;
begin
    for away in
        select f.time_off_id, tstzrange(f.starts_at, f.ends_at) * tstzrange(range_from, range_to) as wanted
        from time_off f
        where f.clinic_id = in_clinic and f.practitioner_id = in_practitioner
          and f.ends_at > range_from and f.starts_at < range_to
        order by f.starts_at, f.time_off_id
    loop
        insert into occupied_time (clinic_id, resource_id, starts_at, ends_at, time_off_id)
        select in_clinic, in_practitioner, lower(free), upper(free), away.time_off_id
        from unnest(
            tstzmultirange(away.wanted) - coalesce(
                (select range_agg(tstzrange(o.starts_at, o.ends_at))
                 from occupied_time o
                 where o.clinic_id = in_clinic and o.resource_id = in_practitioner
                   and tstzrange(o.starts_at, o.ends_at) && away.wanted),
                '{}')) as free;
    end loop;
end
$$;

-- False where the version is no longer the one before. Time that is given back within a time off becomes part of it.
create or replace function save_appointment(
    in_clinic uuid, in_appointment uuid, new_version integer, new_practitioner uuid, new_room uuid,
    new_start timestamptz, new_end timestamptz, new_before integer, new_after integer, new_status text,
    new_cancelled_by text, new_reason text)
    returns boolean
    language plpgsql
as
$$
declare
    given record;
begin
    select practitioner_id, starts_at - make_interval(mins => buffer_before_minutes) as range_from,
           ends_at + make_interval(mins => buffer_after_minutes) as range_to
    into given
    from appointments
    where clinic_id = in_clinic and appointment_id = in_appointment and version = new_version - 1
    for update;
    if not found then
        return false;
    end if;

    update appointments
    set version = new_version, practitioner_id = new_practitioner, room_id = new_room, starts_at = new_start,
        ends_at = new_end, buffer_before_minutes = new_before, buffer_after_minutes = new_after, status = new_status,
        cancelled_by = new_cancelled_by, cancellation_reason = new_reason
    where clinic_id = in_clinic and appointment_id = in_appointment;

    delete from occupied_time where clinic_id = in_clinic and appointment_id = in_appointment;
    if new_status <> 'cancelled' then
        perform occupy(
            in_clinic, new_practitioner, new_room, new_start - make_interval(mins => new_before),
            new_end + make_interval(mins => new_after), in_appointment, null, null);
    end if;
    perform fill_times_off(in_clinic, given.practitioner_id, given.range_from, given.range_to);
    return true;
end
$$;

-- For an appointment or a hold: all of it or, by the exclusion constraint, an error.
create or replace function occupy(
    in_clinic uuid, in_practitioner uuid, in_room uuid, range_from timestamptz, range_to timestamptz,
    in_appointment uuid, in_hold uuid, in_expiry timestamptz)
    returns void
    language sql
as
$$
    insert into occupied_time (clinic_id, resource_id, starts_at, ends_at, appointment_id, hold_id, expires_at)
    select in_clinic, resource, range_from, range_to, in_appointment, in_hold, in_expiry
    from unnest(array[in_practitioner, in_room]) as resource
    where resource is not null
$$;

-- Whoever spends a link that went to a client's address has proven the address to be theirs, unless it is somebody
-- else's already. False where the client has proven the other address, and so is not known to be who holds this one.
create or replace function prove_address(in_clinic uuid, in_client uuid, in_channel text, in_address text)
    returns boolean
    language plpgsql
as
$$
begin
    -- Two clients with one address cannot both prove it at once; numbered next to the locks of the login.
    perform pg_advisory_xact_lock(7105, hashtext(in_clinic || ' ' || in_address));
    update clients c
    set email_verified_at = case in_channel when 'email' then clock_timestamp() end,
        phone_verified_at = case in_channel when 'sms' then clock_timestamp() end
    where c.clinic_id = in_clinic and c.client_id = in_client
      and c.email_verified_at is null and c.phone_verified_at is null
      and in_address = case in_channel when 'email' then c.email else c.phone end
      and not exists (
          select from clients o
          where o.clinic_id = in_clinic and o.erased_at is null
            and case in_channel
                    when 'email' then o.email = in_address and o.email_verified_at is not null
                    else o.phone = in_address and o.phone_verified_at is not null
                end);
    return exists (
        select from clients c
        where c.clinic_id = in_clinic and c.client_id = in_client
          and case in_channel
                  when 'email' then c.email_verified_at is not null or c.phone_verified_at is null
                  else c.phone_verified_at is not null or c.email_verified_at is null
              end);
end
$$;
