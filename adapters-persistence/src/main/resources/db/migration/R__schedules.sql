-- What decides when a treatment can be had, in one call (see R__reads.sql). Repeatable.

-- Functions are made by a role that the walls refuse, and checking a body would look at tables.
set local check_function_bodies = off;

-- In seconds since 1970. What began before the range and reaches into it is the last that began before: no two overlap.
-- That one is looked up on its own: a comparison with a sub-select would not be let near the index by the walls, and the
-- whole past would be read.
--
-- Whoever moves an appointment does not see what it has, but does see whoever is overbooked there: theirs is the time once
-- it has moved away. To everybody else it is taken in any case.
drop function if exists busy_between(uuid, uuid, timestamptz, timestamptz, uuid, uuid, timestamptz);
create function busy_between(
    in_clinic uuid, in_resource uuid, range_from timestamptz, range_to timestamptz, own_hold uuid,
    own_appointment uuid, moment timestamptz)
    returns table (busy_from double precision[], busy_to double precision[])
    language sql
    stable
as
$$
    select coalesce(array_agg(date_part('epoch', busy.starts_at)), '{}'),
           coalesce(array_agg(date_part('epoch', busy.ends_at)), '{}')
    from (select o.starts_at, o.ends_at
          from (select coalesce(max(b.starts_at), range_from) as starts_at
                from occupied_time b
                where b.clinic_id = in_clinic and b.resource_id = in_resource and b.starts_at <= range_from) earliest
          join occupied_time o on o.starts_at >= earliest.starts_at
          where o.clinic_id = in_clinic and o.resource_id = in_resource
            and o.starts_at < range_to and o.ends_at > range_from
            and (own_hold is null or o.hold_id is distinct from own_hold)
            and (own_appointment is null or o.appointment_id is distinct from own_appointment)
            and (o.expires_at is null or o.expires_at > moment)
          union all
          select a.starts_at - make_interval(mins => a.buffer_before_minutes),
                 a.ends_at + make_interval(mins => a.buffer_after_minutes)
          from appointments a
          where own_appointment is not null
            and a.clinic_id = in_clinic and a.overbook_reason is not null and a.status <> 'cancelled'
            and a.appointment_id <> own_appointment
            and a.starts_at > range_from - interval '28 hours' and a.starts_at < range_to + interval '4 hours'
            and in_resource in (a.practitioner_id, a.room_id)) busy
$$;

create or replace function lock_room_kind(in_clinic uuid, in_kind text)
    returns void
    language sql
as
$$
    select pg_advisory_xact_lock(7113, hashtext(in_clinic || ' ' || in_kind)) where in_kind is not null
$$;

-- Until the transaction ends, nobody else can change what is read of this treatment's schedule: no one books with these
-- practitioners or in rooms of that kind, no one changes hours; nor, where an appointment is being moved, the time that it
-- gives back. Locks always in this order: the clinic's, practitioners' by the number that is locked, kinds' of rooms
-- likewise.
drop function if exists wait_for_schedule(uuid, uuid, uuid);
create or replace function wait_for_schedule(
    in_clinic uuid, in_treatment uuid, in_practitioner uuid, own_appointment uuid)
    returns void
    language plpgsql
as
$$
declare
    needed_kind text;
    number integer;
begin
    perform pg_advisory_xact_lock_shared(7111, hashtext(in_clinic::text));
    for number in
        select distinct hashtext(in_clinic || ' ' || each.practitioner_id)
        from (select tp.practitioner_id
              from treatment_practitioners tp
              where tp.clinic_id = in_clinic and tp.treatment_id = in_treatment
                and (in_practitioner is null or tp.practitioner_id = in_practitioner)
              union all
              select a.practitioner_id from appointments a
              where a.clinic_id = in_clinic and a.appointment_id = own_appointment) each
        order by 1
    loop
        perform pg_advisory_xact_lock(7112, number);
    end loop;
    select t.room_kind into needed_kind from treatments t
    where t.clinic_id = in_clinic and t.treatment_id = in_treatment;
    perform lock_room_kind(in_clinic, each.kind)
    from (select distinct kind
          from (select needed_kind as kind
                union all
                select r.kind from appointments a
                join rooms r on r.clinic_id = a.clinic_id and r.room_id = a.room_id
                where a.clinic_id = in_clinic and a.appointment_id = own_appointment) kinds
          where kind is not null
          order by kind) each;

    -- Whoever clears these away at the same time is not waited for: two who clear could wait for each other.
    delete from holds
    where clinic_id = in_clinic and hold_id in (
        select h.hold_id from holds h
        where h.clinic_id = in_clinic and h.expires_at <= clock_timestamp()
          and (h.practitioner_id in (select tp.practitioner_id from treatment_practitioners tp
                                     where tp.clinic_id = in_clinic and tp.treatment_id = in_treatment)
               or h.room_id in (select r.room_id from rooms r
                                where r.clinic_id = in_clinic and r.kind = needed_kind))
        for update skip locked);
end
$$;

