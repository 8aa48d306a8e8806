"""Times `selaras plan` and other solvers on the same models, one after the other; used by bench.py.

BENCH=tiny|quick|full chooses the instances, BENCH_SECONDS the limit, BENCH_THREADS the threads of all
solvers, BENCH_PEERS the peers, BENCH_RESUME=1 goes on where an earlier run stopped."""

import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import time

import planning_table
from planning_instances import ROOT, instances

SOLVERS = pathlib.Path(__file__).with_name("peer_solvers.py")
SECONDS = float(os.environ.get("BENCH_SECONDS", "60"))
THREADS = int(os.environ.get("BENCH_THREADS", str(os.cpu_count())))
PEERS = os.environ.get("BENCH_PEERS", "highs,scip,cbc,glpsol").split(",")
EXTENT = os.environ.get("BENCH", "default")
PYTHON = ROOT / ".build/peers/bin/python"
RESULTS = ROOT / ".build/bench/planning.jsonl"
KNOWN = pathlib.Path(__file__).with_name("known")
INCUMBENT = re.compile(r"1/\d+ .*?incumbent ([\d.,]+)")


def selaras(binary, scenario):
    """Plans on a terminal, whose progress line tells the incumbents; seconds are of the whole process."""
    incumbents, text = [], b""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as answer:
        leader, follower = pty.openpty()
        process = subprocess.Popen([binary, "plan", scenario, "--json", "--lang", "en", "--time-limit", str(SECONDS), "--threads", str(THREADS)],
                                   stdout=answer, stderr=follower, cwd=ROOT)
        os.close(follower)
        while chunk := read(leader):
            text = (text + chunk)[-4096:]
            if found := INCUMBENT.findall(text.decode(errors="replace")):
                value = float(found[-1].replace(",", ""))
                if not incumbents or incumbents[-1][1] != value:
                    incumbents.append([time.monotonic() - begin, value])
        os.close(leader)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        if os.waitstatus_to_exitcode(status) not in (0, 1, 2):  # 1: infeasible, 2: no plan yet
            sys.exit(f"selaras plan {scenario} ended with {os.waitstatus_to_exitcode(status)}")
        answer.seek(0)
        outcome = json.load(answer)
    goal = next(iter(outcome.get("objective", [])), {"value": None, "bound": None})
    last = [] if goal["value"] is None else [[seconds, goal["value"]]]
    return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024, "value": goal["value"],
            "bound": goal["bound"], "incumbents": incumbents + last, "version": f"Selaras with {outcome['search']['solver']}"}


def read(descriptor):
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def peer(name, model):
    """A peer's answer with the signs of a goal to be maximised."""
    python = str(PYTHON) if PYTHON.exists() else sys.executable
    answer = subprocess.run([python, SOLVERS, name, model, str(SECONDS), str(THREADS)], capture_output=True, text=True)
    try:
        result = json.loads(answer.stdout.splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        return {"skipped": answer.stderr.strip()[-200:] or "no answer"}
    for key in ("value", "bound"):
        if result.get(key) is not None:
            result[key] = -result[key]
    result["incumbents"] = [[seconds, -value] for seconds, value in result.get("incumbents", [])]
    return result


def measure(binary, name, scenario, folder):
    model = pathlib.Path(folder) / f"{name}.mps"
    subprocess.run([binary, "export", scenario, "--format", "mps", "--out", model], check=True, cwd=ROOT)
    results = {"selaras": selaras(binary, scenario)}
    for solver in PEERS:
        results[solver] = peer(solver, str(model))
    return results


def known_value(binary, name, scenario):
    """The value of a plan that is kept because it refutes a bound, as the verifier says it; None without one."""
    plan = KNOWN / f"{name}.json"
    if not plan.exists():
        return None
    said = subprocess.run([binary, "verify", scenario, "--plan", plan, "--lang", "en"], check=True, cwd=ROOT, capture_output=True, text=True)
    return float(re.search(r"maximise value: (\S+)", said.stdout)[1].replace(",", ""))


def earlier():
    if os.environ.get("BENCH_RESUME") != "1" or not RESULTS.exists():
        return {}
    return {entry["name"]: entry["results"] for entry in map(json.loads, RESULTS.read_text().splitlines())}


def section(binary):
    """Measures; the lines of the section in reports/benchmarks.md."""
    known = earlier()
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    runs = []
    with tempfile.TemporaryDirectory() as folder, RESULTS.open("a" if known else "w") as file:
        for name, scenario in instances(EXTENT, folder):
            results = known.get(name) or measure(binary, name, scenario, folder)
            if name not in known:
                file.write(json.dumps({"name": name, "results": results}) + "\n")
                file.flush()
            runs.append((name, planning_table.held(results, known_value(binary, name, scenario))))
            print(name, {solver: planning_table.cell(result) for solver, result in results.items()}, flush=True)
    return lines(runs)


def lines(runs):
    solvers = ["selaras", *PEERS]
    versions = sorted({r["version"].strip() for _, results in runs for r in results.values() if r.get("version")})
    skipped = sorted({solver for _, results in runs for solver, r in results.items() if "skipped" in r})
    head = [f"Limit {SECONDS:.0f} s, {THREADS} thread(s) for every solver, one after the other; {', '.join(versions)}. Seconds to proof, or the gap at the limit. "
            "Peers solve the exported model of the first goal; Selaras's seconds are those of the whole command, with reading, the later goals and what ties. "
            "A bound below a verified plan is refuted and does not count. "
            "Within 2 % and 0.5 %: Selaras's first plan that near to the best bound anybody proved; MB: Selaras's peak memory.", ""]
    if skipped:
        head += [f"Not run everywhere: {', '.join(skipped)}.", ""]
    return head + planning_table.table(runs, solvers) + [""] + planning_table.verdicts(runs)
