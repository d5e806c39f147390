#!/usr/bin/env bash
# Prints a folder with MessagePack for Node or for Python, for the golden vectors; everything else goes to standard error.
#
# Usage: fetch-msgpack.sh node | python
#
# In this order: $MSGPACK_NODE or $MSGPACK_PYTHON, a copy that an earlier run left under artifacts/, and at last the package of npm or of
# Debian, unpacked under artifacts/ without installing it.
set -euo pipefail

npm_package=@msgpack/msgpack@3.1.3
debian_package=python3-msgpack

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
language=${1:?node or python}
cache=$root/artifacts/msgpack/$language

fail() {
  printf '%s\n' "fetch-msgpack: $1" >&2
  exit 1
}

has_node_package() { [[ -d $1/node_modules/@msgpack/msgpack ]]; }
has_python_package() { PYTHONPATH=$1 python3 -c 'import msgpack; msgpack.Timestamp' 2>/dev/null; }

keep() { # folder
  rm -rf "$cache"
  mkdir -p "$(dirname "$cache")"
  mv "$1" "$cache"
}

case $language in
  node)
    command -v node >/dev/null && command -v npm >/dev/null || fail "There is no node with npm on PATH."
    for folder in "${MSGPACK_NODE:-}" "$cache"; do
      if [[ -n $folder ]] && has_node_package "$folder"; then printf '%s\n' "$folder"; exit; fi
    done
    staged=$(mktemp -d "${TMPDIR:-/tmp}/msgpack.XXXXXX")
    npm install --prefix "$staged" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts "$npm_package" >&2 ||
      fail "npm could not install $npm_package."
    keep "$staged"
    ;;
  python)
    command -v python3 >/dev/null || fail "There is no python3 on PATH."
    for folder in "${MSGPACK_PYTHON:-}" "$cache"; do
      if [[ -n $folder ]] && has_python_package "$folder"; then printf '%s\n' "$folder"; exit; fi
    done
    . "$root/tests/debian-packages.sh"
    unpack "$debian_package" "$work/unpacked" || fail "Debian's $debian_package could not be fetched."
    # Without the compiled part, which fits one version of Python: the other part runs on all of them.
    rm -f "$work"/unpacked/usr/lib/python3/dist-packages/msgpack/*.so
    keep "$work/unpacked/usr/lib/python3/dist-packages"
    has_python_package "$cache" || fail "Debian's $debian_package does not run here."
    ;;
  *) fail "node or python" ;;
esac
printf '%s\n' "$cache"
