-- Lawful erasure: the one way to delete history, a whole portfolio or universe at a time. What is gone leaves a line in the audit.

create function erase_portfolio(portfolio uuid, asked_by text) returns bigint language plpgsql as $$
declare
    gone    bigint := 0;
    deleted bigint;
begin
    if not exists (select from portfolios where id = portfolio) then
        raise exception 'no portfolio %', portfolio using errcode = 'no_data_found';
    end if;
    perform set_config('app.erasure', 'on', true);
    delete from executions where portfolio_id = portfolio;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from ledger_entries where portfolio_id = portfolio;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from ledger_commits where portfolio_id = portfolio;
    get diagnostics deleted = row_count;
    gone := gone + deleted;
    delete from portfolios where id = portfolio;
    perform set_config('app.erasure', 'off', true);
    gone := gone + 1;
    insert into audit (scope, action, subject) values (asked_by, 'erase portfolio', portfolio || ': ' || gone || ' rows');
    return gone;
end
$$;

create function erase_universe(world text, asked_by text) returns bigint language plpgsql as $$
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
