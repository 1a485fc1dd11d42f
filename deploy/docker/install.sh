#!/usr/bin/env bash
# Docker and compose v2 on a machine of Debian's family that lacks them; what is there stays as it is.
# Exit code 1 and one sentence where it cannot be.
set -euo pipefail

log="${ATOLL_INSTALL_LOG:-/tmp/atoll-docker-install.log}"
as_root=()
fail() { echo "$*" >&2; exit 1; }

if ((EUID != 0)); then as_root=(sudo -n); fi

may_install() {
  command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

install_packages() {
  may_install || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1 && return
  "${as_root[@]}" apt-get update -qq >>"$log" 2>&1 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1
}

answers() { docker version >/dev/null 2>&1; }

start_daemon() {
  local tenth
  "${as_root[@]}" sh -c 'setsid dockerd >/var/log/dockerd.log 2>&1 </dev/null &'
  for ((tenth = 0; tenth < 300; tenth++)); do
    answers && return
    sleep 0.1
  done
  return 1
}

install_docker() {
  answers && return
  if ! command -v dockerd >/dev/null || ! command -v docker >/dev/null; then
    echo "Installing Docker"
    install_packages docker.io iptables || fail "Docker is not here and cannot be installed; see $log."
  fi
  start_daemon || fail "The Docker daemon does not start; see /var/log/dockerd.log."
}

# Compose from Debian's next release, which asks for nothing newer than libc 2.34: fetched with a configuration of its
# own, so that the machine's package sources stay as they are.
install_compose() {
  docker compose version >/dev/null 2>&1 && return
  command -v apt-get >/dev/null || fail "docker compose is not here and cannot be installed."
  local package work plugins="${DOCKER_CONFIG:-$HOME/.docker}/cli-plugins"
  for package in docker-compose-v2 docker-compose-plugin; do
    if apt-cache show "$package" >/dev/null 2>&1 && install_packages "$package"; then return; fi
  done
  work="$(mktemp -d)"
  trap "rm -rf '$work'" EXIT
  mkdir -p "$work"/{state/lists/partial,cache/archives/partial,parts} "$plugins"
  : >"$work/status"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s trixie main\n' "$(debian_mirror)" >"$work/sources.list"
  cat >"$work/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "$work/parts";
Dir::State "$work/state";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
CONF
  (
    cd "$work"
    export APT_CONFIG="$work/apt.conf"
    apt-get update -qq && apt-get download -qq docker-compose && dpkg -x docker-compose_*.deb tree
  ) >>"$log" 2>&1 || fail "docker compose cannot be fetched; see $log."
  install -m 755 "$work/tree/usr/libexec/docker/cli-plugins/docker-compose" "$plugins/docker-compose"
  docker compose version >/dev/null 2>&1 || fail "docker compose was fetched and does not run here."
}

debian_mirror() {
  local found
  found="$(sed -nE 's,^URIs: *(https?://\S*debian\S*).*,\1,p; s,^deb (\[.*\] )?(https?://\S*debian\S*) .*,\2,p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v security | head -n 1)"
  echo "${found:-http://deb.debian.org/debian}"
}

install_docker
install_compose
