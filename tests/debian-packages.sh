# To be sourced: Debian packages without installing them. Sets $work to a folder that is removed at the end.

work=$(mktemp -d "${TMPDIR:-/tmp}/debian-packages.XXXXXX")
trap 'rm -rf "$work"' EXIT
chmod 755 "$work" # apt drops to a user of its own while it downloads

# apt with lists, cache and package state of our own; proxies and the like come from the machine's configuration.
own_state=(
  -o "Dir::State=$work/state" -o "Dir::State::Lists=$work/state/lists" -o "Dir::State::status=$work/state/status"
  -o "Dir::Cache=$work/cache" -o Acquire::Languages=none -o Acquire::Retries=3
  -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
)

reset_state() {
  rm -rf "$work/state" "$work/cache"
  mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
  : >"$work/state/status"
}

# An update with any failed or unsigned index is a failure: nothing unauthenticated is ever accepted.
update() { apt-get "${own_state[@]}" "$@" -o APT::Update::Error-Mode=any update >>"$work/log" 2>&1; }

download() { # package, apt options...
  local package=$1
  shift
  (cd "$work" && apt-get "${own_state[@]}" "$@" download "$package") >>"$work/log" 2>&1
}

# A package of the machine's own suites, unpacked into a folder.
unpack() { # package, folder
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
  reset_state
  update && download "$1" || return 1
  dpkg -x "$work/$1"_*.deb "$2"
}
