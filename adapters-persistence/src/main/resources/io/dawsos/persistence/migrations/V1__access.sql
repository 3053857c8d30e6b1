-- Whose rows a transaction sees. The adapter names the scope at the start of each transaction with set_config('app.user', ..., true):
-- a user's identity, or 'system:' and a task. Without it there are no rows.

create function app_scope() returns text language sql stable as $$
    select nullif(current_setting('app.user', true), '')
$$;

create function app_is_system() returns boolean language sql stable as $$
    select coalesce(app_scope() like 'system:%', false)
$$;

create function app_user() returns uuid language sql stable as $$
    select case when app_scope() not like 'system:%' then app_scope()::uuid end
$$;

-- History is append-only. The one exception is the lawful erasure of a whole portfolio or universe (V5), which the audit records.
create function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('app.erasure', true) = 'on' then
        return null;
    end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    scope   text not null,
    action  text not null,
    subject text not null
);
alter table audit enable row level security;
alter table audit force row level security;
create policy audit_read on audit for select using (app_is_system());
create policy audit_write on audit for insert with check (app_scope() is not null);
create trigger append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();

create table users (
    id            uuid primary key,
    email         text not null unique,
    password_hash text not null,
    role          text not null check (role in ('ADMIN', 'USER'))
);
alter table users enable row level security;
alter table users force row level security;
create policy users_scope on users
    using (app_is_system() or id = app_user())
    with check (app_is_system());
