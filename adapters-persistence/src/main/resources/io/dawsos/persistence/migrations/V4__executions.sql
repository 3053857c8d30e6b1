-- The log of runs, by month so that old months can be dropped whole.

create table executions (
    id              uuid not null,
    user_id         uuid not null,
    pattern         text not null,
    pattern_hash    text not null,
    engine_version  text not null,
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

create table executions_rest partition of executions default;

create function executions_partition(month date) returns void language plpgsql as $$
begin
    if to_regclass('executions_' || to_char(month, 'YYYY_MM')) is not null then
        return;
    end if;
    execute format(
        'create table executions_%s partition of executions for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), date_trunc('month', month), date_trunc('month', month) + interval '1 month');
end
$$;

alter table executions_rest enable row level security;
alter table executions_rest force row level security;
alter table executions enable row level security;
alter table executions force row level security;
create policy executions_scope on executions
    using (app_is_system() or user_id = app_user())
    with check (app_is_system());

create trigger executions_append_only before update or delete on executions for each row execute function refuse_change();
create trigger executions_no_truncate before truncate on executions for each statement execute function refuse_change();
