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
    details      text, -- the rarer fields, one name=text in a line; null if there are none
    note         text not null,
    primary key (portfolio_id, sequence)
);

alter table portfolios enable row level security;
alter table portfolios force row level security;
create policy portfolios_scope on portfolios
    using (app_is_system() or owner = app_user())
    with check (app_is_system() or owner = app_user());

-- A ledger is seen by who sees its portfolio.
alter table ledger_commits enable row level security;
alter table ledger_commits force row level security;
create policy ledger_commits_scope on ledger_commits
    using (exists (select from portfolios p where p.id = portfolio_id))
    with check (exists (select from portfolios p where p.id = portfolio_id));

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
create policy ledger_entries_scope on ledger_entries
    using (exists (select from portfolios p where p.id = portfolio_id))
    with check (exists (select from portfolios p where p.id = portfolio_id));

create trigger append_only before update or delete or truncate on portfolios
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_commits
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_entries
    for each statement execute function refuse_change();
