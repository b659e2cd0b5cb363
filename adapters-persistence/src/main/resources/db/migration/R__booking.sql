-- The writes of booking that are several steps, in one call each. Repeatable.

-- Functions are made by a role that the walls refuse, and checking a body would look at tables.
set local check_function_bodies = off;

-- Gives those who want time that others may have (appointments that are overbooked, and after them times off) what is free
-- of it between two moments. Called wherever time is given back or first wanted, by who keeps others from taking it: so
-- nothing is offered that is somebody's, and nothing stays taken that is nobody's (docs/scheduling.md).
drop function if exists fill_times_off(uuid, uuid, timestamptz, timestamptz);
create or replace function fill(in_clinic uuid, in_resource uuid, range_from timestamptz, range_to timestamptz)
    returns void
    language plpgsql
as
$$
declare
    waiting record;
begin
    for waiting in
        select 1 as turn, a.appointment_id as owner, a.starts_at,
               tstzrange(a.starts_at - make_interval(mins => a.buffer_before_minutes),
                         a.ends_at + make_interval(mins => a.buffer_after_minutes))
                   * tstzrange(range_from, range_to) as wanted
        from appointments a
        -- No appointment is longer than a day, no buffer than four hours.
        where a.clinic_id = in_clinic and a.overbook_reason is not null and a.status <> 'cancelled'
          and a.starts_at > range_from - interval '28 hours' and a.starts_at < range_to + interval '4 hours'
          and in_resource in (a.practitioner_id, a.room_id)
        union all
        select 2, f.time_off_id, f.starts_at, tstzrange(f.starts_at, f.ends_at) * tstzrange(range_from, range_to)
        from time_off f
        where f.clinic_id = in_clinic and f.practitioner_id = in_resource
          and f.ends_at > range_from and f.starts_at < range_to
        order by turn, starts_at, owner
    loop
        insert into occupied_time (clinic_id, resource_id, starts_at, ends_at, appointment_id, time_off_id)
        select in_clinic, in_resource, lower(free), upper(free),
               case waiting.turn when 1 then waiting.owner end, case waiting.turn when 2 then waiting.owner end
        from unnest(
            tstzmultirange(waiting.wanted) - coalesce(
                (select range_agg(tstzrange(o.starts_at, o.ends_at))
                 from occupied_time o
                 where o.clinic_id = in_clinic and o.resource_id = in_resource
                   and tstzrange(o.starts_at, o.ends_at) && waiting.wanted),
                '{}')) as free;
    end loop;
end
$$;

-- For an appointment that is overbooked: holds within its time are void, as with time off, and it takes what is free.
create or replace function overbook(
    in_clinic uuid, in_practitioner uuid, in_room uuid, range_from timestamptz, range_to timestamptz)
    returns void
    language plpgsql
as
$$
begin
    delete from holds
    where clinic_id = in_clinic and hold_id in (
        select o.hold_id from occupied_time o
        where o.clinic_id = in_clinic and o.resource_id in (in_practitioner, in_room) and o.hold_id is not null
          and o.starts_at < range_to and o.ends_at > range_from);
    perform fill(in_clinic, in_practitioner, range_from, range_to);
    if in_room is not null then
        perform fill(in_clinic, in_room, range_from, range_to);
    end if;
end
$$;

-- False where the version is no longer the one before. Time that is given back goes to whoever has been waiting for it.
drop function if exists save_appointment(
    uuid, uuid, integer, uuid, uuid, timestamptz, timestamptz, integer, integer, text, text, text);
create or replace function save_appointment(
    in_clinic uuid, in_appointment uuid, new_version integer, new_practitioner uuid, new_room uuid,
    new_start timestamptz, new_end timestamptz, new_before integer, new_after integer, new_status text,
    new_cancelled_by text, new_reason text, new_overbook_reason text)
    returns boolean
    language plpgsql
as
$$
declare
    given record;
    range_from timestamptz := new_start - make_interval(mins => new_before);
    range_to timestamptz := new_end + make_interval(mins => new_after);
begin
    select practitioner_id, room_id, overbook_reason, status,
           starts_at - make_interval(mins => buffer_before_minutes) as range_from,
           ends_at + make_interval(mins => buffer_after_minutes) as range_to
    into given
    from appointments
    where clinic_id = in_clinic and appointment_id = in_appointment and version = new_version - 1
    for no key update;
    if not found then
        return false;
    end if;

    update appointments
    set version = new_version, practitioner_id = new_practitioner, room_id = new_room, starts_at = new_start,
        ends_at = new_end, buffer_before_minutes = new_before, buffer_after_minutes = new_after, status = new_status,
        cancelled_by = new_cancelled_by, cancellation_reason = new_reason, overbook_reason = new_overbook_reason
    where clinic_id = in_clinic and appointment_id = in_appointment;

    -- Where nothing but its status changes, nothing is given back; who has not locked this time does not touch it.
    if new_status <> 'cancelled' and given.status <> 'cancelled'
       and (new_practitioner, new_room, range_from, range_to, new_overbook_reason)
           is not distinct from
           (given.practitioner_id, given.room_id, given.range_from, given.range_to, given.overbook_reason) then
        return true;
    end if;

    -- Who books in a room of that kind waits for this; who moves has waited for them already.
    perform lock_room_kind(in_clinic, (select r.kind from rooms r
                                       where r.clinic_id = in_clinic and r.room_id = given.room_id));
    delete from occupied_time where clinic_id = in_clinic and appointment_id = in_appointment;
    if new_status <> 'cancelled' and new_overbook_reason is null then
        perform occupy(in_clinic, new_practitioner, new_room, range_from, range_to, in_appointment, null, null);
    elsif new_status <> 'cancelled' then
        perform overbook(in_clinic, new_practitioner, new_room, range_from, range_to);
    end if;
    perform fill(in_clinic, given.practitioner_id, given.range_from, given.range_to);
    if given.room_id is not null then
        perform fill(in_clinic, given.room_id, given.range_from, given.range_to);
    end if;
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
