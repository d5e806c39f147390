#!/usr/bin/env bash
# Prints the path of a nats-server that the tests can run; everything else goes to standard error.
#
# In this order: $NATS_SERVER, the one on PATH, a copy that an earlier run left under artifacts/, and at last
# Debian's package, unpacked under artifacts/ without installing it. The system's own package state is not touched.
set -euo pipefail

minimum=2.12 # atomic batch publish and scheduled messages
suite=forky  # the first Debian release with a server that new
keyring_package=debian-archive-keyring

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/artifacts/nats-server

say() { printf '%s\n' "fetch-nats-server: $*" >&2; }

fail() {
  say "$1"
  say "Install nats-server $minimum or newer, then put it on PATH or set NATS_SERVER to its path."
  exit 1
}

# The version that a binary reports, or nothing: one that was built against a newer C library does not start.
version_of() {
  { "$1" --version 2>/dev/null || true; } | sed -n 's/.*v\([0-9][0-9]*\.[0-9][0-9]*[0-9.]*\).*/\1/p' | head -n 1
}

is_good() {
  local version
  version=$(version_of "$1")
  [[ -n $version ]] && [[ $(printf '%s\n%s\n' "$minimum" "$version" | sort -V | head -n 1) == "$minimum" ]]
}

if [[ -n ${NATS_SERVER:-} ]]; then
  is_good "$NATS_SERVER" || fail "NATS_SERVER=$NATS_SERVER does not run or is older than $minimum (it says '$(version_of "$NATS_SERVER")')."
  printf '%s\n' "$NATS_SERVER"
  exit
fi

if on_path=$(command -v nats-server) && is_good "$on_path"; then
  printf '%s\n' "$on_path"
  exit
fi

if is_good "$cache/nats-server"; then
  printf '%s\n' "$cache/nats-server"
  exit
fi

command -v apt-get >/dev/null && command -v dpkg >/dev/null ||
  fail "There is no nats-server of at least $minimum on PATH, and no apt to fetch one with."

. "$root/tests/debian-packages.sh"

only_suite=(-o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null)

# Where the machine gets its Debian packages from; asking for the addresses downloads nothing. Indextargets knows
# only what an earlier update has fetched, a new machine has not run one.
repositories() {
  {
    apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 2>/dev/null || true
    apt-get "${own_state[@]}" update --print-uris 2>/dev/null | sed -n "s#^'\(.*\)/dists/.*#\1#p"
  } | sed 's#/*$##' | awk 'NF && !seen[$0]++'
}

fetch_server() { # keyring; the package is left in $work
  local keyring=$1 repository
  while read -r repository; do
    reset_state
    printf 'deb [%s] %s %s main\n' "${keyring:+signed-by=$keyring}" "$repository" "$suite" | sed 's/ \[\]//' >"$work/sources.list"
    if update "${only_suite[@]}" && download nats-server "${only_suite[@]}"; then return; fi
  done < <(repositories)
  return 1
}

# Keys of a suite that is newer than the machine: the machine's own suites carry them in a package that the machine's
# present keys vouch for.
fetch_keyring() { unpack "$keyring_package" "$work/keyring"; }

say "fetching nats-server from Debian $suite"
keyring=/usr/share/keyrings/$keyring_package.gpg
[[ -r $keyring ]] || keyring= # then apt's trusted keys decide

if ! fetch_server "$keyring"; then
  fetch_keyring && fetch_server "$work/keyring/usr/share/keyrings/$keyring_package.gpg" || {
    tail -n 20 "$work/log" >&2
    fail "Debian's $suite suite could not be reached or verified."
  }
fi

dpkg -x "$work"/nats-server_*.deb "$work/unpacked"
binary=$(find "$work/unpacked" -type f -name nats-server -perm -u+x | head -n 1)
[[ -n $binary ]] || fail "Debian's package has no nats-server in it."
is_good "$binary" ||
  fail "Debian's nats-server does not run here, or is older than $minimum: $("$binary" --version 2>&1 | head -n 1)"

# Renaming is atomic, so that two runs at once cannot see half a file.
mkdir -p "$cache"
staged=$(mktemp "$cache/.nats-server.XXXXXX")
cp "$binary" "$staged"
chmod 755 "$staged"
mv -f "$staged" "$cache/nats-server"
say "kept $(version_of "$cache/nats-server") in artifacts/nats-server"
printf '%s\n' "$cache/nats-server"
