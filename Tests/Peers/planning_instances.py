"""The instances of the planning benchmark, as scenario files with plain names."""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = pathlib.Path(os.environ.get("MAKE_SCENARIO", ROOT.parent / "shared/bench/make_scenario.py"))
CITY = ROOT / "scenarios/pangkalpinang"
WORKED = [("quick-win-1-quarterly", CITY / "quick-win-1-quarterly.yaml"), ("quick-win-1", CITY / "quick-win-1.yaml")]
EXAMPLES = sorted((ROOT / "scenarios/examples").glob("*.yaml"))
# programs, step, seed, tightness
DEFAULT = [(20, "quarter", 1, .45), (20, "month", 2, .3), (40, "quarter", 1, .45), (40, "month", 2, .6), (80, "quarter", 1, .45),
           (80, "quarter", 2, .3), (80, "month", 1, .6), (150, "quarter", 1, .45), (150, "quarter", 2, .6), (150, "month", 1, .3),
           (150, "month", 3, .6), (250, "quarter", 1, .45), (250, "quarter", 2, .3), (250, "quarter", 3, .6)]
QUICK = [(20, "quarter", 1, .45), (40, "quarter", 1, .45)]
TINY = [(12, "quarter", 2, .6)]
FULL = [(n, step, seed, tight) for n in (20, 40, 80, 150, 250) for step in ("quarter", "month") for seed in (1, 2, 3) for tight in (.3, .45, .6)]


def make(programs, step, seed, tight, folder):
    """Writes a scenario of the generator; 3 years up to 80 programs, 5 beyond."""
    name = f"{step[0]}{programs}-{seed}-{round(100 * tight)}"
    path = pathlib.Path(folder) / f"{name}.yaml"
    arguments = ["--programs", programs, "--years", 3 if programs <= 80 else 5, "--step", step, "--seed", seed, "--tight", tight]
    with path.open("w") as file:
        subprocess.run([sys.executable, GENERATOR, *map(str, arguments)], stdout=file, check=True)
    return name, path


def instances(extent, folder):
    """(name, path) of every instance of an extent: tiny, quick, default or full."""
    made = {"tiny": TINY, "quick": QUICK, "full": FULL}.get(extent, DEFAULT)
    worked = {"tiny": [], "quick": WORKED[:1]}.get(extent, WORKED)
    if extent == "full":
        worked = worked + [(path.stem, path) for path in EXAMPLES]
    if not GENERATOR.exists():
        print("The generator of scenarios is not here (set MAKE_SCENARIO): only the worked ones are measured.")
        return worked
    return worked + [make(*one, folder) for one in made]
