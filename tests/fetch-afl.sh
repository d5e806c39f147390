#!/usr/bin/env bash
# Prints the path of afl-fuzz; everything else goes to standard error. In this order: the one on PATH, a copy that an earlier run left under
# artifacts/, and at last Debian's package, unpacked under artifacts/ without installing it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/artifacts/afl

if command -v afl-fuzz; then exit; fi
if [[ ! -x $cache/usr/bin/afl-fuzz ]]; then
  . "$root/tests/debian-packages.sh"
  mkdir -p "$cache"
  if ! unpack afl++ "$cache"; then
    tail -n 20 "$work/log" >&2 || true
    printf '%s\n' "fetch-afl: There is no afl-fuzz on PATH, and Debian's afl++ could not be fetched." >&2
    exit 1
  fi
fi
printf '%s\n' "$cache/usr/bin/afl-fuzz"
