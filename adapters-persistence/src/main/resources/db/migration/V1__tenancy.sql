-- The walls between clinics. Every table that holds a clinic's data is put behind them by one call, so that no table
-- words its policy for itself. A test reads the catalogue and fails on a table that was forgotten.
--
-- A migration that must touch rows of all clinics cannot do so by accident: the walls are forced on the owner too, and
-- with row_security off such a statement is an error instead of an empty answer (SECURITY T28). It has to take the
-- force off the table, and put it back, in the same migration.

create procedure put_behind_walls(tenant_table regclass, runtime_privileges text)
    language plpgsql
as
$$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    -- After a transaction that had set it, the setting is '' and not null: hence nullif (SECURITY T24). The sub-select
    -- is evaluated once a query, not once a row.
    execute format(
        'create policy own_clinic_only on %s '
            'using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid)) '
            'with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))',
        tenant_table);
    execute format('grant %s on %s to portal_app', runtime_privileges, tenant_table);
end
$$;

revoke execute on procedure put_behind_walls(regclass, text) from public;

-- So that a start-up check can see which migrations the database has.
grant select on flyway_schema_history to portal_app;
