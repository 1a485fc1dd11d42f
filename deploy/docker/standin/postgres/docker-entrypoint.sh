#!/bin/bash
# The variables of the public image: POSTGRES_PASSWORD, POSTGRES_USER, POSTGRES_DB (each also as …_FILE),
# POSTGRES_HOST_AUTH_METHOD, POSTGRES_INITDB_ARGS, PGDATA; scripts in /docker-entrypoint-initdb.d run on first start.
set -euo pipefail

from_file() {
  local file="$1_FILE"
  if [[ -n "${!file:-}" ]]; then export "$1"="$(<"${!file}")"; fi
}

first_start() {
  local method="${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" script
  if [[ -z "${POSTGRES_PASSWORD:-}" && "$method" != trust ]]; then
    echo "Set POSTGRES_PASSWORD (or POSTGRES_HOST_AUTH_METHOD=trust)." >&2
    exit 1
  fi
  # shellcheck disable=SC2086
  initdb -U "$POSTGRES_USER" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:-}") --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \
    --auth-local=trust --auth-host="$method" --no-sync ${POSTGRES_INITDB_ARGS:-}
  echo "host all all all $method" >>"$PGDATA/pg_hba.conf"
  pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -c unix_socket_directories=/var/run/postgresql" -w start
  export PGHOST=/var/run/postgresql PGUSER="$POSTGRES_USER"
  [[ "$POSTGRES_DB" == postgres ]] || psql -q -d postgres -v name="$POSTGRES_DB" <<<'CREATE DATABASE :"name"'
  for script in /docker-entrypoint-initdb.d/*; do
    case "$script" in
      *.sh) . "$script" ;;
      *.sql) psql -v ON_ERROR_STOP=1 -d "$POSTGRES_DB" -f "$script" ;;
    esac
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
}

if [[ "${1#-}" != "$1" ]]; then set -- postgres "$@"; fi
if [[ "$1" == postgres ]]; then
  if [[ "$(id -u)" == 0 ]]; then
    mkdir -p "$PGDATA" /var/run/postgresql
    chown -R postgres:postgres "$PGDATA" /var/run/postgresql
    chmod 700 "$PGDATA"
    exec chroot --userspec=postgres:postgres --skip-chdir / "$0" "$@"
  fi
  from_file POSTGRES_PASSWORD
  from_file POSTGRES_USER
  from_file POSTGRES_DB
  export POSTGRES_USER="${POSTGRES_USER:-postgres}"
  export POSTGRES_DB="${POSTGRES_DB:-$POSTGRES_USER}"
  [[ -s "$PGDATA/PG_VERSION" ]] || first_start
  unset POSTGRES_PASSWORD PGHOST PGUSER
  set -- "$@" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
fi
exec "$@"
