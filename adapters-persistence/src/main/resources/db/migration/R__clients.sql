-- Looking for clients, merging, erasing and exporting them, in one call each. Repeatable.

-- Functions are made by a role that the walls refuse, and checking a body would look at tables.
set local check_function_bodies = off;

-- What was typed, as stretches of client_words: from first_word up to, but not, beyond_word. All terms must match; one of
-- digits does so from the front or from the end. At most five are looked at.
create or replace function search_stretches(in_text text)
    returns table (term bigint, first_word text, beyond_word text)
    language sql
    immutable
as
$$
    with typed as (
        select case
                   -- A number with spaces, dashes or brackets in it is one number.
                   when in_text ~ '^[-+0-9 ()./]+$' then array[regexp_replace(in_text, '[^0-9]', '', 'g')]
                   else regexp_split_to_array(trim(in_text), '\s+')
               end as words
    ), terms as (
        select row_number() over () as term, each_word
        from (
            select distinct each_word
            from typed cross join lateral unnest(typed.words) as given
            cross join lateral unnest(
                case when position('@' in given) > 0 then array[lower(given)] else plain_words(given) end) as each_word
            where each_word <> ''
            limit 5
        ) as few
    ), beginnings as (
        select term, each_word as beginning from terms
        union
        select term, ltrim(each_word, '0') from terms where each_word ~ '^0[0-9]*[1-9]'
        union
        select term, '~' || reverse(each_word) from terms where each_word ~ '^[0-9]{3,}$'
    )
    select term, beginning, beginning || chr(1114111) from beginnings
$$;

-- By name. Where one of the terms is rare, its clients are gone through; where some have no more than so many, those are read
-- from the index, and joined. Where all are more common than that, the next clients of the list are looked at, which nearly
-- always fills a page; where it does not, the longest term is read whole, put in order, and gone through until the page is
-- full. "offset 0" has the stretches looked up one by one.
drop function if exists search_clients(uuid, text, text, uuid, integer);
create function search_clients(in_clinic uuid, in_text text, after_name text, after_id uuid, row_limit integer)
    returns table (found_name text, found_id uuid)
    language plpgsql
    stable
as
$$
declare
    rare constant integer := 1000;
    many constant integer := 20000;
    each_term bigint;
    matches integer;
    fewest integer := rare + 1;
    rarest bigint;
    selective bigint[] := '{}';
    terms integer;
    all_terms bigint[];
    firsts text[];
    beyonds text[];
