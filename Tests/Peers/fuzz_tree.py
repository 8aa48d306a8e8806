"""Mutations of a YAML or JSON file as a tree, so that what comes out is mostly well-formed and wrong deeper inside."""

import copy
import json
import re

import yaml

from fuzz_text import HOSTILE

RESOLVER = yaml.resolver.Resolver()
NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Place:
    """Where a node hangs: an entry of a list, or the value of a key."""

    def __init__(self, parent, index):
        self.parent, self.index = parent, index

    @property
    def node(self):
        entry = self.parent.value[self.index]
        return entry[1] if isinstance(entry, tuple) else entry

    @node.setter
    def node(self, node):
        entry = self.parent.value[self.index]
        self.parent.value[self.index] = (entry[0], node) if isinstance(entry, tuple) else node

    @property
    def key(self):
        return self.parent.value[self.index][0].value


def places(root):
    """All places below a node, each once even where aliases lead in a circle."""
    found, seen, open_nodes = [], set(), [root]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, yaml.ScalarNode) or id(node) in seen:
            continue
        seen.add(id(node))
        here = [Place(node, index) for index in range(len(node.value))]
        found += here
        open_nodes += [place.node for place in here]
    return found


def tree(text):
    """The root of a text; throws YAMLError where there is none."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if root is None:
        raise yaml.YAMLError("an empty text")
    return root


def pairs(text):
    """All keys with their values: what may be grafted into other files."""
    below = places(tree(text))
    return [place.parent.value[place.index] for place in below if isinstance(place.parent, yaml.MappingNode)]


def scalar(text, style=None):
    """A scalar that is written plain where its text allows that."""
    return yaml.ScalarNode(RESOLVER.resolve(yaml.ScalarNode, text, (True, False)), text, style=style)


def delete(random, all_places, donors):
    place = random.choice(all_places)
    del place.parent.value[place.index]


def duplicate(random, all_places, donors):
    place = random.choice(all_places)
    place.parent.value.insert(place.index, copy.deepcopy(place.parent.value[place.index]))


def swap(random, all_places, donors):
    one, other = random.choice(all_places), random.choice(all_places)
    one.node, other.node = copy.deepcopy(other.node), copy.deepcopy(one.node)


def take_over(random, all_places, donors):
    """Gives a key the value that the same key has elsewhere, so that the type is right and much stays valid."""
    keyed = [place for place in all_places if isinstance(place.parent, yaml.MappingNode)]
    if keyed:
        place = random.choice(keyed)
        kin = [other for other in keyed if other.key == place.key]
        place.node = copy.deepcopy(random.choice(kin).node)


def reorder(random, all_places, donors):
    random.shuffle(random.choice(all_places).parent.value)


def replace(random, all_places, donors):
    random.choice(all_places).node = scalar(random.choice(HOSTILE), random.choice([None, None, None, '"']))


def replace_number(random, all_places, donors):
    """Makes a number larger, smaller or another one and leaves its unit."""
    numeric = [place for place in all_places if isinstance(place.node, yaml.ScalarNode) and NUMBER.search(place.node.value)]
    place = random.choice(numeric or all_places)
    number = random.choice(["0", "1", "2", "7", "13", "0.5", "1000", "1000000", "99999999999", "9223372036854775807", "1e18", "-1", "1e-9"])
    place.node = scalar(NUMBER.sub(number, str(place.node.value), count=1))


def change_type(random, all_places, donors):
    place = random.choice(all_places)
    wrapped = [yaml.SequenceNode("tag:yaml.org,2002:seq", [place.node]), yaml.SequenceNode("tag:yaml.org,2002:seq", []),
               yaml.MappingNode("tag:yaml.org,2002:map", [(scalar(random.choice(["id", "x", "low", "csv"]), '"'), place.node)]),
               yaml.MappingNode("tag:yaml.org,2002:map", []), scalar(str(place.index))]
    place.node = random.choice(wrapped)


def nest(random, all_places, donors):
    place = random.choice(all_places)
    for _ in range(random.choice([2, 20, 150])):
        place.node = yaml.SequenceNode("tag:yaml.org,2002:seq", [place.node], flow_style=True)


def rename(random, all_places, donors):
    keyed = [place for place in all_places if isinstance(place.parent, yaml.MappingNode)]
    if keyed:
        place = random.choice(keyed)
        key = random.choice(donors)[0] if random.random() < .7 else scalar(random.choice(HOSTILE), '"')
        place.parent.value[place.index] = (key, place.node)


def graft(random, all_places, donors):
    """Adds a key with its value from any file, mostly where that key is known."""
    key, value = copy.deepcopy(random.choice(donors))
    maps = [place.parent for place in all_places if isinstance(place.parent, yaml.MappingNode)]
    kin = [node for node in maps if any(entry[0].value == key.value for entry in node.value)]
    if maps:
        home = random.choice(kin or maps)
        home.value = [entry for entry in home.value if entry[0].value != key.value] + [(key, value)]


def alias(random, all_places, donors):
    """Hangs a node at a second place, which is written with an anchor and an alias; it may hold itself."""
    random.choice(all_places).node = random.choice(all_places).node


GENTLE = [delete, reorder, take_over, take_over, replace_number, replace_number, graft]
MUTATIONS = GENTLE + [duplicate, swap, replace, replace, change_type, nest, rename]


def json_text(node):
    """A tree as JSON; plain scalars as they are, so that not all of it need be JSON."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style is None else json.dumps(node.value)
    if isinstance(node, yaml.SequenceNode):
        return "[" + ",".join(map(json_text, node.value)) + "]"
    return "{" + ",".join(f"{json.dumps(str(key.value))}:{json_text(value)}" for key, value in node.value) + "}"


def mutate(random, text, donors, is_json):
    """The text after one to three mutations of its tree, often gentle ones alone; throws YAMLError where it is none."""
    root = tree(text)
    pool = random.choice([GENTLE, MUTATIONS if is_json else [*MUTATIONS, alias]])
    for _ in range(random.choice([1, 1, 2, 3])):
        below = places(root)
        if below:
            random.choice(pool)(random, below, donors)
    return json_text(root) if is_json else yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True)
