#!/bin/sh
# Run once by the PostgreSQL image on an empty data folder: the owner of the database, which only
# migrations use, and the role the application connects as, which owns nothing.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner="$AMPARO_OWNER_PASSWORD" --set=runtime="$AMPARO_RUNTIME_PASSWORD" <<'SQL'
CREATE ROLE amparo_app NOLOGIN;
CREATE ROLE amparo_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE amparo_runtime LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS
  PASSWORD :'runtime' IN ROLE amparo_app;
CREATE DATABASE amparo OWNER amparo_owner;
REVOKE CONNECT ON DATABASE amparo FROM PUBLIC;
GRANT CONNECT ON DATABASE amparo TO amparo_app;
SQL