begin
    select array_agg(s.term), array_agg(s.first_word), array_agg(s.beyond_word), count(distinct s.term)
    into all_terms, firsts, beyonds, terms
    from search_stretches(in_text) s;
    if terms = 0 then
        return;
    end if;

    for each_term in select distinct t.term from unnest(all_terms) as t (term)
    loop
        select count(*) into matches
        from (select
              from unnest(all_terms, firsts, beyonds) as s (term, first_word, beyond_word)
              cross join lateral (
                  select from client_words w
                  where w.clinic_id = in_clinic
                    and w.word >= s.first_word collate "C" and w.word < s.beyond_word collate "C"
                  offset 0) as found
              where s.term = each_term
              limit many + 1) as bounded;
        if matches <= many then
            selective := selective || each_term;
        end if;
        if matches < fewest then
            fewest := matches;
            rarest := each_term;
        end if;
    end loop;

    if rarest is not null then
        return query
            select distinct found.name, found.client_id
            from unnest(all_terms, firsts, beyonds) as s (term, first_word, beyond_word)
            cross join lateral (
                select w.name, w.client_id from client_words w
                where w.clinic_id = in_clinic
                  and w.word >= s.first_word collate "C" and w.word < s.beyond_word collate "C"
                offset 0) as found
            where s.term = rarest and (found.name, found.client_id) > (after_name, after_id)
              and (terms = 1 or not exists (
                  select from unnest(all_terms, firsts, beyonds) as o (term, first_word, beyond_word)
                  group by o.term
                  having not bool_or(exists (
                      select from client_words v
                      where v.clinic_id = in_clinic and v.client_id = found.client_id
                        and v.word >= o.first_word collate "C" and v.word < o.beyond_word collate "C"))))
            order by found.name, found.client_id
            limit row_limit;
        return;
    end if;

    if cardinality(selective) > 0 then
        return query
            select each_one.name, each_one.client_id
            from (select found.name, found.client_id
                  from unnest(all_terms, firsts, beyonds) as s (term, first_word, beyond_word)
                  cross join lateral (
                      select w.name, w.client_id from client_words w
                      where w.clinic_id = in_clinic
                        and w.word >= s.first_word collate "C" and w.word < s.beyond_word collate "C"
                      offset 0) as found
                  where s.term = any (selective) and (found.name, found.client_id) > (after_name, after_id)
                  group by found.name, found.client_id
                  having cardinality(selective) = 1 or count(distinct s.term) = cardinality(selective)
                  order by found.name, found.client_id
                  offset 0) as each_one
            where cardinality(selective) = terms or not exists (
                  select from unnest(all_terms, firsts, beyonds) as o (term, first_word, beyond_word)
                  group by o.term
                  having not bool_or(exists (
                      select from client_words v
                      where v.clinic_id = in_clinic and v.client_id = each_one.client_id
                        and v.word >= o.first_word collate "C" and v.word < o.beyond_word collate "C")))
            order by each_one.name, each_one.client_id
            limit row_limit;
        return;
    end if;

    return query
        select next.name, next.client_id
        from (select c.name, c.client_id
              from clients c
              where c.clinic_id = in_clinic and c.erased_at is null and not c.sample
                and (c.name, c.client_id) > (after_name, after_id)
              order by c.name, c.client_id
              limit rare) as next
        where not exists (
              select from unnest(all_terms, firsts, beyonds) as o (term, first_word, beyond_word)
              group by o.term
              having not bool_or(exists (
                  select from client_words v
                  where v.clinic_id = in_clinic and v.client_id = next.client_id
                    and v.word >= o.first_word collate "C" and v.word < o.beyond_word collate "C")))
        order by next.name, next.client_id
        limit row_limit;
    get diagnostics matches = row_count;
    if matches = row_limit then
        return;
    end if;

    select t.term into rarest
    from unnest(all_terms, firsts) as t (term, first_word)
    order by length(t.first_word) desc, t.term
    limit 1;
    return query
        select each_one.name, each_one.client_id
        from (select distinct found.name, found.client_id
              from unnest(all_terms, firsts, beyonds) as s (term, first_word, beyond_word)
              cross join lateral (
                  select w.name, w.client_id from client_words w
                  where w.clinic_id = in_clinic
                    and w.word >= s.first_word collate "C" and w.word < s.beyond_word collate "C"
                  offset 0) as found
              where s.term = rarest and (found.name, found.client_id) > (after_name, after_id)
              order by found.name, found.client_id
              offset 0) as each_one
        where terms = 1 or not exists (
              select from unnest(all_terms, firsts, beyonds) as o (term, first_word, beyond_word)
              group by o.term
              having not bool_or(exists (
                  select from client_words v
                  where v.clinic_id = in_clinic and v.client_id = each_one.client_id
                    and v.word >= o.first_word collate "C" and v.word < o.beyond_word collate "C")))
        order by each_one.name, each_one.client_id
        offset matches
        limit row_limit - matches;
end
$$;

