-- A guessed code looks for the newest link of its identifier whatever has become of it, so that it costs the same for
-- everybody (SECURITY S8). login_links_made_for holds only those made.
create index login_links_of_identifier on login_links
    (clinic_id, identifier, audience, made_at desc nulls last, link_id desc);
