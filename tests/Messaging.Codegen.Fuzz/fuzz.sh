#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: tests/Messaging.Codegen.Fuzz/fuzz.sh [afl] [--seconds N] [options of "fuzz"]

Builds the fuzz target and instruments a copy of it below artifacts/fuzz. Then arbitrary bytes go through every reader for N seconds
(default 3600) or, without afl, for --executions N: each is refused with a MessageFormatException, or is a message that is written and
read again the same. Inputs end at a page that must not be touched.

Without afl the loop runs in one process, guided by the coverage of the instrumented assemblies; --seed N repeats a run.
With afl, AFL++ runs it: the afl-fuzz on PATH, or Debian's package unpacked below artifacts/ (tests/fetch-afl.sh).

Inputs that something is wrong with are left in artifacts/fuzz. Fix what is wrong and move the input to
tests/Messaging.Codegen.Serialization.Tests/Fuzz/corpus, where it stays a test.
HELP
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$root/artifacts/fuzz
bin=$work/bin
engine=in-process
seconds=3600
rest=()

while (($#)); do
  case $1 in
    afl) engine=afl ;;
    --seconds) seconds=${2:?--seconds needs a number}; shift ;;
    --help | -h) usage; exit ;;
    *) rest+=("$1") ;;
  esac
  shift
done

cd "$root"
dotnet build tests/Messaging.Codegen.Fuzz --configuration Release -nologo -verbosity:quiet
rm -rf "$bin"
mkdir -p "$work"
cp -r tests/Messaging.Codegen.Fuzz/bin/Release/net10.0 "$bin"
# The original instruments the copy: an assembly that is running cannot be rewritten.
dotnet tests/Messaging.Codegen.Fuzz/bin/Release/net10.0/Messaging.Codegen.Fuzz.dll instrument \
  "$bin/Messaging.Codegen.dll" "$bin/Messaging.Codegen.Contracts.dll"

if [[ $engine == in-process ]]; then
  exec dotnet "$bin/Messaging.Codegen.Fuzz.dll" fuzz --seconds "$seconds" --findings "$work/findings" "${rest[@]}"
fi

afl_fuzz=$(tests/fetch-afl.sh)
rm -rf "$work/seeds"
dotnet tests/Messaging.Codegen.Fuzz/bin/Release/net10.0/Messaging.Codegen.Fuzz.dll seeds "$work/seeds"
# The target is managed code, the machine's crash handling and CPU governor are not ours to change, and a runtime needs memory.
export AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1
"$afl_fuzz" -i "$work/seeds" -o "$work/afl" -t 10000 -m none -V "$seconds" "${rest[@]}" -- dotnet "$bin/Messaging.Codegen.Fuzz.dll" afl
found=$(find "$work/afl" -path '*/crashes/id*' | wc -l)
echo "$found crashes in artifacts/fuzz/afl"
((found == 0))
