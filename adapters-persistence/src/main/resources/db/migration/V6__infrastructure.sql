-- Not a clinic's data, hence outside the walls: nothing here tells whose it is beyond ids and digests.

-- The columns are what db-scheduler expects.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_due_by_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to portal_app;

-- The columns are what Bucket4j expects. An id is a digest of who is counted: no address stands here.
create table throttle_buckets (
    id         text not null primary key,
    state      bytea,
    -- Milliseconds since 1970.
    expires_at bigint
);
create index throttle_buckets_by_expiry on throttle_buckets (expires_at);
grant select, insert, update, delete on throttle_buckets to portal_app;
