#!/usr/bin/env bash
# Times the whole command on a generated table and writes bench/results/DATE-WHAT.md.
#
#   bench/run.sh                      1 GB, the budget as exports are, five rounds
#   bench/run.sh --shape unique       every description unique
#   bench/run.sh --size 4000          4 GB
#
# With TRANCHE_BENCH_BUILD=FOLDER it takes the programs of that build instead of the preset `bench`.
set -euo pipefail
cd "$(dirname "$0")/.."

build=${TRANCHE_BENCH_BUILD:-}
if [[ -z $build ]]; then
  build=build/bench
  cmake --preset bench >/dev/null
  cmake --build --preset bench --target tranche tranche-bench-file
fi
exec python3 bench/measure.py --build "$build" "$@"
