"""What is mutated: the worked scenarios with the files they name, and outcomes of them."""

import pathlib
import re
import subprocess
import tempfile

import yaml

import fuzz_text
import fuzz_tree
from planning_instances import ROOT

NAMED = re.compile(r"(?:extends|csv):\s*[\"']?([\w./-]+)")
OUTCOMES = ("outcome.json", "trials.csv")


class Original:
    """Files by name, of which the first scenario is what commands name; an outcome lies beside it or none."""

    def __init__(self, name, files, targets):
        self.name, self.files, self.targets = name, files, targets
        self.has_outcome = "outcome.json" in files


def with_named(folder, name):
    """A file and those that it names, as far as they lie in the folder: bytes by name."""
    files, open_names = {}, [name]
    while open_names:
        name = open_names.pop()
        path = folder / name
        if name not in files and ".." not in name and path.is_file() and path.is_relative_to(folder):
            files[name] = path.read_bytes()
            open_names += NAMED.findall(files[name].decode(errors="replace"))
    return files


def scenarios(*folders):
    originals = []
    for path in sorted(path for folder in folders for path in (ROOT / "scenarios" / folder).rglob("*.yaml")):
        files = with_named(path.parent, path.name)
        originals.append(Original(path.name, files, [path.name] * 3 + list(files)))
    return originals


def with_outcome(selaras, path):
    """A scenario with what `run` writes about it, once to be mutated and once to be compared with."""
    files = with_named(path.parent, path.name)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([selaras, "run", path, "--trials", "300", "--out", folder], check=True, capture_output=True)
        for name in OUTCOMES:
            files[name] = files["base/" + name] = (pathlib.Path(folder) / name).read_bytes()
    return Original(path.name, files, ["outcome.json"] * 5 + ["trials.csv"])


def originals(selaras):
    """What is mutated, by kind; valid scenarios lead deepest, so they are the more frequent kind."""
    valid = scenarios("examples", "pangkalpinang", "rejected/base")
    outcomes = [with_outcome(selaras, path) for path in sorted((ROOT / "scenarios/examples").glob("*.yaml"))]
    return [valid, valid, valid, scenarios("rejected"), outcomes]


def donors(originals):
    """Keys and values of all trees that can be read: scenarios and outcomes apart."""
    found = {False: [], True: []}
    for original in originals:
        for name, data in original.files.items():
            try:
                found[name.endswith(".json")] += fuzz_tree.pairs(data.decode()) if not name.endswith(".csv") else []
            except (UnicodeDecodeError, yaml.YAMLError):
                continue  # Some of the rejected scenarios are no YAML.
    return found


def mutated(random, name, data, donors):
    """A file after one mutation, of its tree where it has one."""
    is_json = name.endswith(".json")
    if random.random() < .75 and not name.endswith(".csv"):
        try:
            return fuzz_tree.mutate(random, data.decode(), donors[is_json], is_json).encode()
        except (UnicodeError, yaml.YAMLError):
            pass  # An earlier mutation left no tree.
    return fuzz_text.mutate(random, data)


def write_mutant(random, original, donors, folder):
    """Writes the files of an original into a folder, one of them mutated once or more."""
    target = random.choice(original.targets)
    data = original.files[target]
    for _ in range(random.choice([1, 1, 1, 1, 2, 4])):
        data = mutated(random, target, data, donors)
    for name, content in {**original.files, target: data}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
