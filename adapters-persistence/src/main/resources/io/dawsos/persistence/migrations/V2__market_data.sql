-- Bitemporal market data: each committed batch is a revision; revisions are numbered in the order in which they commit.

-- Taken under the lock of the batch that commits next, so in commit order; a number is never given twice.
create sequence revision_numbers;

create table revisions (
    number       bigint primary key,
    universe     text not null check (universe in ('real', 'simulated')),
    source       text not null,
    scope        text not null,
    at           timestamptz not null default clock_timestamp(),
    content_hash text not null,
    chained_hash text not null
);
create index revisions_universe on revisions (universe, number desc);

create table securities (
    id       uuid primary key,
    universe text not null check (universe in ('real', 'simulated')),
    currency text not null
);
create index securities_universe on securities (universe);

-- Symbols change, so they are part of the version; that a symbol in force has one security is kept under the revisions' lock.
create table security_versions (
    security_id uuid not null references securities (id),
    revision    bigint not null references revisions (number),
    symbol      text not null,
    name        text not null,
    type        text not null,
    sector      text,
    primary key (security_id, revision)
);
create index security_versions_symbol on security_versions (symbol);

-- The value is in the index, so that a slice reads nothing else.
create table price_observations (
    security_id uuid not null,
    date        date not null,
    revision    bigint not null,
    value       numeric not null,
    primary key (security_id, date, revision) include (value)
);

create table fx_observations (
    universe text not null,
    pair     text not null,
    date     date not null,
    revision bigint not null,
    value    numeric not null check (value > 0),
    primary key (universe, pair, date, revision) include (value)
);
create index fx_observations_date on fx_observations (universe, date);

create table macro_observations (
    universe text not null,
    series   text not null,
    date     date not null,
    revision bigint not null,
    value    numeric not null,
    primary key (universe, series, date, revision) include (value)
);

create table pricing_packs (
    id         text primary key,
    universe   text not null,
    as_of      date not null,
    cut        bigint not null,
    policy     text not null,
    hash       text not null,
    created_at timestamptz not null default clock_timestamp(),
    unique (universe, as_of, cut, policy)
);

create trigger append_only before update or delete or truncate on revisions
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on securities
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on security_versions
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on price_observations
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on fx_observations
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on macro_observations
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on pricing_packs
    for each statement execute function refuse_change();
