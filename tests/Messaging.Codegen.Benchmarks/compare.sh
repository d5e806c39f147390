#!/usr/bin/env bash
# Runs the benchmarks with the given options under the JIT, then as a native binary.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
native=$project/../../artifacts/benchmarks-native

dotnet run --configuration Release --project "$project" -- "$@"
dotnet publish "$project" --configuration Release -p:Native=true --output "$native" -nologo -verbosity:quiet
"$native/Messaging.Codegen.Benchmarks" "$@"
