-- The keys of requests that change state. The primary key decides who runs: of many that insert it, one does.

create table idempotency_keys (
    user_id     uuid not null,
    key         text not null check (length(key) between 1 and 200),
    request     text not null,
    claimed_at  timestamptz not null default clock_timestamp(),
    answer      text,
    result_hash text,
    answered_at timestamptz,
    primary key (user_id, key)
);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy idempotency_keys_scope on idempotency_keys
    using (app_is_system() or user_id = app_user())
    with check (user_id = app_user());
