"""Measures trials per second of `simulate`, beside the same policy in numpy; used by bench.py.

Only trials are counted, each with the full recording of all reported figures: the CPU time of a run
with many trials less that of one with few, so that start-up, the tables of the distributions, the
effects by exclusion (on the first 20,000 trials) and the printing fall out. Two threads are compared
with one by wall-clock, in the same way.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

PEER = pathlib.Path(__file__).with_name("rollout_numpy.py")
FEW = {"free": 100_000, "budget": 50_000}
MANY = {"free": 900_000, "budget": 300_000}
CHUNKS = (1024, 4096, 16384)
PEERS = {"numpy": (), "numpy with bins": ("4096",)}


def run(arguments, root):
    """CPU seconds, wall-clock seconds and megabytes of a run; stops where it fails."""
    begin = time.monotonic()
    process = subprocess.Popen([str(a) for a in arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=root)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(map(str, arguments))} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def speed(selaras, scenario, plan, policy, threads, root):
    """Trials per CPU second and per second of wall-clock."""
    def play(trials):
        return run([selaras, "simulate", scenario, "--plan", plan, "--policy", policy, "--trials", trials, "--threads", threads, "--json"], root)
    few, many = play(FEW[policy]), play(MANY[policy])
    return [(MANY[policy] - FEW[policy]) / (after - before) for before, after in zip(few[:2], many[:2])]


def numpy_speed(python, resolved, plan, chunk, *bins):
    """Trials per CPU second of the peer; None without numpy."""
    environment = dict(os.environ, OPENBLAS_NUM_THREADS="1")
    command = [python, PEER, resolved, plan, "131072", str(chunk), *bins]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment)
    if "No module named 'numpy'" in answer.stderr:
        return None
    answer.check_returncode()
    result = json.loads(answer.stdout)
    return result["trials"] / result["seconds"]


def beside_peer(own, peer):
    """The peer's median, and how many times as fast the same rounds were here."""
    if not peer:
        return "–"
    times = statistics.median(mine[0] / its for mine, its in zip(own, peer))
    return f"{statistics.median(peer):,.0f} ({times:.1f} ×)"


def rows(selaras, scenario, folder, runs, root, python):
    """Lines of a table about one scenario."""
    plan, resolved = (pathlib.Path(folder) / name for name in ("outcome.json", "resolved.json"))
    for command, path in ((["plan", scenario, "--json"], plan), (["resolve", scenario], resolved)):
        with path.open("w") as file:
            subprocess.run([selaras, *command], stdout=file, stderr=subprocess.DEVNULL, cwd=root, check=True)
    has_numpy = numpy_speed(python, resolved, plan, CHUNKS[0]) is not None
    figures = {}
    for _ in range(runs):
        for policy in FEW:
            figures.setdefault((policy, 1), []).append(speed(selaras, scenario, plan, policy, 1, root))
            figures.setdefault((policy, 2), []).append(speed(selaras, scenario, plan, policy, 2, root))
        if has_numpy:
            for peer, bins in PEERS.items():
                figures.setdefault(peer, []).append(max(numpy_speed(python, resolved, plan, chunk, *bins) for chunk in CHUNKS))
    name = pathlib.Path(scenario).name
    for policy in FEW:
        one = statistics.median(cpu for cpu, _ in figures[policy, 1])
        ratio = statistics.median(two[1] / single[1] for single, two in zip(figures[policy, 1], figures[policy, 2]))
        _, _, peak = run([selaras, "simulate", scenario, "--plan", plan, "--policy", policy, "--trials", 1_000_000, "--threads", 1, "--json"], root)
        beside = [beside_peer(figures[policy, 1], figures.get(peer)) if policy == "free" else "–" for peer in PEERS]
        yield f"| {policy} | {name} | {one:,.0f} | {ratio:.2f} | {peak:.0f} | {' | '.join(beside)} |"
    if not has_numpy:
        print("numpy is not here (make peers): its columns are empty.")
