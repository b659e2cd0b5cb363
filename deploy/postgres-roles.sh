#!/bin/sh
# Creates the portal's database and its two roles. compose.yaml runs it when the database is first made;
# on a server of your own, run it once as a superuser (psql's PGHOST, PGUSER ... apply). Safe to repeat:
# it then sets the passwords anew.
#
#   portal_owner   owns the tables and runs the migrations
#   portal_app     is what the application works as: it owns nothing and cannot step around row-level security,
#                  which is one of the walls between clinics
set -eu

: "${PORTAL_DB_OWNER_PASSWORD:?the password for portal_owner}"
: "${PORTAL_DB_PASSWORD:?the password for portal_app}"
export PORTAL_DB_OWNER_PASSWORD PORTAL_DB_PASSWORD

# Passwords come through \getenv: on the command line every process of the machine could read them.
psql --no-psqlrc --set ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname postgres <<'SQL'
\getenv owner_password PORTAL_DB_OWNER_PASSWORD
\getenv app_password PORTAL_DB_PASSWORD
-- Keep the passwords out of the server's log, whatever it is set to log.
SET log_statement = 'none';
SET log_min_error_statement = 'panic';
SET log_min_duration_statement = -1;
SET password_encryption = 'scram-sha-256';

SELECT format('CREATE ROLE %I', name)
FROM (VALUES ('portal_owner'), ('portal_app')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE portal_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'owner_password';
ALTER ROLE portal_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT PASSWORD :'app_password';

-- ICU's root order, the same on every operating system: an upgrade of the C library cannot break an index.
SELECT 'CREATE DATABASE portal OWNER portal_owner TEMPLATE template0 ENCODING ''UTF8'' LOCALE_PROVIDER icu ICU_LOCALE ''und'' LOCALE ''C.UTF-8'''
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'portal')
\gexec

REVOKE ALL ON DATABASE portal FROM PUBLIC;
GRANT CONNECT ON DATABASE portal TO portal_app;

\connect portal
ALTER SCHEMA public OWNER TO portal_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal_app;
SQL
