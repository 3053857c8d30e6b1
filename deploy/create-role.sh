#!/bin/sh
# Makes the role that row-level security binds, and its database.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$DAWSOS_DATABASE_PASSWORD" -U postgres <<'SQL'
create role dawsos login nosuperuser nobypassrls password :'password';
create database dawsos owner dawsos;
SQL
