-- Bitemporal market data: each committed batch is a revision; revisions are numbered in the order in which they commit.

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
    symbol   text not null,
    currency text not null,
    unique (universe, symbol)
);

create table security_versions (
    security_id uuid not null references securities (id),
    revision    bigint not null references revisions (number),
    name        text not null,
    type        text not null,
    sector      text,
    primary key (security_id, revision)
);

create table price_observations (
    security_id uuid not null,
    date        date not null,
    revision    bigint not null,
    value       numeric not null,
    primary key (security_id, date, revision)
);

create table fx_observations (
    universe text not null,
    pair     text not null,
    date     date not null,
    revision bigint not null,
    value    numeric not null check (value > 0),
    primary key (universe, pair, date, revision)
);

create table macro_observations (
    universe text not null,
    series   text not null,
    date     date not null,
    revision bigint not null,
    value    numeric not null,
    primary key (universe, series, date, revision)
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

create trigger revisions_append_only before update or delete on revisions for each row execute function refuse_change();
create trigger revisions_no_truncate before truncate on revisions for each statement execute function refuse_change();
create trigger securities_append_only before update or delete on securities for each row execute function refuse_change();
create trigger securities_no_truncate before truncate on securities for each statement execute function refuse_change();
create trigger security_versions_append_only before update or delete on security_versions for each row execute function refuse_change();
create trigger security_versions_no_truncate before truncate on security_versions for each statement execute function refuse_change();
create trigger price_observations_append_only before update or delete on price_observations for each row execute function refuse_change();
create trigger price_observations_no_truncate before truncate on price_observations for each statement execute function refuse_change();
create trigger fx_observations_append_only before update or delete on fx_observations for each row execute function refuse_change();
create trigger fx_observations_no_truncate before truncate on fx_observations for each statement execute function refuse_change();
create trigger macro_observations_append_only before update or delete on macro_observations for each row execute function refuse_change();
create trigger macro_observations_no_truncate before truncate on macro_observations for each statement execute function refuse_change();
create trigger pricing_packs_append_only before update or delete on pricing_packs for each row execute function refuse_change();
create trigger pricing_packs_no_truncate before truncate on pricing_packs for each statement execute function refuse_change();
