#!/usr/bin/env python3
"""Generates a budget table, checks what `tranche classify` makes of it, then times the command.

Run it through bench/run.sh. The check comes first: figures of a program that is wrong are worth
nothing. It reads the table with Python's own csv module, adds whole hundredths of the currency, and
compares country by country, year by year, phase by phase, to the last decimal.

Then `cat`, `wc -l` and the command take turns, so that whatever else the machine does meets all of
them alike; the medians are written with date, machine and load.
"""

import argparse
import collections
import csv
import datetime
import io
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOAL_MB_PER_SECOND = 300
GOAL_PEAK_MB = 500
BUSY_LOAD = 0.5  # processes beside the run itself


def cents(text):
    """'-1234.5' as whole hundredths; the generated tables have at most two decimals."""
    sign = -1 if text.startswith("-") else 1
    whole, _, decimals = text.lstrip("-").partition(".")
    if len(decimals.rstrip("0")) > 2:
        raise ValueError(f"more than two decimals: {text}")
    return sign * (int(whole) * 100 + int(decimals[:2].ljust(2, "0")))


def plain_sums(path):
    """Lines and hundredths by (country, year, phase), read by Python alone."""
    sums = collections.defaultdict(lambda: [0, 0])
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if row[4]:
                group = sums[row[0], row[1], row[2]]
                group[0] += 1
                group[1] += cents(row[4])
    return {group: tuple(sum_) for group, sum_ in sums.items()}


def command_sums(command):
    """The same from the command's totals table, and that its slices add up to its totals."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    totals, slices = {}, collections.defaultdict(lambda: [0, 0])
    for row in csv.DictReader(io.StringIO(done.stdout)):
        group = row["country"], row["year"], row["phase"]
        lines, money = int(row["lines"]), cents(row["amount"])
        if row["bucket"] == "total":
            totals[group] = lines, money
        else:
            slices[group][0] += lines
            slices[group][1] += money
    for group, (lines, money) in totals.items():
        if slices[group][1] != money:
            sys.exit(f"wrong result: the slices of {group} do not add up to their total")
    return totals


def verify(path, command):
    expected, found = plain_sums(path), command_sums(command)
    for group in sorted(expected.keys() | found.keys()):
        if expected.get(group) != found.get(group):
            sys.exit(f"wrong result for {group}: expected (lines, hundredths) "
                     f"{expected.get(group)}, found {found.get(group)}; nothing was timed")
    lines = sum(lines for lines, _ in expected.values())
    return f"{lines:,} lines in {len(expected)} groups (country, year, phase) agree exactly"


Timing = collections.namedtuple("Timing", "wall cpu peak_mb")


def run_once(command):
    """Wall and processor seconds of a whole process, and its peak memory."""
    with open(os.devnull, "wb") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
    return Timing(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def measure(commands, rounds):
    timings = {name: [] for name in commands}
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            timing = run_once(command)
            if round_ > 0:  # the first round warms the page cache
                timings[name].append(timing)
    return timings


def machine():
    model = "unknown"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release()}"


def revision():
    try:
        head = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], check=True,
                              capture_output=True, text=True)
        return head.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def row_of(name, runs, size_mb):
    wall = statistics.median(run.wall for run in runs)
    cpu = statistics.median(run.cpu for run in runs)
    all_walls = " ".join(f"{run.wall:.2f}" for run in runs)
    return (f"| {name} | {wall:.3f} | {size_mb / wall:,.0f} | {cpu:.3f} | "
            f"{max(run.peak_mb for run in runs):.0f} | {all_walls} |")


def busy_note(load_before):
    """A warning where other work shared the cores with the run."""
    if load_before < BUSY_LOAD:
        return []
    return ["The machine was busy with other work: wall times, and whether a goal of speed is met, "
            "say little. Processor times are the better guide.", ""]


def report(options, size_mb, verified, timings, loads):
    ours, wc = timings["tranche classify"], timings["wc -l"]
    wall = statistics.median(run.wall for run in ours)
    peak = max(run.peak_mb for run in ours)
    ratio = wall / statistics.median(run.wall for run in wc)
    cpu = statistics.median(run.cpu for run in ours)
    cpu_ratio = cpu / statistics.median(run.cpu for run in wc)
    fast = size_mb / wall >= GOAL_MB_PER_SECOND
    small = peak < GOAL_PEAK_MB
    lines = [
        f"# {options.what}: {size_mb:,.0f} MB, {options.shape}", "",
        f"- date: {datetime.date.today()}, revision {revision()}",
        f"- machine: {machine()}",
        f"- load (processes that want a core): {loads[0]:.1f} before, {loads[1]:.1f} after",
        f"- input: `tranche-bench-file {options.size} {options.seed} {options.shape}`, in the page "
        "cache",
        f"- command: `tranche classify FILE --format csv --threads {options.threads}`",
        f"- checked before timing: {verified}", "",
        *busy_note(loads[0]),
        "| whole process | median s | MB/s | processor s | peak MB | each round, s |",
        "|---|---|---|---|---|---|",
        *(row_of(name, runs, size_mb) for name, runs in timings.items()), "",
        f"- `tranche classify` takes {ratio:.1f} times as long as `wc -l`, and "
        f"{cpu_ratio:.1f} times its processor time.",
        f"- Goal of at least {GOAL_MB_PER_SECOND} MB/s: {'met' if fast else 'missed'} "
        f"({size_mb / wall:,.0f} MB/s).",
        f"- Goal of less than {GOAL_PEAK_MB} MB of memory: {'met' if small else 'missed'} "
        f"({peak:.0f} MB).",
        f"- It had {cpu / wall:.2f} cores on average ({options.threads} threads). With all of them "
        f"to itself, its processor time allows {size_mb / (cpu / options.threads):,.0f} MB/s at "
        "most.",
        ""]
    return "\n".join(lines)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--size", type=int, default=1000, help="MB of table")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", default="sections", choices=["sections", "shuffled", "unique"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--what", help="name of the result file, after the date")
    options = parser.parse_args()
    options.what = options.what or f"classify-{options.size}mb-{options.shape}"
    return options


def main():
    options = parse_arguments()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="tranche-bench-") as folder:
        path = pathlib.Path(folder) / "budget.csv"
        with open(path, "wb") as file:
            subprocess.run([options.build / "tranche-bench-file", str(options.size),
                            str(options.seed), options.shape], check=True, stdout=file)
        size_mb = path.stat().st_size / 1e6
        command = [str(options.build / "tranche"), "classify", str(path), "--format", "csv",
                   # Made-up money of any size is no state's budget.
                   "--part-of-budget", "--home", str(ROOT), "--threads", str(options.threads)]
        verified = verify(path, command)
        timings = measure({"cat": ["cat", str(path)], "wc -l": ["wc", "-l", str(path)],
                           "tranche classify": command}, options.rounds)
        text = report(options, size_mb, verified, timings, (before, os.getloadavg()[0]))
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    place = results / f"{datetime.date.today()}-{options.what}.md"
    place.write_text(text, encoding="utf-8")
    print(text)
    print(f"written to {place.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
