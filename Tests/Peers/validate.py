# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the files that the JSON Schema refuses: validate.py SCHEMA FILE... (not YAML at all is refused too)."""
import json
import sys

import yaml
from jsonschema import Draft202012Validator


class Loader(yaml.SafeLoader):
    """Plain YAML 1.2 scalars: no dates, no sexagesimals; keys are text."""


WANTED = {"tag:yaml.org,2002:" + kind for kind in ("int", "float", "bool", "null")}
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in WANTED]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def mapping(loader, node):
    return {
        str(loader.construct_object(key, deep=True)): loader.construct_object(value, deep=True)
        for key, value in node.value
    }


Loader.add_constructor("tag:yaml.org,2002:map", mapping)


def is_valid(validator, path):
    try:
        with open(path, "rb") as file:
            return validator.is_valid(yaml.load(file, Loader=Loader))
    except (yaml.YAMLError, UnicodeDecodeError):
        return False


schema = json.load(open(sys.argv[1]))
Draft202012Validator.check_schema(schema)
for path in sys.argv[2:]:
    if not is_valid(Draft202012Validator(schema), path):
        print(path)
