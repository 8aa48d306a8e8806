"""Measures and writes reports/benchmarks.md: bench.py SELARAS [commands|simulation|planning …], by default all.

Each part is a section of its own; sections that are not measured stay as they are."""

import datetime
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import bench_planning
import bench_simulation
from planning_instances import GENERATOR, ROOT

CITY = "scenarios/pangkalpinang/"
WORKED = ("quick-win-1-quarterly.yaml", "quick-win-1.yaml")
PEERS = ROOT / ".build/peers/bin/python"
PYTHON = str(PEERS) if PEERS.exists() else sys.executable
RUNS = int(os.environ.get("RUNS", "5"))
TARGET = ROOT / "reports/benchmarks.md"


def measure(arguments):
    """Medians of seconds and megabytes over RUNS runs; stops where a run fails."""
    seconds, megabytes = [], []
    for _ in range(RUNS):
        begin = time.monotonic()
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.monotonic() - begin)
        megabytes.append(usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(map(str, arguments))} ended with {os.waitstatus_to_exitcode(status)}")
    return statistics.median(seconds), statistics.median(megabytes)


def commands(selaras):
    cases = [(command, CITY + name) for command in ("check", "plan") for name in WORKED]
    lines = [f"Medians of {RUNS} run(s), wall-clock, all cores.", "", "| command | scenario | seconds | peak MB |", "|---|---|--:|--:|"]
    with tempfile.TemporaryDirectory() as folder:
        if GENERATOR.exists():
            big = pathlib.Path(folder) / "250-programs.yaml"
            with big.open("w") as file:
                subprocess.run([sys.executable, GENERATOR, "--programs", "250", "--years", "5", "--step", "month"], stdout=file, check=True)
            cases.append(("check", str(big)))
        else:
            print("The generator of large scenarios is not here (set MAKE_SCENARIO): its row is skipped.")
        for command, scenario in cases:
            seconds, megabytes = measure([selaras, command, scenario])
            lines.append(f"| {command} | {pathlib.Path(scenario).name} | {seconds:.3f} | {megabytes:.0f} |")
            print(lines[-1])
    return lines


def simulation(selaras):
    lines = ["Trials per second of CPU time, with the full recording of all figures; start-up and effects by exclusion not counted; two threads against one by wall-clock; peak MB of a million trials; policy `free` in numpy (Tests/Peers/rollout_numpy.py, the best of three chunk sizes) measured in turn with it: with the exact quantiles that §12 asks for, and with histograms of 4,096 bins, which say less.", "", "| policy | scenario | trials/s, one core | two threads | peak MB | numpy | numpy, bins |", "|---|---|--:|--:|--:|--:|--:|"]
    with tempfile.TemporaryDirectory() as folder:
        for name in WORKED:
            for line in bench_simulation.rows(selaras, CITY + name, folder, RUNS, ROOT, PYTHON):
                lines.append(line)
                print(line)
    return lines


def machine():
    model = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return f"{datetime.date.today()}, {os.cpu_count()} cores, {model[1] if model else 'unknown processor'}, release build."


PARTS = {"commands": ("Commands", commands), "planning": ("Planning beside other solvers", bench_planning.section), "simulation": ("Simulation", simulation)}


def main():
    selaras, wanted = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] or list(PARTS)
    for part in wanted:
        title, measured = PARTS[part]
        write(title, [machine(), "", *measured(selaras)])
    print(f"Written: {TARGET.relative_to(ROOT)}")


def write(title, lines):
    """Puts a section into the file in the order of the parts; the others stay."""
    text = TARGET.read_text() if TARGET.exists() else ""
    sections = dict(re.findall(r"^## (.*?)\n\n(.*?)\n*(?=^## |\Z)", text, re.M | re.S))
    sections[title] = "\n".join(lines)
    TARGET.parent.mkdir(exist_ok=True)
    parts = [f"## {name}\n\n{sections[name].strip()}\n" for name, _ in PARTS.values() if name in sections]
    TARGET.write_text("# Benchmarks\n\n" + "\n".join(parts))


if __name__ == "__main__":
    main()
