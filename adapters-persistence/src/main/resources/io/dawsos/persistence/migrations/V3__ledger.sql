-- Portfolios and their ledgers: hash chains of commits. A chain has one first commit and no forks.

create table portfolios (
    id            uuid primary key,
    owner         uuid not null references users (id),
    name          text not null,
    base_currency text not null,
    universe      text not null check (universe in ('real', 'simulated')),
    added         bigint generated always as identity,
    unique (owner, name)
);

create table ledger_commits (
    portfolio_id uuid not null references portfolios (id),
    sequence     bigint not null,
    hash         text not null,
    parent       text not null, -- empty for the first commit, so that unique holds for it too
    first_entry  bigint not null,
    entry_count  integer not null check (entry_count > 0),
    actor        uuid not null,
    at           timestamptz not null,
    note         text not null,
    primary key (portfolio_id, sequence),
    unique (portfolio_id, parent),
    unique (portfolio_id, hash)
);

create table ledger_entries (
    portfolio_id uuid not null references portfolios (id),
    sequence     bigint not null,
    id           uuid not null,
    type         text not null,
    date         date not null,
    security_id  uuid references securities (id),
    quantity     numeric,
    price        numeric,
    amount       numeric,
    currency     text,
    fee          numeric,
    tax          numeric,
    new_units    numeric,
    old_units    numeric,
    note         text not null,
    primary key (portfolio_id, sequence)
);

create function app_owns(portfolio uuid) returns boolean language sql stable as $$
    select app_is_system() or exists (select from portfolios p where p.id = portfolio and p.owner = app_user())
$$;

alter table portfolios enable row level security;
alter table portfolios force row level security;
create policy portfolios_scope on portfolios
    using (app_is_system() or owner = app_user())
    with check (app_is_system() or owner = app_user());

alter table ledger_commits enable row level security;
alter table ledger_commits force row level security;
create policy ledger_commits_scope on ledger_commits using (app_owns(portfolio_id)) with check (app_owns(portfolio_id));

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
create policy ledger_entries_scope on ledger_entries
    using (portfolio_id in (select p.id from portfolios p))
    with check (portfolio_id in (select p.id from portfolios p));

create trigger portfolios_append_only before update or delete on portfolios for each row execute function refuse_change();
create trigger portfolios_no_truncate before truncate on portfolios for each statement execute function refuse_change();
create trigger ledger_commits_append_only before update or delete on ledger_commits for each row execute function refuse_change();
create trigger ledger_commits_no_truncate before truncate on ledger_commits for each statement execute function refuse_change();
create trigger ledger_entries_append_only before update or delete on ledger_entries for each row execute function refuse_change();
create trigger ledger_entries_no_truncate before truncate on ledger_entries for each statement execute function refuse_change();
