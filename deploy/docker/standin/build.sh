#!/usr/bin/env bash
# Builds local images under the public names that Atoll uses, for machines that reach no registry.
# Needs: a Docker daemon, a JDK 25 in JAVA_HOME, Maven, and apt of a Debian system (nothing is installed).
# An image of that name that was not built here is left alone. Nothing changed: nothing is done.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
work="${ATOLL_STANDIN_WORK:-$root/target/standin}"
maven=(mvn -q -B)
[[ -n "${ATOLL_MAVEN_REPOSITORY:-}" ]] && maven+=("-Dmaven.repo.local=$ATOLL_MAVEN_REPOSITORY")

property() { sed -nE "s,.*<$1>(.*)</$1>.*,\1,p" "$root/pom.xml" | head -n 1; }
kafka_version="$(property kafka.version)"
postgres_version="$(property embedded-postgres-binaries.version)"

base_image=eclipse-temurin:25-jre
kafka_image="apache/kafka:$kafka_version"
redis_image=redis:7
postgres_image="postgres:${postgres_version%%.*}"
rest_image="${ATOLL_REST_PROXY_IMAGE:-confluentinc/cp-kafka-rest:8.1.0}"
ui_image="${ATOLL_UI_IMAGE:-ghcr.io/kafbat/kafka-ui:v1.5.0}"

if [[ "${1:-}" == --list ]]; then
  printf '%s\n' "$base_image" "$kafka_image" "$redis_image" "$postgres_image" "$rest_image" "$ui_image"
  exit
fi

fail() { echo "$*" >&2; exit 1; }

for jdk in "${ATOLL_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/*; do
  if grep -qs '^JAVA_VERSION="25[."]' "$jdk/release" && [[ -x "$jdk/bin/jlink" ]]; then break; fi
  jdk=
done
[[ -n "$jdk" ]] || fail "JAVA_HOME must name a JDK 25."
export JAVA_HOME="$jdk"
docker version >/dev/null 2>&1 || fail "No Docker daemon answers."
mkdir -p "$work"
exec 9>"$work/lock"
flock 9

# hash_of <text> <file>…
hash_of() {
  local text="$1"
  shift
  { echo "$text"; cat "$@"; } | sha256sum | cut -c1-16
}
base_recipe="$(sed -n '/^# --- the base/,/^# --- thin/p' "$here/build.sh")"
base_hash="$(hash_of "$(uname -m) $base_recipe" "$JAVA_HOME/release")"
kafka_hash="$(hash_of "$base_hash $kafka_version" "$here/pom.xml" "$here"/kafka/*)"
listing_hash="$(hash_of "$kafka_hash" "$here"/listing/*)"
redis_hash="$(hash_of "$base_hash" "$here"/redis/*)"
postgres_hash="$(hash_of "$base_hash $postgres_version" "$here/pom.xml" "$here"/postgres/*)"

# current | stale | foreign | absent
state_of() {
  local labels
  labels="$(docker image inspect -f '{{index .Config.Labels "io.atoll.standin"}} {{index .Config.Labels "io.atoll.standin.hash"}}' "$1" 2>/dev/null)" \
    || { echo absent; return; }
  case "$labels" in
    "true $2") echo current ;;
    true*) echo stale ;;
    *) echo foreign ;;
  esac
}

needs_build() { case "$(state_of "$1" "$2")" in current | foreign) return 1 ;; esac; }

made=0
say() { echo "  $1 ($SECONDS s)"; made=$((made + 1)); }

# --- the base: a Debian root without its package manager, with a JRE ---------------------------

# Parts that only serve installing, or that PostgreSQL and Redis run without.
skipped='^(perl.*|libperl.*|lib.*-perl|usrmerge|debconf|dpkg|tar|mawk|adduser|passwd|libpam-.*|init-system-helpers|sysvinit-utils|lsb-base|libsemanage.*|libsepol.*|libgdbm.*|debianutils|gcc-12-base|postgresql-client-common|ssl-cert|ucf|sensible-utils|openssl|locales|libllvm.*|libz3-4)_'

