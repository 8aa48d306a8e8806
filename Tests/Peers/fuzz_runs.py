"""Which commands are run on a mutant, and what may not come of them; doctests: python3 -m doctest FILE."""

import json
import os
import re
import resource
import signal
import subprocess
import zipfile

# Seconds of work, which a busy machine does not make more; and of waiting, for what stands still.
WORK, WAIT = 60, 900
MEMORY = 4 << 30
LIMITS = ["--node-limit", "20", "--time-limit", "5"]
TRIALS = ["--trials", "300"]

# The codes that the README lists, as far as an input file can bring them about: 70 is a defect.
CODES = {
    "check": {0, 65}, "resolve": {0, 65}, "export": {0, 65}, "report": {0, 65}, "verify": {0, 1, 65}, "plan": {0, 1, 2, 65},
    "run": {0, 1, 2, 65}, "simulate": {0, 1, 2, 65}, "compare": {0, 1, 2, 65}, "frontier": {0, 1, 2, 64, 65},
}
TRAP = re.compile(r"Fatal error|Precondition failed|Assertion|Swift runtime failure|Program crashed|Illegal instruction")
FINDING = re.compile(r"\S.*:[1-9]\d*:[1-9]\d*: (error|warning): .+ \[[a-z0-9-]+\]")
REMEDY = re.compile(r"    \S.*")


def on_scenario(random, scenario):
    """A command that works on a scenario alone."""
    return random.choice([
        ["resolve", scenario], ["export", scenario, "--format", random.choice(["mps", "lp"])], ["plan", scenario, *LIMITS],
        ["run", scenario, *LIMITS, *TRIALS, "--out", "out"], ["run", scenario, *LIMITS, *TRIALS, "--out", "out"],
        ["simulate", scenario, *LIMITS, *TRIALS, "--policy", random.choice(["free", "budget"])],
        ["frontier", scenario, "--vary", "funds.*=50%..150%", "--points", "3", *LIMITS, "--out", "out"],
    ])


def on_outcome(random, scenario):
    """A command that reads an outcome."""
    plan = ["--plan", "outcome.json"]
    sides = random.sample(["outcome.json", "base/outcome.json"], 2)
    return random.choice([
        ["report", "outcome.json", "--out", "out"], ["report", "outcome.json", "--out", "out"], ["verify", scenario, *plan],
        ["compare", *sides, "--out", "out"], ["compare", *sides, "--json"], ["simulate", scenario, *plan, *TRIALS],
        ["simulate", scenario, *plan, "--plan", "base/outcome.json", *TRIALS],
    ])


def bounded():
    """In the child: no core files, an end to its work, and no more memory than would leave the machine to others."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (WORK, WORK + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(selaras, command, folder):
    """Exit code (negative for a signal, None for a hang), stdout and stderr; a crash prints its trace there."""
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,threads=crashed"}
    try:
        ended = subprocess.run([selaras, *command], cwd=folder, env=environment, capture_output=True, timeout=WAIT, preexec_fn=bounded)
    except subprocess.TimeoutExpired:
        return None, "", ""
    return ended.returncode, ended.stdout.decode(errors="replace"), ended.stderr.decode(errors="replace")


def complaints(command, answer, folder):
    """What is wrong with an answer, in words; empty where nothing is."""
    code, _, remarks = answer
    found = []
    if code in (None, -signal.SIGXCPU):
        found.append(f"hangs: no end after {WORK} s of work or {WAIT} s")
    elif code not in CODES[command[0]]:
        found.append(f"ends with {code}")
    found += [f"trap: {line}" for line in remarks.split("\n") if TRAP.search(line)][:1]
    return found + finding_complaints(command, answer) + file_complaints(folder, code)


def finding_complaints(command, answer):
    """What is wrong with findings: of `check` every line is one, or its remedy.

    >>> finding_complaints(["check"], (65, "a.yaml:1:2: error: wrong [rule]\\n    repair\\n", ""))
    []
    >>> finding_complaints(["check"], (65, "a.yaml: error: wrong [rule]\\n    repair\\n", ""))
    ['no finding with file:line:column and remedy: a.yaml: error: wrong [rule]', 'ends with 65 without an error']
    """
    code, output, remarks = answer
    lines = (output if command[0] == "check" else remarks).split("\n")[:-1]
    places, remedies = lines[::2], lines[1::2]
    found = []
    if command[0] == "check":
        bad = [line for line, form in [*((line, FINDING) for line in places), *((line, REMEDY) for line in remedies)] if not form.fullmatch(line)]
        found += [f"no finding with file:line:column and remedy: {line[:200]}" for line in bad[:1]]
    says_error = any(" error: " in line and FINDING.fullmatch(line) for line in lines)
    if code == 65 and not says_error and not {"--plan", "outcome.json"} & set(command):
        found.append("ends with 65 without an error")
    if command[0] == "check" and code == 0 and says_error:
        found.append("ends with 0 after an error")
    return found


def is_whole(path):
    """Whether a document is complete, by its end."""
    if path.suffix == ".xlsx":
        return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None
    text = path.read_text()
    if path.suffix == ".json":
        json.loads(text)
    return text.endswith("</html>\n" if path.suffix == ".html" else "\n")


def file_complaints(folder, code):
    """What is wrong with the files of a run: temporary ones, cut-off ones, or any after a refusal."""
    found = [f"leaves {path.name}" for path in sorted(folder.rglob("*.part"))]
    for path in sorted((folder / "out").glob("*")):
        try:
            whole = is_whole(path)
        except (ValueError, zipfile.BadZipFile) as error:
            whole, found = False, [*found, str(error)]
        if code == 65 or not whole:
            found.append(f"leaves {path.name}" + (" after a refusal" if whole else " in part"))
    return found
