"""Validates documents against JSON Schemas, for the tests of `cnigen schema`.

Standard input has a line for each document: the path of a schema, a tab, the path of the document. Every schema is
checked against its own metaschema first. Then a line of JSON for each document: the places of all that the schema
has against it, each as a JSON pointer, or null where the document cannot be read at all.
"""

import json
import sys

import jsonschema
import yaml


class Reader(yaml.SafeLoader):
    """YAML with plain scalars as cnigen has them: numbers of JSON's grammar, true, false and null."""


NUMBER = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"
Reader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("number", NUMBER, "-0123456789"),
    ("merge", r"^<<$", "<"),
]:
    Reader.add_implicit_resolver("tag:yaml.org,2002:" + tag, yaml.resolver.re.compile(pattern), list(first))
Reader.add_constructor("tag:yaml.org,2002:number", lambda reader, node: json.loads(node.value))


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file) if path.endswith(".conflist") else yaml.load(file, Reader)
    except (ValueError, yaml.YAMLError, RecursionError):
        return Ellipsis


def unique(members):
    """An object whose keys all differ: of equal ones a reader would take one without a word."""
    keys = [key for key, _ in members]
    assert len(set(keys)) == len(keys), f"equal keys in {keys}"
    return dict(members)


def validator(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file, object_pairs_hook=unique)
    kind = jsonschema.validators.validator_for(schema)
    assert kind.META_SCHEMA["$schema"] == schema["$schema"], "the schema names a draft that nobody knows"
    kind.check_schema(schema)
    return kind(schema)


def places(error):
    yield "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in error.absolute_path)
    for inner in error.context:
        yield from places(inner)


def main():
    validators = {}
    for line in sys.stdin.read().splitlines():
        schema, path = line.split("\t")
        if schema not in validators:
            validators[schema] = validator(schema)
        document = read(path)
        if document is Ellipsis:
            print("null")
        else:
            errors = validators[schema].iter_errors(document)
            print(json.dumps(sorted({place for error in errors for place in places(error)})))


main()
