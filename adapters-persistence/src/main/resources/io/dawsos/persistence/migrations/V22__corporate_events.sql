-- Announced events of securities, in the same revisions as the other market data: the newest version of each is in force.

create table corporate_events (
    security_id       uuid not null references securities (id),
    date              date not null,
    kind              text not null check (kind in ('DIVIDEND', 'EARNINGS', 'SPLIT')),
    label             text not null,
    revision          bigint not null references revisions (number),
    in_force          boolean not null,
    amount            numeric check (amount > 0),
    currency          text,
    recorded          date,
    paid              date,
    declared          date,
    new_units         numeric check (new_units > 0),
    old_units         numeric check (old_units > 0),
    earnings          numeric,
    earnings_estimate numeric,
    revenue           numeric,
    revenue_estimate  numeric,
    time_of_day       text,
    primary key (security_id, date, kind, label, revision),
    check ((kind = 'DIVIDEND') = (amount is not null and currency is not null)),
    check ((kind = 'SPLIT') = (new_units is not null and old_units is not null))
);
create index corporate_events_date on corporate_events (date);
create trigger append_only before update or delete or truncate on corporate_events
    for each statement execute function refuse_change();

-- Erasure of a universe takes its events too, before the securities and revisions that they refer to.
create or replace function erase_universe(world text, asked_by text) returns bigint language plpgsql as $$
declare
    gone      bigint := 0;
    deleted bigint;
    portfolio uuid;
begin
    if world = 'real' or not app_is_system() then
        raise exception 'the universe % is not erased', world using errcode = 'insufficient_privilege';
    end if;
    for portfolio in select id from portfolios where universe = world loop
        gone := gone + erase_portfolio(portfolio, asked_by);
    end loop;
    perform set_config('app.erasure', 'on', true);
    delete from corporate_events where security_id in (select id from securities where universe = world);
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from pricing_packs where universe = world;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from price_observations where security_id in (select id from securities where universe = world);
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from fx_observations where universe = world;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from macro_observations where universe = world;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from security_versions where security_id in (select id from securities where universe = world);
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from securities where universe = world;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from revisions where universe = world;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    perform set_config('app.erasure', 'off', true);
    insert into audit (scope, action, subject) values (asked_by, 'erase universe', world || ': ' || gone || ' rows');
    return gone;
end
$$;
