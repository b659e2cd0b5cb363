-- Clients as the staff look after them: searched, noted on, merged, exported, erased.

alter table clients
    add version     integer not null default 0 check (version >= 0),
    -- Whose everything of theirs has become (docs/decisions/012).
    add merged_into uuid check (merged_into <> client_id),
    add check (merged_into is null or erased_at is not null);
-- A new foreign key is checked against the rows of all clinics: hence the force is off meanwhile (SECURITY T28).
alter table clients no force row level security;
alter table clients add foreign key (clinic_id, merged_into) references clients;
alter table clients force row level security;
create index clients_by_name on clients (clinic_id, name, client_id) where erased_at is null and not sample;
create index clients_merged on clients (clinic_id, merged_into) where merged_into is not null;

-- What the staff write about a client, for the staff.
create table client_notes (
    clinic_id    uuid        not null references clinics,
    note_id      uuid        not null,
    client_id    uuid        not null,
    text         text        not null check (char_length(text) between 1 and 2000),
    written_at   timestamptz not null default clock_timestamp(),
    -- A member of staff, or the key of a program.
    author_kind  text        not null check (author_kind in ('staff', 'key')),
    author_id    uuid        not null,
    primary key (clinic_id, note_id),
    foreign key (clinic_id, client_id) references clients
);
create index client_notes_of_client on client_notes (clinic_id, client_id, written_at, note_id);
call put_behind_walls('client_notes', 'select, insert, update, delete');

-- What somebody who looks for a client may begin to type: a trigger keeps it. The name rides along, so that a search is
-- put in order from the index alone. Plain comparisons in "C", for under row-level security LIKE would use no index.
create table client_words (
    clinic_id uuid not null references clinics,
    client_id uuid not null,
    word      text collate "C" not null check (char_length(word) between 1 and 300),
    name      text not null,
    primary key (clinic_id, client_id, word),
    foreign key (clinic_id, client_id) references clients
);
create index client_words_by_word on client_words (clinic_id, word, name, client_id);
call put_behind_walls('client_words', 'select, insert, delete');

-- For the timeline, and for ending what a client has.
create index sessions_of_client on sessions (clinic_id, client_id, opened_at) where client_id is not null;
create index login_links_of_client on login_links (clinic_id, client_id, requested_at) where client_id is not null;
create index one_time_keys_of_client on one_time_keys (clinic_id, client_id);

-- Lower case, without accents and apostrophes; what is neither letter nor digit parts words. In a collation of PostgreSQL's
-- own, so that it comes out the same whatever the server's locale is.
create function plain_words(in_text text)
    returns text[]
    language sql
    immutable
    parallel safe
as
$$
    select coalesce(array_agg(distinct each_word) filter (where each_word <> ''), '{}')
    from regexp_split_to_table(
        regexp_replace(
            translate(lower(normalize(in_text, nfkd) collate "pg_c_utf8"), 'øłđħı''’ʼ`', 'oldhi'),
            '[\u0300-\u036f]', '', 'g'),
        '[^[:alnum:]]+') as each_word
$$;

-- A word is found by its beginning. So an e-mail address stands there whole, from its @, and by the words before it; a phone
-- number with its country's code, without the one to three digits that the code may be, and backwards after a ~, for those
-- who type its end.
create function words_of_client(in_name text, in_email text, in_phone text)
    returns setof text
    language sql
    immutable
as
$$
    select distinct left(each_word, 300) collate "C"
    from (
        select unnest(plain_words(in_name))
        union all
        select unnest(array[in_email, substring(in_email from '@.*')] || plain_words(split_part(in_email, '@', 1)))
        union all
        select substring(in_phone from 1 + skipped) from generate_series(1, 4) as skipped
        union all
        select '~' || reverse(substring(in_phone from 2))
    ) as all_words (each_word)
    where each_word <> ''
$$;

create function keep_client_words()
    returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'UPDATE' then
        delete from client_words where clinic_id = old.clinic_id and client_id = old.client_id;
    end if;
    if new.erased_at is null and not new.sample then
        insert into client_words (clinic_id, client_id, word, name)
        select new.clinic_id, new.client_id, each_word, new.name
        from words_of_client(new.name, new.email, new.phone) as each_word;
    end if;
    return null;
end
$$;

-- Those of all clinics: hence the force is off meanwhile (SECURITY T28).
alter table clients no force row level security;
alter table client_words no force row level security;
insert into client_words (clinic_id, client_id, word, name)
select c.clinic_id, c.client_id, each_word, c.name
from clients c cross join lateral words_of_client(c.name, c.email, c.phone) as each_word
where c.erased_at is null and not c.sample;
alter table clients force row level security;
alter table client_words force row level security;

create trigger keep_client_words after insert or update of name, email, phone, erased_at, sample on clients
    for each row execute function keep_client_words();

-- Whatever is written for a client who is being merged meanwhile becomes the other's; it waits for the merging to end.
create function follow_merge()
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
    elsif found_client.erased_at is not null then
        -- Done again from the start, the client is not found.
        raise exception 'The client was erased meanwhile' using errcode = 'serialization_failure';
    end if;
    return new;
end
$$;
create trigger follow_merge before insert on appointments for each row execute function follow_merge();
create trigger follow_merge before insert on client_notes for each row execute function follow_merge();
create trigger follow_merge before insert on ledger_entries for each row execute function follow_merge();
create trigger follow_merge before insert on client_packages for each row execute function follow_merge();
create trigger follow_merge before insert on vouchers for each row execute function follow_merge();

-- The ledger is append-only for the runtime role. These two are all it may do to a line, and only within the clinic in
-- force: the walls bind the owner too (docs/decisions/012).
set local check_function_bodies = off;

-- From a client who is merged into the other already.
create function hand_over_ledger(in_clinic uuid, from_client uuid, to_client uuid)
    returns void
    language sql
    security definer
    set search_path = public, pg_temp
as
$$
    update ledger_entries e set client_id = to_client
    where e.clinic_id = in_clinic and e.client_id = from_client
      and exists (
          select from clients c
          where c.clinic_id = e.clinic_id and c.client_id = from_client and c.merged_into = to_client)
$$;

-- Of a client who is erased already: what was charged stays, for what in somebody's own words does not.
create function forget_ledger_words(in_clinic uuid, in_client uuid)
    returns void
    language sql
    security definer
    set search_path = public, pg_temp
as
$$
    update ledger_entries e set description = 'Charge'
    where e.clinic_id = in_clinic and e.client_id = in_client and e.kind = 'charge'
      and exists (
          select from clients c
          where c.clinic_id = e.clinic_id and c.client_id = in_client and c.erased_at is not null)
$$;
revoke execute on function hand_over_ledger(uuid, uuid, uuid), forget_ledger_words(uuid, uuid) from public;
grant execute on function hand_over_ledger(uuid, uuid, uuid), forget_ledger_words(uuid, uuid) to portal_app;
