#!/usr/bin/env bash
# Images of the five services from the jars that Maven built, and of what they stand on. Called by ./atoll images.
# One at a time: whoever wants to wait for it takes target/images.lock.
# A base that is not here is pulled; where no registry answers, standin/build.sh makes one. --bases: those alone.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
prefix="${ATOLL_IMAGES:-atoll}"
tag="${ATOLL_TAG:-latest}"
services=(registry provisioner ops gateway web-ui)
cd "$root"

registry_answers() { curl -sS -o /dev/null -m 3 https://registry-1.docker.io/v2/ 2>/dev/null; }

bases() {
  local image missing=()
  while read -r image; do
    docker image inspect "$image" >/dev/null 2>&1 || missing+=("$image")
  done < <("$here/standin/build.sh" --list)
  if ((${#missing[@]} > 0)) && registry_answers; then
    for image in "${missing[@]}"; do docker pull -q "$image" || true; done
  fi
  "$here/standin/build.sh"
}

# Changes when a jar or a file of the recipe does.
print_of_sources() {
  { stat -c '%n %s %Y' ./*/target/lib/*.jar ./*/target/*-runner.jar
    cat "$here"/suite/*
    docker image inspect -f '{{.Id}}' eclipse-temurin:25-jre; } | sha256sum | cut -c1-16
}

is_current() {
  [[ "$(docker image inspect -f '{{index .Config.Labels "io.atoll.build"}}' "$1" 2>/dev/null)" == "$print" ]]
}

build_image() {
  local name="$1" log="$root/target/images.log" began="$SECONDS"
  shift
  is_current "$prefix/$name:$tag" && return
  docker build -q --force-rm --label "io.atoll.build=$print" -f "$here/suite/Dockerfile" -t "$prefix/$name:$tag" "$@" . >"$log" 2>&1 \
    || { tail -n 30 "$log" | cut -c1-300 >&2; echo "$prefix/$name cannot be built." >&2; exit 1; }
  echo "  $prefix/$name:$tag ($((SECONDS - began)) s)"
  made=1
}

# For compose: the group that may use the Docker socket.
write_settings() {
  local socket="${DOCKER_SOCKET:-/var/run/docker.sock}"
  if [[ ! -e .env && -S "$socket" ]]; then echo "DOCKER_GID=$(stat -c %g "$socket")" >.env; fi
}

docker buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0
made=0
mkdir -p target
exec 9>target/images.lock
flock 9
bases
[[ "${1:-}" == --bases ]] && exit
print="$(print_of_sources)"
# Named too, so that the one before it can be removed.
build_image trained --target trained
for service in "${services[@]}"; do build_image "$service" --target service --build-arg "SERVICE=$service"; done
build_image setup --target setup
if ((made > 0)); then docker image prune -f --filter label=io.atoll.build >/dev/null; fi
write_settings