-- Whatever is written for a client who is being merged meanwhile becomes the other's; it waits for the merging to end. For
-- one who was erased nothing new is written (the code is Outages' to read), except in the ledger, which outlives them.
create or replace function follow_merge()
    returns trigger
    language plpgsql
as
$$
declare
    found_client record;
begin
    select erased_at, merged_into into found_client
    from clients
    where clinic_id = new.clinic_id and client_id = new.client_id
    for key share;
    if found_client.merged_into is not null then
        new.client_id := found_client.merged_into;
    elsif found_client.erased_at is not null and tg_table_name <> 'ledger_entries' then
        raise exception 'The client was erased meanwhile' using errcode = 'CP404';
    end if;
    return new;
end
$$;

-- Whatever lets a client in, or could yet, is over: sessions, links, keys. What waits to be sent is gone with it.
create or replace function end_access_of_client(in_clinic uuid, in_client uuid)
    returns void
    language plpgsql
as
$$
begin
    update sessions set ended_at = clock_timestamp(), ended_why = 'logged_out'
    where clinic_id = in_clinic and client_id = in_client and audience = 'portal' and ended_at is null;
    update refresh_tokens t set successor_sealed = null
    from sessions s
    where s.clinic_id = in_clinic and s.client_id = in_client and s.audience = 'portal'
      and t.clinic_id = s.clinic_id and t.session_id = s.session_id and t.successor_sealed is not null;
    update login_links set voided_at = clock_timestamp(), sealed = null
    where clinic_id = in_clinic and client_id = in_client and used_at is null and voided_at is null;
    delete from one_time_keys where clinic_id = in_clinic and client_id = in_client;
end
$$;

-- The client, and those who were merged into them.
create or replace function own_clients(in_clinic uuid, in_client uuid)
    returns setof uuid
    language sql
    stable
as
$$
    select in_client
    union all
    select c.client_id from clients c where c.clinic_id = in_clinic and c.merged_into = in_client
$$;

-- False where one of the two is not there. Rows are locked in one order, so that merging both ways at once has a first and
-- a second, who then finds one of them gone. Addresses move with what is known of them: whether they are proven, and
-- whether their owner wants to hear there. Of two, the kept one's stays, unless only the duplicate's is proven: what a guest
-- typed may be a stranger's (docs/decisions/011).
create or replace function merge_clients(in_clinic uuid, in_kept uuid, in_duplicate uuid)
    returns boolean
    language plpgsql
as
$$
declare
    kept clients%rowtype;
    gone clients%rowtype;
    same_email boolean;
    same_phone boolean;
    takes_email boolean;
    takes_phone boolean;
begin
    perform from clients c
    where c.clinic_id = in_clinic and c.client_id in (in_kept, in_duplicate)
    order by c.client_id
    for update;
    select * into kept from clients c
    where c.clinic_id = in_clinic and c.client_id = in_kept and c.erased_at is null and not c.sample;
    if not found then
        return false;
    end if;
    select * into gone from clients c
    where c.clinic_id = in_clinic and c.client_id = in_duplicate and c.erased_at is null and not c.sample;
    if not found then
        return false;
    end if;

    perform end_access_of_client(in_clinic, in_duplicate);
    update clients
    set erased_at = clock_timestamp(), merged_into = in_kept, name = 'Merged client', email = null, phone = null,
        locale = null, version = version + 1
    where clinic_id = in_clinic and client_id = in_duplicate;
    -- Who was merged into the duplicate before is now merged into the same.
    update clients set merged_into = in_kept where clinic_id = in_clinic and merged_into = in_duplicate;

    same_email := coalesce(kept.email = gone.email, false);
    same_phone := coalesce(kept.phone = gone.phone, false);
    takes_email := not same_email and (
        kept.email is null
        or (gone.email is not null and gone.email_verified_at is not null and kept.email_verified_at is null));
    takes_phone := not same_phone and (
        kept.phone is null
        or (gone.phone is not null and gone.phone_verified_at is not null and kept.phone_verified_at is null));
    -- An address that nobody has is not proven either: else it would speak for the other one.
    update clients
    set email = case when takes_email then gone.email else kept.email end,
        email_verified_at = case
            when takes_email then case when gone.email is not null then gone.email_verified_at end
            when same_email then coalesce(kept.email_verified_at, gone.email_verified_at)
            else kept.email_verified_at
        end,
        email_opt_out = case
            when takes_email then gone.email_opt_out
            else kept.email_opt_out or (gone.email_opt_out and same_email)
        end,
        phone = case when takes_phone then gone.phone else kept.phone end,
        phone_verified_at = case
            when takes_phone then case when gone.phone is not null then gone.phone_verified_at end
            when same_phone then coalesce(kept.phone_verified_at, gone.phone_verified_at)
            else kept.phone_verified_at
        end,
        sms_opt_out = case
            when takes_phone then gone.sms_opt_out
            else kept.sms_opt_out or (gone.sms_opt_out and same_phone)
        end,
        locale = coalesce(kept.locale, gone.locale),
        created_at = least(kept.created_at, gone.created_at),
        version = version + 1
    where clinic_id = in_clinic and client_id = in_kept;
    -- What was sent to an address that is no longer the client's lets nobody in.
    if (takes_email and kept.email is not null) or (takes_phone and kept.phone is not null) then
        update login_links set voided_at = clock_timestamp(), sealed = null
        where clinic_id = in_clinic and client_id = in_kept and used_at is null and voided_at is null
          and identifier in (case when takes_email then kept.email end, case when takes_phone then kept.phone end);
        delete from one_time_keys where clinic_id = in_clinic and client_id = in_kept;
    end if;

    update appointments set client_id = in_kept where clinic_id = in_clinic and client_id = in_duplicate;
    perform hand_over_ledger(in_clinic, in_duplicate, in_kept);
    update client_packages set client_id = in_kept where clinic_id = in_clinic and client_id = in_duplicate;
    update vouchers set client_id = in_kept where clinic_id = in_clinic and client_id = in_duplicate;
    update client_notes set client_id = in_kept where clinic_id = in_clinic and client_id = in_duplicate;
    update messages set client_id = in_kept where clinic_id = in_clinic and client_id = in_duplicate;
    return true;
end
$$;

-- Answers that are kept to be given again (docs/decisions/010) hold what a client, or the staff about them, was told: those
-- to the client, those under an address of theirs, and those that name them. An address is looked for as JSON writes it, so
-- that it is not found within a longer one. All answers are read, unless only those asked for since a moment are.
create or replace function forget_answers_about(
    in_clinic uuid, in_client uuid, in_email text, in_phone text, asked_since timestamptz)
    returns void
    language plpgsql
as
$$
declare
    own_ids text[];
begin
    select array_agg(id::text) into own_ids
    from (select own_clients(in_clinic, in_client) as id
          union all
          select a.appointment_id from appointments a where a.clinic_id = in_clinic and a.client_id = in_client) as ids;
    delete from idempotency_keys k
    where k.clinic_id = in_clinic and (asked_since is null or k.claimed_at > asked_since)
      and (k.principal = any (own_ids)
           or position(to_json(in_email)::text in k.body) > 0
           or position(to_json(in_phone)::text in k.body) > 0
           or exists (
               select from unnest(own_ids) as own
               where position(own in k.route) > 0 or position(own in k.body) > 0));
end
$$;

-- False where there is no such client. Appointments still to come are cancelled without a word and give their time back;
-- what was paid, charged and done stays, without anything personal (SECURITY P52).
create or replace function erase_client(in_clinic uuid, in_client uuid, now_at timestamptz)
    returns boolean
    language plpgsql
as
$$
declare
    began timestamptz := clock_timestamp();
    erased clients%rowtype;
    own_ids uuid[];
    seen uuid[];
    ahead record;
begin
    -- Before any lock: reading all answers takes its time.
    select * into erased from clients c
    where c.clinic_id = in_clinic and c.client_id = in_client and c.erased_at is null and not c.sample;
    if not found then
        return false;
    end if;
    perform forget_answers_about(in_clinic, in_client, erased.email, erased.phone, null);

    -- The order of docs/decisions/009, that of whoever books: grants and appointments, the clinic, practitioners, kinds of
    -- rooms, and the client last.
    delete from one_time_keys where clinic_id = in_clinic and client_id = in_client;
    perform from appointments
    where clinic_id = in_clinic and client_id = in_client and status in ('booked', 'arrived') and ends_at > now_at
    order by appointment_id
    for update;
    select coalesce(array_agg(appointment_id), '{}') into seen
    from appointments
    where clinic_id = in_clinic and client_id = in_client and status in ('booked', 'arrived') and ends_at > now_at;
    perform pg_advisory_xact_lock_shared(7111, hashtext(in_clinic::text));
    for ahead in
        select distinct hashtext(in_clinic || ' ' || practitioner_id) as number
        from appointments
        where clinic_id = in_clinic and appointment_id = any (seen)
        order by 1
    loop
        perform pg_advisory_xact_lock(7112, ahead.number);
    end loop;
    for ahead in
        select distinct r.kind
        from appointments a join rooms r on r.clinic_id = a.clinic_id and r.room_id = a.room_id
        where a.clinic_id = in_clinic and a.appointment_id = any (seen)
        order by 1
    loop
        perform lock_room_kind(in_clinic, ahead.kind);
    end loop;
    select * into erased from clients c
    where c.clinic_id = in_clinic and c.client_id = in_client and c.erased_at is null and not c.sample
    for update;
    if not found then
        return false;
    end if;
    if exists (
        select from appointments
        where clinic_id = in_clinic and client_id = in_client and status in ('booked', 'arrived') and ends_at > now_at
          and appointment_id <> all (seen)) then
        -- Its time is not locked, and now would be out of order: all is done again from the start.
        raise exception 'Something was booked meanwhile' using errcode = 'serialization_failure';
    end if;
    perform end_access_of_client(in_clinic, in_client);
    own_ids := array(select own_clients(in_clinic, in_client));

    for ahead in
        select * from appointments
        where clinic_id = in_clinic and appointment_id = any (seen)
          and client_id = in_client and status in ('booked', 'arrived') and ends_at > now_at
        order by appointment_id
    loop
        perform save_appointment(
            in_clinic, ahead.appointment_id, ahead.version + 1, ahead.practitioner_id, ahead.room_id, ahead.starts_at,
            ahead.ends_at, ahead.buffer_before_minutes, ahead.buffer_after_minutes, 'cancelled', 'staff', null,
            ahead.overbook_reason);
        update package_sessions set returned_at = clock_timestamp()
        where clinic_id = in_clinic and appointment_id = ahead.appointment_id and used_at is null
          and returned_at is null;
    end loop;
    -- That it is overbooked stays, for its time hangs on it; why is nobody's business any more.
    update appointments
    set notes = null, cancellation_reason = null, version = version + 1,
        overbook_reason = case when overbook_reason is not null then 'erased' end
    where clinic_id = in_clinic and client_id = in_client
      and (notes is not null or cancellation_reason is not null or overbook_reason is not null);

    update clients
    set name = 'Erased client', email = null, phone = null, locale = null, erased_at = clock_timestamp(),
        version = version + 1
    where clinic_id = in_clinic and client_id = in_client;
    delete from client_notes where clinic_id = in_clinic and client_id = in_client;
    perform forget_ledger_words(in_clinic, in_client);
    -- Settled, so that whoever is sending one just now has nowhere to write what the far end answered.
    update messages
    set reason = null, reference = null, settled_at = coalesce(settled_at, clock_timestamp()),
        outcome = coalesce(outcome, 'held_back')
    where clinic_id = in_clinic and client_id = any (own_ids)
      and (reason is not null or reference is not null or settled_at is null);
    -- Those, too, that were asked for and never became a link: they are known by the address alone. And what was made for
    -- the clients who were merged into this one.
    update login_links
    set identifier = 'erased', reason = null, sealed = null, settled_at = coalesce(settled_at, clock_timestamp()),
        outcome = coalesce(outcome, 'held_back')
    where clinic_id = in_clinic and audience = 'portal'
      and (client_id = any (own_ids) or identifier in (erased.email, erased.phone));
    -- What was answered meanwhile was asked for a minute before at the most.
    perform forget_answers_about(in_clinic, in_client, erased.email, erased.phone, began - interval '5 minutes');
    return true;
end
$$;

-- All that is known of a client, by table; sessions and links also of those who were merged into them, for they are not
-- moved. Digests, sealed secrets and the words made for searching are left out: the first two say nothing to anybody, the
-- last nothing that is not there already.
create or replace function export_client(in_clinic uuid, in_client uuid)
    returns jsonb
    language sql
    stable
as
$$
    select jsonb_build_object(
        'profile', to_jsonb(c) - '{clinic_id,merged_into,sample,erased_at}'::text[],
        'appointments', (
            select coalesce(jsonb_agg(to_jsonb(a) - '{clinic_id,client_id}'::text[]
                || jsonb_build_object('treatment', t.name, 'practitioner', p.name) order by a.starts_at), '[]')
            from appointments a
            join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
            join practitioners p on p.clinic_id = a.clinic_id and p.practitioner_id = a.practitioner_id
            where a.clinic_id = c.clinic_id and a.client_id = c.client_id),
        'ledger_entries', (
            select coalesce(jsonb_agg(to_jsonb(e) - '{clinic_id,client_id}'::text[]
                || jsonb_build_object('currency', k.currency) order by e.at), '[]')
            from ledger_entries e join clinics k on k.clinic_id = e.clinic_id
            where e.clinic_id = c.clinic_id and e.client_id = c.client_id),
        'client_packages', (
            select coalesce(jsonb_agg(to_jsonb(b) - '{clinic_id,client_id}'::text[] || jsonb_build_object(
                'sessions', (
                    select coalesce(jsonb_agg(to_jsonb(s) - '{clinic_id,package_id}'::text[] order by s.session_no), '[]')
                    from package_sessions s where s.clinic_id = b.clinic_id and s.package_id = b.package_id))
                order by b.bought_at), '[]')
            from client_packages b where b.clinic_id = c.clinic_id and b.client_id = c.client_id),
        'vouchers', (
            select coalesce(jsonb_agg(to_jsonb(v) - '{clinic_id,client_id}'::text[] || jsonb_build_object(
                'redemptions', (
                    select coalesce(jsonb_agg(to_jsonb(r) - '{clinic_id,voucher_id}'::text[] order by r.at), '[]')
                    from voucher_redemptions r where r.clinic_id = v.clinic_id and r.voucher_id = v.voucher_id))
                order by v.issued_at), '[]')
            from vouchers v where v.clinic_id = c.clinic_id and v.client_id = c.client_id),
        'client_notes', (
            select coalesce(jsonb_agg(to_jsonb(n) - '{clinic_id,client_id}'::text[] order by n.written_at), '[]')
            from client_notes n where n.clinic_id = c.clinic_id and n.client_id = c.client_id),
        'messages', (
            select coalesce(jsonb_agg(to_jsonb(m) - '{clinic_id,client_id}'::text[] order by m.created_at), '[]')
            from messages m where m.clinic_id = c.clinic_id and m.client_id = c.client_id),
        'login_links', (
            select coalesce(jsonb_agg(to_jsonb(l)
                - '{clinic_id,client_id,staff_id,token_hash,code_hash,sealed}'::text[] order by l.requested_at), '[]')
            from login_links l
            where l.clinic_id = c.clinic_id
              and l.client_id in (select own_clients(c.clinic_id, c.client_id))),
        'sessions', (
            select coalesce(jsonb_agg(to_jsonb(s) - '{clinic_id,client_id}'::text[] order by s.opened_at), '[]')
            from sessions s
            where s.clinic_id = c.clinic_id
              and s.client_id in (select own_clients(c.clinic_id, c.client_id))))
    from clients c
    where c.clinic_id = in_clinic and c.client_id = in_client and c.erased_at is null and not c.sample
$$;

-- What has happened with a client, the latest first. All of their appointments' events are read for each page (some dozens;
-- they are by appointment, not by client, in the index); of each other kind no more than could be shown.
drop function if exists timeline_of_client(uuid, uuid, timestamptz, uuid, integer);
create function timeline_of_client(
    in_clinic uuid, in_client uuid, before_at timestamptz, before_id uuid, row_limit integer)
    returns table (
        item_id uuid, happened_at timestamptz, kind text, change text, appointment_id uuid, starts_at timestamptz,
        treatment text, channel text, outcome text, words text, amount_minor bigint)
    language sql
    stable
