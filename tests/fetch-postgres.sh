#!/usr/bin/env bash
# Prints the folder with the programs of a PostgreSQL server that the tests can run; everything else goes to standard error.
#
# In this order: $POSTGRES_BIN, PATH, Debian's folder for installed servers, a copy that an earlier run left under artifacts/, and at last
# Debian's packages, unpacked under artifacts/ without installing them. The system's own package state is not touched.
set -euo pipefail

minimum=14 # the oldest release that detaches partitions while transactions run

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/artifacts/postgresql

say() { printf '%s\n' "fetch-postgres: $*" >&2; }

fail() {
  say "$1"
  say "Install a PostgreSQL server of version $minimum or newer, then put it on PATH or set POSTGRES_BIN to the folder of its programs."
  exit 1
}

# Libraries that were fetched with the programs lie where PostgreSQL has its own.
library_path() { printf '%s' "$1/../lib"; }

version_of() { { LD_LIBRARY_PATH=$(library_path "$1") "$1/postgres" --version 2>/dev/null || true; } | sed -n 's/.* \([0-9][0-9]*\)[^ ]*.*/\1/p' | head -n 1; }

is_good() {
  local version
  [[ -x $1/postgres && -x $1/initdb ]] || return 1
  version=$(version_of "$1")
  [[ -n $version ]] && ((version >= minimum))
}

if [[ -n ${POSTGRES_BIN:-} ]]; then
  is_good "$POSTGRES_BIN" || fail "POSTGRES_BIN=$POSTGRES_BIN has no postgres and initdb of at least $minimum that run (it says '$(version_of "$POSTGRES_BIN")')."
  printf '%s\n' "$POSTGRES_BIN"
  exit
fi

if [[ ${POSTGRES_FETCH:-} != true ]]; then
  on_path=$(command -v postgres || true)
  for folder in "${on_path:+$(dirname "$(realpath "$on_path")")}" $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
    if [[ -n $folder ]] && is_good "$folder"; then printf '%s\n' "$folder"; exit; fi
  done
fi

kept() { find "$cache" -type f -name initdb -printf '%h\n' 2>/dev/null | head -n 1; }

if folder=$(kept) && [[ -n $folder ]] && is_good "$folder"; then
  printf '%s\n' "$folder"
  exit
fi

command -v apt-get >/dev/null && command -v dpkg >/dev/null ||
  fail "There is no PostgreSQL server of at least $minimum here, and no apt to fetch one with."

. "$root/tests/debian-packages.sh"

# The names that packages depend on, level by level; one call, because every call reads Debian's whole list.
depends() { # packages...
  apt-cache "${own_state[@]}" depends --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$@" 2>>"$work/log" |
    sed -n 's/^ *|\{0,1\}\(Pre\)\{0,1\}Depends: \([a-z0-9][^ ]*\)$/\2/p'
}

take() { # folder, packages...
  local folder=$1
  shift
  (cd "$work" && apt-get "${own_state[@]}" download "$@") >>"$work/log" 2>&1 || return 1
  for package in "$@"; do dpkg -x "$work/$package"_*.deb "$folder"; done
}

lacks_libraries() { LD_LIBRARY_PATH=$(library_path "$1") ldd "$1/postgres" "$1/initdb" 2>&1 | grep -q 'not found'; }

# The libraries that the programs need, theirs too: by the packages, as no list says which package has which library. The C library must be the
# machine's own, and the compiler for queries, by far the largest, is off in tests.
libraries_of() { # packages...
  local level=("$@") name next
  declare -A seen=([libc6]=1 [libgcc-s1]=1)
  while ((${#level[@]})); do
    next=()
    for name in $(depends "${level[@]}"); do
      [[ $name != lib* || $name == libllvm* || -n ${seen[$name]:-} ]] && continue
      seen[$name]=1
      next+=("$name")
      printf '%s\n' "$name"
    done
    level=(${next[@]+"${next[@]}"})
  done
}

say "fetching PostgreSQL from Debian"
reset_state
update || { tail -n 20 "$work/log" >&2; fail "Debian's package lists could not be fetched."; }
server=$(depends postgresql | grep -x 'postgresql-[0-9][0-9]*' | head -n 1 || true)
[[ -n $server ]] || fail "Debian's package postgresql names no server."
take "$work/unpacked" "$server" || { tail -n 20 "$work/log" >&2; fail "Debian's package $server could not be fetched."; }
bin=$(find "$work/unpacked" -type f -name initdb -printf '%h\n' | head -n 1)
[[ -n $bin ]] || fail "Debian's package $server has no initdb in it."

if lacks_libraries "$bin"; then
  take "$work/libraries" libpq5 $(libraries_of "$server" libpq5) || { tail -n 20 "$work/log" >&2; fail "The libraries of Debian's $server could not be fetched."; }
  find "$work/libraries" -name '*.so.*' -exec cp -a {} "$bin/../lib/" \;
fi

is_good "$bin" || fail "Debian's $server does not run here: $(LD_LIBRARY_PATH=$(library_path "$bin") "$bin/postgres" --version 2>&1 | head -n 1)"

# Renaming is atomic, so that two runs at once cannot see half a folder; the one that comes second uses what the first has kept.
chmod -R go+rX "$work/unpacked"
mkdir -p "$(dirname "$cache")"
staged=$(mktemp -d "$(dirname "$cache")/.postgresql.XXXXXX")
chmod 755 "$staged"
cp -a "$work/unpacked/usr" "$staged/"
mv -T "$staged" "$cache" 2>/dev/null || rm -rf "$staged"
folder=$(kept)
is_good "$folder" || fail "The copy under artifacts/ is broken; remove $cache and try again."
say "kept $(version_of "$folder") in artifacts/postgresql"
printf '%s\n' "$folder"
