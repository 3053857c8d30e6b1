-- Versions of patterns by their hash, and which of them are in use: the newest activation of each id. Shared by all users.

create table pattern_versions (
    hash     text primary key,
    id       text not null,
    version  text not null,
    document text not null,
    includes text[] not null,
    kept_at  timestamptz not null default clock_timestamp(),
    kept_by  text not null,
    unique (id, hash)
);
create index pattern_versions_of on pattern_versions (id, kept_at desc);
create trigger append_only before update or delete or truncate on pattern_versions
    for each statement execute function refuse_change();

create table pattern_activations (
    number       bigint generated always as identity primary key,
    id           text not null,
    hash         text not null,
    activated_at timestamptz not null default clock_timestamp(),
    activated_by text not null,
    foreign key (id, hash) references pattern_versions (id, hash)
);
create index pattern_activations_newest on pattern_activations (id, number desc);
create trigger append_only before update or delete or truncate on pattern_activations
    for each statement execute function refuse_change();

-- Who may read: everybody. Who may write: whoever names a scope; the routes let only administrators come so far.
alter table pattern_versions enable row level security;
alter table pattern_versions force row level security;
create policy pattern_versions_read on pattern_versions for select using (true);
create policy pattern_versions_write on pattern_versions for insert with check (kept_by = app_scope());
alter table pattern_activations enable row level security;
alter table pattern_activations force row level security;
create policy pattern_activations_read on pattern_activations for select using (true);
create policy pattern_activations_write on pattern_activations for insert with check (activated_by = app_scope());
