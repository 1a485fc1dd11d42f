#!/bin/bash
# As in the public image: options alone mean redis-server; root gives /data to redis and steps down.
set -e
if [[ "${1#-}" != "$1" || "${1%.conf}" != "$1" ]]; then set -- redis-server "$@"; fi
if [[ "$1" == redis-server ]]; then
  [[ " $* " == *" --protected-mode "* ]] || set -- "$@" --protected-mode no
  if [[ "$(id -u)" == 0 ]]; then
    find . ! -user redis -exec chown redis:redis {} +
    exec chroot --userspec=redis:redis --skip-chdir / "$@"
  fi
fi
exec "$@"