-- First of all the house with the treatment, then who does it, by name, then rooms of its kind, then days on which the
-- clinic is closed. No rows: no such treatment, or somebody was asked for who is not of this clinic.
--
-- Alone: once all who could change it have to wait. Each statement in here sees what was committed when it began, so after
-- the locks also what those did for whom we waited (docs/decisions/009).
drop function if exists schedule_alone(uuid, uuid, uuid, date, date, uuid, uuid);
drop function if exists schedule_of(uuid, uuid, uuid, date, date, uuid, uuid);
drop function if exists schedule_of(uuid, uuid, uuid, date, date, uuid, uuid, boolean);
create function schedule_of(
    in_clinic uuid, in_treatment uuid, in_practitioner uuid, in_from date, in_to date, own_hold uuid,
    own_appointment uuid, alone boolean)
    returns table (
        part text, zone text, currency text, min_notice_minutes integer, horizon_days integer,
        house_grid_minutes integer, cancel_notice_minutes integer, portal_on boolean, booking_on boolean,
        treatment_id uuid, name text, description text, category text, minutes integer, buffer_before_minutes integer,
        buffer_after_minutes integer, price_minor bigint, online boolean, practitioner_ids uuid[], room_kind text,
        grid_minutes integer, minimum_interval_days integer, only_after uuid, archived boolean, version integer,
        resource_id uuid, weekly_hours text, overrides text, busy_from double precision[], busy_to double precision[], first_day date,
        last_day date)
    language plpgsql
as
$$
#variable_conflict use_column
declare
    house record;
    moment timestamptz;
    range_from timestamptz;
    range_to timestamptz;
begin
    perform enter_clinic(in_clinic);
    if alone then
        perform wait_for_schedule(in_clinic, in_treatment, in_practitioner, own_appointment);
    end if;
    moment := clock_timestamp();

    select k.zone, k.currency, k.min_notice_minutes, k.horizon_days, k.grid_minutes as house_grid_minutes,
           k.cancel_notice_minutes, k.portal_on, k.booking_on,
           t.treatment_id, t.name, t.description, t.category, t.minutes, t.buffer_before_minutes,
           t.buffer_after_minutes, t.price_minor, t.online,
           array(select tp.practitioner_id from treatment_practitioners tp
                 where tp.clinic_id = t.clinic_id and tp.treatment_id = t.treatment_id) as practitioner_ids,
           t.room_kind, t.grid_minutes, t.minimum_interval_days, t.only_after, t.archived, t.version
    into house
    from clinics k
    join treatments t on t.clinic_id = k.clinic_id
    where k.clinic_id = in_clinic and t.treatment_id = in_treatment
      and (in_practitioner is null
           or exists (select from practitioners p
                      where p.clinic_id = in_clinic and p.practitioner_id = in_practitioner));
    if not found then
        return;
    end if;

    return query
        select 'house', house.zone, house.currency, house.min_notice_minutes, house.horizon_days,
               house.house_grid_minutes, house.cancel_notice_minutes, house.portal_on, house.booking_on,
               house.treatment_id, house.name, house.description, house.category, house.minutes,
               house.buffer_before_minutes, house.buffer_after_minutes, house.price_minor, house.online,
               house.practitioner_ids, house.room_kind, house.grid_minutes, house.minimum_interval_days,
               house.only_after, house.archived, house.version,
               null::uuid, null::text, null::text, null::double precision[], null::double precision[], null::date, null::date;

    -- Buffers of four hours reach out of the days on both sides; what begins on the last may take a day itself.
    range_from := in_from::timestamp at time zone house.zone - interval '4 hours';
    range_to := (in_to + 1)::timestamp at time zone house.zone + interval '28 hours';

    return query
        select 'practitioner', null::text, null::text, null::integer, null::integer,
               null::integer, null::integer, null::boolean, null::boolean,
               null::uuid, p.name, null::text, null::text, null::integer,
               null::integer, null::integer, null::bigint, null::boolean,
               null::uuid[], null::text, null::integer, null::integer,
               null::uuid, null::boolean, null::integer,
               p.practitioner_id, p.weekly_hours::text,
               (select json_agg(json_build_object('day', w.day, 'spans', w.spans) order by w.day)::text
                from working_overrides w
                where w.clinic_id = in_clinic and w.practitioner_id = p.practitioner_id
                  and w.day between in_from and in_to),
               busy.busy_from, busy.busy_to, null::date, null::date
        from treatment_practitioners tp
        join practitioners p on p.clinic_id = tp.clinic_id and p.practitioner_id = tp.practitioner_id
        cross join lateral busy_between(
            in_clinic, p.practitioner_id, range_from, range_to, own_hold, own_appointment, moment) busy
        where tp.clinic_id = in_clinic and tp.treatment_id = in_treatment and not p.archived
          and (in_practitioner is null or tp.practitioner_id = in_practitioner)
        order by p.name, p.practitioner_id;

    if house.room_kind is not null then
        return query
            select 'room', null::text, null::text, null::integer, null::integer,
                   null::integer, null::integer, null::boolean, null::boolean,
                   null::uuid, r.name, null::text, null::text, null::integer,
                   null::integer, null::integer, null::bigint, null::boolean,
                   null::uuid[], null::text, null::integer, null::integer,
                   null::uuid, null::boolean, null::integer,
                   r.room_id, null::text, null::text, busy.busy_from, busy.busy_to, null::date, null::date
            from rooms r
            cross join lateral busy_between(
                in_clinic, r.room_id, range_from, range_to, own_hold, own_appointment, moment) busy
            where r.clinic_id = in_clinic and r.kind = house.room_kind and not r.archived
            order by r.name, r.room_id;
    end if;

    return query
        select 'closure', null::text, null::text, null::integer, null::integer,
               null::integer, null::integer, null::boolean, null::boolean,
               null::uuid, null::text, null::text, null::text, null::integer,
               null::integer, null::integer, null::bigint, null::boolean,
               null::uuid[], null::text, null::integer, null::integer,
               null::uuid, null::boolean, null::integer,
               null::uuid, null::text, null::text, null::double precision[], null::double precision[], c.first_day, c.last_day
        from closures c
        where c.clinic_id = in_clinic and c.first_day <= in_to and c.last_day >= in_from
        order by c.first_day, c.last_day;
end
$$;
