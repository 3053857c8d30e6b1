-- What users said about statements of other programs. Of each saying the newest counts; an empty meaning takes it back.

create table import_mappings (
    number   bigint generated always as identity primary key,
    owner    uuid not null references users (id),
    format   text not null check (length(format) between 1 and 100),
    section  text not null check (section in ('settings', 'columns', 'types', 'symbols')),
    word     text not null check (length(word) between 1 and 1000),
    meaning  text not null check (length(meaning) <= 1000),
    said_at  timestamptz not null default clock_timestamp()
);
create index import_mappings_newest on import_mappings (owner, format, section, word, number desc);

alter table import_mappings enable row level security;
alter table import_mappings force row level security;
create policy import_mappings_scope on import_mappings
    using (app_is_system() or owner = app_user())
    with check (owner = app_user());
create trigger append_only before update or delete or truncate on import_mappings
    for each statement execute function refuse_change();
