#!/bin/sh
# Builds, generates a 1 GB budget, verifies the command's result against awk, then times it beside
# `wc -l` in turn, and prints a report. Usage: bench/run.sh [MEGABYTES] > bench/results/DATE-WHAT.md
set -eu
cd "$(dirname "$0")/.."
megabytes=${1:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --preset bench >"$work/log" 2>&1 && cmake --build --preset bench >>"$work/log" 2>&1 ||
  { tail -n 20 "$work/log" >&2; exit 1; }
file=$work/budget.csv
build/bench/bench/tranche-bench-file "$megabytes" >"$file"
build/bench/bench/tranche-bench-file 64 >"$work/small.csv"

# The sum of all amounts in cents (whole numbers below 2^53, so exact in awk).
awk -F, 'NR > 1 {sub(/\./, "", $5); sum += $5} END {printf "%.0f\n", sum}' "$file" >"$work/awk"
build/bench/tranche classify "$file" --format csv |
  awk -F, '$5 == "total" {n = split($7, part, "."); cents = substr(part[2] "00", 1, 2)
    value = part[1] * 100 + (part[1] ~ /^-/ ? -cents : cents); sum += value}
    END {printf "%.0f\n", sum}' >"$work/tranche"
cmp -s "$work/awk" "$work/tranche" || { echo "the sums differ: nothing is timed" >&2; exit 1; }

# seconds COMMAND...: wall time and peak memory in KB of one run.
seconds() { command time -f '%e %M' -o "$work/time" "$@" >/dev/null; cat "$work/time"; }
median() { sort -n "$1" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

for run in warm-up 1 2 3 4 5; do
  wc=$(seconds wc -l "$file"); tranche=$(seconds build/bench/tranche classify "$file")
  [ "$run" = warm-up ] && continue
  echo "${wc% *}" >>"$work/wc.s"; echo "${tranche% *}" >>"$work/tranche.s"
  echo "${tranche#* }" >>"$work/tranche.kb"
done
bytes=$(stat -c %s "$file")
echo "# Whole process, $megabytes MB generated budget"
echo
echo "- date: $(date -u +%Y-%m-%d)"
echo "- machine: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores," \
  "$(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo)"
echo "- command: bench/run.sh $megabytes (rulebook hague-2025, one thread per core)"
echo "- verified: the sum of all totals equals the sum that awk finds in the file"
echo
echo "| | seconds, median of 5 | MB/s | peak memory |"
echo "|---|---|---|---|"
awk -v w="$(median "$work/wc.s")" -v t="$(median "$work/tranche.s")" -v b="$bytes" \
  -v m="$(sort -n "$work/tranche.kb" | tail -n 1)" 'BEGIN {
  printf "| wc -l | %.2f | %.0f | |\n", w, b / w / 1e6
  printf "| tranche classify | %.2f | %.0f | %.0f MB |\n\n", t, b / t / 1e6, m / 1000
  printf "tranche takes %.1f times as long as wc -l.\n", t / w }'
echo
echo "## Stages, 64 MB (Google Benchmark; stage 0 read, 1 + parse, 2 + build lines, 3 + judge)"
echo
echo '```'
TRANCHE_BENCH_FILE=$work/small.csv build/bench/bench/stages_benchmark 2>/dev/null
echo '```'
