"""Runs the tests of random scenarios with ever new seeds: soak.py SWIFT-TEST-ARGUMENT…, for HOURS (1) from SEED (any) on."""

import os
import random
import re
import shlex
import subprocess
import sys
import time

from planning_instances import ROOT

HOURS = float(os.environ.get("HOURS", "1"))
# Far beyond the seeds of `make test`, which begin at 0.
SEED = int(os.environ.get("SEED") or random.SystemRandom().randrange(1_000_000, 10**12))
SEEDS = 100
# A round takes minutes; one that takes longer than this hangs.
TIMEOUT = 3600
LOG = ROOT / ".build/soak.log"
# Every test that takes its seeds from `randomSeeds`.
TESTS = "|".join([
    "BruteForceTests", "DeterminismTests/(sameTwice|shuffledLists|threadCounts)", "BoundTests", "NeighbourhoodTests", "FrontierTests/(optimum|threads)",
    "CanonicalAllocationTests/enumeration", "DraftTests", "FundingTestTests", "MIPFormulationTests", "LiftedCoverTests/validity",
    "ConservationTests", "FreeBlockTests/sameBits", "ReservationsTests/hall", "SelfSimulationTests", "RandomRolloutTests",
])
FAILURE = re.compile(r"recorded an issue with .*?seed → (\d+)")


def command(first, count, test=TESTS):
    seeds = [f"SELARAS_FIRST_SEED={first}", f"SELARAS_SEEDS={count}"]
    return ["env", *seeds, "swift", "test", "--skip-build", *sys.argv[1:], "--filter", test]


def play(first):
    """Whether all tests pass with the seeds from the first on; what they print is in the log."""
    with LOG.open("w") as log:
        try:
            ended = subprocess.run(command(first, SEEDS), cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            print(f"hangs: no end after {TIMEOUT} s")
            return False
    return ended.returncode == 0


def explain(first):
    """Says which seeds failed and how to repeat them; a crash names none, so that all of them are repeated."""
    text = LOG.read_text(errors="replace")
    failed = sorted(set(map(int, FAILURE.findall(text))))
    print(f"FAIL    seeds {', '.join(map(str, failed)) or f'{first} to {first + SEEDS - 1}'}; what was printed is in {LOG.relative_to(ROOT)}")
    for seed in failed or [first]:
        print("        " + shlex.join(command(seed, 1 if failed else SEEDS)))


def main():
    print(f"Soaking for {HOURS:g} hours from SEED={SEED} on, {SEEDS} seeds a round.", flush=True)
    begin, first = time.monotonic(), SEED
    while time.monotonic() < begin + 3600 * HOURS:
        if not play(first):
            explain(first)
            sys.exit(1)
        first += SEEDS
        print(f"{first - SEED} seeds passed after {(time.monotonic() - begin) / 60:.1f} minutes", flush=True)


if __name__ == "__main__":
    main()
