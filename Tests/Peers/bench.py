"""Measures check, plan and simulate and writes reports/benchmarks.md: bench.py SELARAS."""

import datetime
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import bench_simulation

ROOT = pathlib.Path(__file__).resolve().parents[2]
CITY = "scenarios/pangkalpinang/"
GENERATOR = pathlib.Path(os.environ.get("MAKE_SCENARIO", ROOT.parent / "shared/bench/make_scenario.py"))
SIMULATED = ("quick-win-1-quarterly.yaml", "quick-win-1.yaml")
PEERS = ROOT / ".build/peers/bin/python"
PYTHON = str(PEERS) if PEERS.exists() else sys.executable
RUNS = int(os.environ.get("RUNS", "5"))


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


def main():
    selaras = pathlib.Path(sys.argv[1]).resolve()
    cases = [(command, CITY + name) for command in ("check", "plan") for name in ("quick-win-1-quarterly.yaml", "quick-win-1.yaml")]
    with tempfile.TemporaryDirectory() as folder:
        if GENERATOR.exists():
            big = pathlib.Path(folder) / "250-programs.yaml"
            with big.open("w") as file:
                subprocess.run([sys.executable, GENERATOR, "--programs", "250", "--years", "5", "--step", "month"], stdout=file, check=True)
            cases.append(("check", str(big)))
        else:
            print("The generator of large scenarios is not here (set MAKE_SCENARIO): its row is skipped.")
        lines = ["# Benchmarks", "", f"Medians of {RUNS} run(s), release build, wall-clock, one core, {datetime.date.today()}.", "", "| command | scenario | seconds | peak MB |", "|---|---|--:|--:|"]
        for command, scenario in cases:
            seconds, megabytes = measure([selaras, command, scenario])
            lines.append(f"| {command} | {pathlib.Path(scenario).name} | {seconds:.3f} | {megabytes:.0f} |")
            print(lines[-1])
        lines += ["", "Trials per second of CPU time, with the full recording of all figures; start-up and effects by exclusion not counted; two threads against one by wall-clock; peak MB of a million trials; policy `free` in numpy (Tests/Peers/rollout_numpy.py) measured in turn with it.", "", "| policy | scenario | trials/s, one core | two threads | peak MB | numpy |", "|---|---|--:|--:|--:|--:|"]
        for name in SIMULATED:
            for line in bench_simulation.rows(selaras, CITY + name, folder, RUNS, ROOT, PYTHON):
                lines.append(line)
                print(line)
    (ROOT / "reports").mkdir(exist_ok=True)
    (ROOT / "reports/benchmarks.md").write_text("\n".join(lines) + "\n")
    print("Written: reports/benchmarks.md")


main()