as
$$
    select * from (
        (select md5(e.xid::text || ' ' || e.seq)::uuid as item_id, e.at as happened_at, 'appointment' as kind, e.change,
                a.appointment_id, a.starts_at, t.name as treatment, null as channel, null as outcome, null as words,
                null::bigint as amount_minor
         from appointments a
         join calendar_events e on e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
         join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
         where a.clinic_id = in_clinic and a.client_id = in_client
           and (e.at, md5(e.xid::text || ' ' || e.seq)::uuid) < (before_at, before_id)
         order by 2 desc, 1 desc limit row_limit)
        union all
        (select m.message_id, m.created_at, 'notice', m.change, m.appointment_id, a.starts_at, t.name, m.channel,
                m.outcome, null, null
         from messages m
         join appointments a on a.clinic_id = m.clinic_id and a.appointment_id = m.appointment_id
         join treatments t on t.clinic_id = a.clinic_id and t.treatment_id = a.treatment_id
         where m.clinic_id = in_clinic and m.client_id = in_client
           and (m.created_at, m.message_id) < (before_at, before_id)
         order by 2 desc, 1 desc limit row_limit)
        union all
        (select n.note_id, n.written_at, 'note', null, null, null, null, null, null, left(n.text, 200), null
         from client_notes n
         where n.clinic_id = in_clinic and n.client_id = in_client
           and (n.written_at, n.note_id) < (before_at, before_id)
         order by 2 desc, 1 desc limit row_limit)
        union all
        (select l.entry_id, l.at, l.kind, null, null, null, null, null, null, l.description, l.amount_minor
         from ledger_entries l
         where l.clinic_id = in_clinic and l.client_id = in_client and (l.at, l.entry_id) < (before_at, before_id)
         order by 2 desc, 1 desc limit row_limit)
        union all
        (select s.session_id, s.opened_at, 'login', null, null, null, null, null, null, null, null
         from sessions s
         where s.clinic_id = in_clinic and s.client_id in (select own_clients(in_clinic, in_client))
           and s.audience = 'portal' and not s.preview
           and (s.opened_at, s.session_id) < (before_at, before_id)
         order by 2 desc, 1 desc limit row_limit)
        union all
        (select k.link_id, k.requested_at, 'link', null, null, null, null, k.channel, k.outcome, null, null
         from login_links k
         where k.clinic_id = in_clinic and k.client_id in (select own_clients(in_clinic, in_client))
           and (k.requested_at, k.link_id) < (before_at, before_id)
         order by 2 desc, 1 desc limit row_limit)
    ) as everything
    order by happened_at desc, item_id desc
    limit row_limit
$$;