fetch_packages() {
  local options=(-y -qq -o "Dir::State::status=$work/status" -o "Dir::Cache::archives=$work/packages/"
    -o Debug::NoLocking=1 -o APT::Sandbox::User=root --no-install-recommends --download-only)
  local packages=(busybox-static bash coreutils curl libstdc++6 zlib1g liblzma5 redis-server postgresql-client)
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "Stand-in images are made from Debian packages: apt-get and dpkg-deb are not here."
  : >"$work/status"
  mkdir -p "$work/packages/partial"
  apt-get "${options[@]}" install "${packages[@]}" >"$work/apt.log" 2>&1 && return
  rm -f "$work"/packages/*.deb
  apt-get update -qq >>"$work/apt.log" 2>&1 || true
  apt-get "${options[@]}" install "${packages[@]}" >>"$work/apt.log" 2>&1 || { tail -n 5 "$work/apt.log" >&2; fail "The packages of the base cannot be fetched."; }
}

unpack_root() {
  local into="$1" file
  mkdir -p "$into"/usr/{bin,sbin,lib,lib64,share} "$into"/{run,tmp,root,proc,sys,dev,etc,var,opt/java}
  for file in bin sbin lib lib64; do ln -s "usr/$file" "$into/$file"; done
  ln -s ../run "$into/var/run"
  chmod 1777 "$into/tmp"
  for file in "$work"/packages/*.deb; do
    [[ "$(basename "$file")" =~ $skipped ]] && continue
    dpkg-deb --fsys-tarfile "$file" | tar -C "$into" -x --keep-directory-symlink \
      --exclude=./usr/share/{doc,man,locale,info,lintian,bash-completion}
  done
  printf '%s\n' root:x:0:0:root:/root:/bin/bash nobody:x:65534:65534:nobody:/nonexistent:/bin/false \
    appuser:x:1000:1000::/home/appuser:/bin/bash redis:x:999:999::/data:/bin/false \
    postgres:x:70:70::/var/lib/postgresql:/bin/bash >"$into/etc/passwd"
  printf '%s\n' root:x:0: nogroup:x:65534: appuser:x:1000: redis:x:999: postgres:x:70: >"$into/etc/group"
  echo 'hosts: files dns' >"$into/etc/nsswitch.conf"
  install -d -o 1000 -g 1000 "$into/home/appuser"
  chroot "$into" /bin/busybox --install -s
  ln -sf bash "$into/usr/bin/sh"
}

make_jre() {
  "$JAVA_HOME/bin/jlink" --strip-debug --no-man-pages --no-header-files --generate-cds-archive --output "$1" --add-modules \
    java.se,jdk.unsupported,jdk.zipfs,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.jfr,jdk.httpserver,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.jcmd \
    >"$work/jlink.log" 2>&1
}

# The base has a name of its own too: an eclipse-temurin that was pulled stays what it is.
base_name=atoll/standin-base
make_base() {
  [[ "$(state_of "$base_name" "$base_hash")" == current ]] && return
  ((EUID == 0)) || fail "A base image is made as root: sudo -E $0, or pull the public images."
  local tree="$work/root"
  rm -rf "$tree"
  make_jre "$work/root.jre" &
  local jre=$!
  fetch_packages
  unpack_root "$tree"
  wait "$jre" || { cat "$work/jlink.log" >&2; fail "jlink failed."; }
  mv "$work/root.jre" "$tree/opt/java/openjdk"
  tar -C "$tree" -c . | docker import \
    -c 'ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8 PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    -c 'CMD ["/bin/bash"]' -c "LABEL io.atoll.standin=true io.atoll.standin.hash=$base_hash" - "$base_name" >/dev/null
  rm -rf "$tree"
  say "$base_name"
}

# --- thin images on top --------------------------------------------------------------------------

fetch_jars() {
  local flags=("-Dkafka.version=$kafka_version" "-Dpostgres.version=$postgres_version" -DincludeScope=runtime "-DoutputDirectory=$work/jars")
  [[ "$(uname -m)" == aarch64 ]] && flags+=(-Dpostgres.platform=linux-arm64v8)
  local goal=org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies
  local stamp="$work/jars/.$kafka_version-$postgres_version-$(hash_of "" "$here/pom.xml")"
  [[ -f "$stamp" ]] && return
  rm -rf "$work/jars"
  "${maven[@]}" -o -f "$here/pom.xml" "$goal" "${flags[@]}" >"$work/jars.log" 2>&1 \
    || "${maven[@]}" -f "$here/pom.xml" "$goal" "${flags[@]}" >>"$work/jars.log" 2>&1 \
    || { grep ERROR "$work/jars.log" | head -n 5 >&2; fail "The jars of Kafka cannot be fetched."; }
  touch "$stamp"
}

# make <image> <hash> <context> [--build-arg …]
make_image() {
  local image="$1" hash="$2" context="$3" output
  shift 3
  output="$(DOCKER_BUILDKIT=0 docker build -q --force-rm --label io.atoll.standin=true --label "io.atoll.standin.hash=$hash" \
    -t "$image" "$@" "$context" 2>&1)" || { tail -n 20 <<<"$output" | cut -c1-300 >&2; fail "$image cannot be built."; }
  say "$image"
}

# A fresh copy of the folder of that name, to put more into.
context_of() {
  rm -rf "$work/$1"
  cp -r "$here/$1" "$work/$1"
  echo "$work/$1"
}

kafka_jars() { find "$work/jars" -name '*.jar' ! -name 'embedded-postgres*'; }
class_path() { kafka_jars | tr '\n' ':'; }

make_kafka() {
  local context
  context="$(context_of kafka)"
  mkdir "$context/libs"
  kafka_jars | xargs cp -t "$context/libs"
  "$JAVA_HOME/bin/javac" --release 25 -cp "$(class_path)" -d "$context/classes" "$context/KafkaStart.java"
  "$JAVA_HOME/bin/jar" --create --file "$context/libs/atoll-kafka-start.jar" -C "$context/classes" .
  make_image "$1" "$kafka_hash" "$context" --build-arg "BASE=$base_name"
}

# The listing stands on the Kafka of this recipe, also where a public apache/kafka is used.
make_listing_base() {
  if ! needs_build atoll/standin-kafka "$kafka_hash"; then return; fi
  if [[ "$(state_of "$kafka_image" "$kafka_hash")" == current ]]; then
    docker tag "$kafka_image" atoll/standin-kafka
  else
    make_kafka atoll/standin-kafka
  fi
}

make_listing() {
  local image="$1" port="$2" context
  context="$(context_of listing)"
  "$JAVA_HOME/bin/javac" --release 25 -cp "$(class_path)" -d "$context" "$context/ListingServer.java"
  make_image "$image" "$listing_hash" "$context" --build-arg "KAFKA=atoll/standin-kafka" --build-arg "PORT=$port"
}

make_postgres() {
  local context
  context="$(context_of postgres)"
  mkdir "$context/server"
  (cd "$context/server" && "$JAVA_HOME/bin/jar" --extract --file "$(ls "$work"/jars/embedded-postgres-binaries-*.jar)" \
    && tar -xJf ./*.txz && rm -rf ./*.txz META-INF lib/*.a lib/pkgconfig)
  make_image "$1" "$postgres_hash" "$context" --build-arg "BASE=$base_name"
}

make_all() {
  local image
  if needs_build "$base_image" "$base_hash"; then
    make_base
    say "$base_image"
    docker tag "$base_name" "$base_image"
  fi
  if needs_build "$redis_image" "$redis_hash"; then
    make_base
    make_image "$redis_image" "$redis_hash" "$here/redis" --build-arg "BASE=$base_name"
  fi
  if needs_build "$postgres_image" "$postgres_hash"; then
    make_base && fetch_jars
    make_postgres "$postgres_image"
  fi
  if needs_build "$kafka_image" "$kafka_hash"; then
    make_base && fetch_jars
    make_kafka "$kafka_image"
  fi
  for image in "$rest_image 8082" "$ui_image 8080"; do
    if needs_build "${image% *}" "$listing_hash"; then
      make_base && fetch_jars
      make_listing_base
      make_listing "${image% *}" "${image#* }"
    fi
  done
}

make_all
if ((made > 0)); then docker image prune -f --filter label=io.atoll.standin=true >/dev/null; fi
