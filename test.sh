#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: ./test.sh [options]

Builds the solution once and runs every test project, against a real nats-server and a real PostgreSQL (see tests/fetch-*.sh).
The last line is "N passed, N failed, N skipped". The exit code is 0 only if everything built, every project ran
at least one test to its end, and no test failed.

  --filter EXPRESSION   run only the tests that the expression selects, as in dotnet test; projects may then run none
  --project TEXT        run only the test projects whose name contains TEXT
  --format              also check the formatting of the code
  --roslyn-floor        also run the component tests on the oldest compiler that we support
  --vectors             also run the serializer's tests with vectors of 16 bytes at most, and with none
  --no-build            test what an earlier run has built
  --help                show this

Environment:
  CI=true               implies --format, --roslyn-floor and --vectors; skipped tests are failures
  CONFIGURATION         Debug (default) or Release
  HANG_TIMEOUT          how long one test may take before its project is stopped (default 5m)
  NATS_SERVER           the nats-server to test against
  POSTGRES_BIN          the folder with postgres and initdb of the PostgreSQL to test against
  MSGPACK_NODE, MSGPACK_PYTHON
                        folders with MessagePack for Node and Python (see tests/fetch-msgpack.sh)
HELP
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"

ci=${CI:-false}
configuration=${CONFIGURATION:-Debug}
hang_timeout=${HANG_TIMEOUT:-5m}
project_limit=30m # for a project whose process does not end although its tests have
filter=
project_text=
build=true
format=$ci
roslyn_floor=$ci
vectors=$ci

while (($#)); do
  case $1 in
    --filter) filter=${2:?--filter needs an expression}; shift ;;
    --project) project_text=${2:?--project needs a part of a name}; shift ;;
    --format) format=true ;;
    --roslyn-floor) roslyn_floor=true ;;
    --vectors) vectors=true ;;
    --no-build) build=false ;;
    --help | -h) usage; exit ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results=$root/artifacts/test-results
passed=0 failed=0 skipped=0
problems=()

if [[ $ci == true && -n ${UPDATE_SNAPSHOTS:-} ]]; then
  echo "UPDATE_SNAPSHOTS is set: tests that rewrite their expectations prove nothing." >&2
  exit 1
fi

# A test host that outlives its tests must not hold up CI. Not every system has timeout(1).
limited() {
  if command -v timeout >/dev/null; then timeout --kill-after=30s "$project_limit" "$@"; else "$@"; fi
}

counter() { # trx file, attribute
  sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}

run_project() { # label, project, further arguments of dotnet test...
  local label=$1 project=$2 trx=$results/$1.trx code=0 total ran ok bad
  shift 2
  echo "== $label"
  limited dotnet test "$project" --configuration "$configuration" ${filter:+--filter "$filter"} \
    --logger "console;verbosity=minimal" --logger "trx;LogFileName=$trx" --results-directory "$results" \
    --blame-hang-timeout "$hang_timeout" --blame-hang-dump-type none "$@" || code=$?

  total=0 ran=0 ok=0 bad=0
  if [[ -f $trx ]]; then
    total=$(counter "$trx" total) ran=$(counter "$trx" executed) ok=$(counter "$trx" passed) bad=$(counter "$trx" failed)
  fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - ran))

  if ((bad == 0 && code != 0)); then
    problems+=("$label did not run to its end (exit code $code)")
  elif ((total == 0)) && [[ -z $filter ]]; then
    problems+=("$label ran no test")
  fi
}

NATS_SERVER=$(tests/fetch-nats-server.sh)
export NATS_SERVER
POSTGRES_BIN=$(tests/fetch-postgres.sh)
export POSTGRES_BIN

# Where one cannot be had, its tests are skipped.
MSGPACK_NODE=$(tests/fetch-msgpack.sh node) || MSGPACK_NODE=
MSGPACK_PYTHON=$(tests/fetch-msgpack.sh python) || MSGPACK_PYTHON=
export MSGPACK_NODE MSGPACK_PYTHON

rm -rf "$results"
mkdir -p "$results"

if [[ $build == true ]]; then
  dotnet build Messaging.Codegen.sln --configuration "$configuration" -nologo -verbosity:quiet
fi

if [[ $format == true ]]; then
  dotnet format Messaging.Codegen.sln --verify-no-changes --no-restore ||
    problems+=("the code is not formatted: run dotnet format")
fi

for project in tests/*Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  [[ $name == *"$project_text"* ]] || continue
  run_project "$name" "$project" --no-build
done

run_with_fewer_vectors() { # label, setting of the runtime
  local filter=${filter:-FullyQualifiedName~Serialization} project=tests/Messaging.Codegen.Tests/Messaging.Codegen.Tests.csproj
  export "$2=0"
  run_project "Messaging.Codegen.Tests-$1" "$project" --no-build
  unset "$2"
}

if [[ $vectors == true && Messaging.Codegen.Tests == *"$project_text"* ]]; then
  run_with_fewer_vectors vectors-of-16-bytes DOTNET_EnableAVX2
  run_with_fewer_vectors no-vectors DOTNET_EnableHWIntrinsic
fi

if [[ -z $filter && Messaging.Codegen.Benchmarks == *"$project_text"* ]]; then
  echo "== Messaging.Codegen.Benchmarks"
  limited dotnet run --project tests/Messaging.Codegen.Benchmarks --configuration "$configuration" --no-build -- --verify ||
    problems+=("a contestant of the benchmarks does not read back what it wrote")
fi

if [[ $roslyn_floor == true ]]; then
  floor=$(sed -n 's/.*<RoslynVersion>\(.*\)<\/RoslynVersion>.*/\1/p' Directory.Packages.props)
  for project in $(grep -l '<RoslynVersion>$(RoslynTestVersion)' tests/*Tests/*.csproj); do
    name=$(basename "$project" .csproj)
    [[ $name == *"$project_text"* ]] || continue
    # An output folder of its own: the same projects, restored with other versions.
    run_project "$name-roslyn-$floor" "$project" -p:RoslynTestVersion="$floor" -p:ArtifactsPath="$root/artifacts/roslyn-$floor"
  done
fi

((passed + failed > 0)) || problems+=("no test ran")
if [[ $ci == true ]] && ((skipped > 0)); then problems+=("$skipped tests were skipped"); fi

if ((${#problems[@]})); then
  echo
  printf 'problem: %s\n' "${problems[@]}"
fi

echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0 && ${#problems[@]} == 0))
