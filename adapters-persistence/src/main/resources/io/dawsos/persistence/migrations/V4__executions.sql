-- The log of runs, by month so that old months can be dropped whole.

create table executions (
    id              uuid not null,
    user_id         uuid not null,
    pattern         text not null,
    pattern_hash    text not null,
    engine_version  text not null,
    view            text not null,
    inputs          text not null,
    portfolio_id    uuid,
    pack_id         text,
    ledger_head     text,
    outcome         text not null,
    result_hash     text not null,
    trace           text not null,
    started_at      timestamptz not null,
    duration_micros bigint not null,
    primary key (id, started_at)
) partition by range (started_at);

-- Pages of one user's runs, newest first.
create index executions_newest on executions (user_id, started_at desc, id desc);

alter table executions enable row level security;
alter table executions force row level security;
create policy executions_scope on executions
    using (app_is_system() or user_id = app_user())
    with check (app_is_system());
create trigger append_only before update or delete or truncate on executions
    for each statement execute function refuse_change();

-- Policies and statement triggers of the whole do not hold for a part that is named directly: there nobody sees a row.
create function executions_guard(part text) returns void language plpgsql as $$
begin
    execute format('alter table %I enable row level security', part);
    execute format('alter table %I force row level security', part);
    execute format(
        'create trigger append_only before update or delete or truncate on %I'
        ' for each statement execute function refuse_change()', part);
end
$$;

-- Makes the part of a month, in UTC; does nothing if it is there.
create function executions_partition(month date) returns void language plpgsql as $$
declare
    part text := 'executions_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(part) is not null then
        return;
    end if;
    execute format(
        'create table %I partition of executions for values from (%L) to (%L)',
        part,
        to_char(month, 'YYYY-MM-01 00:00:00+00'),
        to_char(month + interval '1 month', 'YYYY-MM-01 00:00:00+00'));
    perform executions_guard(part);
end
$$;

create table executions_rest partition of executions default;
do $$ begin perform executions_guard('executions_rest'); end $$;
