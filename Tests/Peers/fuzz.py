"""Runs the program on mutated scenarios and outcomes: fuzz.py SELARAS, for MINUTES (10) with SEED (any).

Each input depends on the seed and its number alone. Those that fail stay in .build/fuzz."""

import collections
import itertools
import os
import pathlib
import random
import shlex
import shutil
import sys
import time

import fuzz_corpus
import fuzz_runs
from planning_instances import ROOT

KEPT = ROOT / ".build/fuzz"
MINUTES = float(os.environ.get("MINUTES", "10"))
SEED = os.environ.get("SEED") or str(random.SystemRandom().randrange(1, 10**9))


def commands(dice, original, selaras, folder):
    """Commands with their answers, one by one: what is valid is planned too, what is not seldom."""
    if original.has_outcome:
        command = fuzz_runs.on_outcome(dice, original.name)
        yield command, fuzz_runs.run(selaras, command, folder)
        return
    check = ["check", original.name, "--lang", dice.choice(["id", "en"])]
    answer = fuzz_runs.run(selaras, check, folder)
    yield check, answer
    if answer[0] == 0 or dice.random() < .1:
        command = fuzz_runs.on_scenario(dice, original.name)
        yield command, fuzz_runs.run(selaras, command, folder)


def report(command, answer, found, selaras, folder):
    """Says what failed and how to repeat it, and writes it beside the input."""
    repeat = f"(cd {folder.relative_to(ROOT)} && {shlex.join([str(selaras), *command])})"
    print(f"FAIL    {'; '.join(found)}\n        {repeat}", flush=True)
    code, output, remarks = answer
    text = f"{repeat}\n{chr(10).join(found)}\nexit {code}\n\nstdout:\n{output}\nstderr:\n{remarks}"
    (folder / "failure.txt").write_text(text)


def try_input(number, originals, donors, selaras, counts):
    """One mutant; whether all is well, and then nothing of it stays."""
    dice = random.Random(f"{SEED}/{number}")
    folder = KEPT / f"{SEED}-{number}"
    folder.mkdir(parents=True)
    original = dice.choice(dice.choice(originals))
    fuzz_corpus.write_mutant(dice, original, donors, folder)
    for command, answer in commands(dice, original, selaras, folder):
        counts[command[0], answer[0]] += 1
        found = fuzz_runs.complaints(command, answer, folder)
        if found:
            report(command, answer, found, selaras, folder)
            return False
    shutil.rmtree(folder)
    return True


def main():
    selaras = pathlib.Path(sys.argv[1]).resolve()
    print(f"Fuzzing for {MINUTES:g} minutes with SEED={SEED}; failing inputs stay in {KEPT.relative_to(ROOT)}.", flush=True)
    originals = fuzz_corpus.originals(selaras)
    donors = fuzz_corpus.donors(itertools.chain(*originals))
    for old in KEPT.glob(f"{SEED}-*"):
        shutil.rmtree(old)
    end, number, failed, counts = time.monotonic() + 60 * MINUTES, 0, 0, collections.Counter()
    while time.monotonic() < end:
        failed += not try_input(number, originals, donors, selaras, counts)
        number += 1
    runs = ", ".join(f"{name} {code}: {count}" for (name, code), count in sorted(counts.items(), key=str))
    print(f"{number} inputs, {sum(counts.values())} runs, {failed} failed. By exit code: {runs}.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
