"""The house rules about imports, read from the source.

A module belongs to one *part* of the house (``normaliser``, ``views`` …). Parts are listed
from the ground up, and each may import the parts named with it, all of which stand below.
Imports inside functions count; those under ``if TYPE_CHECKING`` never run, and do not.
"""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "ntbner"

GROUND = {"errors", "records"}

MAY_IMPORT = {
    "errors": set(),
    "records": {"errors"},
    "characters": set(),
    "chunks": set(),
    "language": set(),
    "textfiles": GROUND,
    "lexicon": GROUND | {"characters"},
    "names": {"characters", "lexicon"},
    "reading": {"characters"},
    "normaliser": GROUND | {"lexicon", "names"},
    "tagger": GROUND | {"lexicon", "names"},
    "mentions": GROUND,
    "normaliser.component": GROUND | {"language", "lexicon", "normaliser", "mentions"},
    "pipeline": GROUND | {"mentions"},
    "inputs": {"errors"},
    "stream": GROUND
    | {"chunks", "inputs", "language", "lexicon", "reading", "normaliser", "mentions"},
    "api": GROUND | {"chunks", "inputs", "lexicon", "normaliser", "mentions", "pipeline", "stream"},
    "views": GROUND,
    "training": GROUND | {"language", "lexicon", "names", "tagger", "mentions", "pipeline"},
    "__init__": GROUND | {"lexicon", "api"},
    "cli": GROUND | {"__init__", "lexicon", "api", "textfiles", "views", "training"},
    "__main__": {"cli"},
}

EXCEPTIONS = {("records", "views")}
"""Upward imports, inside functions only: the methods of a record that show it."""

RESERVED = {
    "spacy": {"pipeline", "normaliser.component", "tagger", "training"},
    "torch": {"training"},
    "floret": {"training"},
    "rapidfuzz": {"normaliser"},
    "numpy": {"tagger", "pipeline", "training"},
    "threadpoolctl": {"tagger"},
    "pandas": {"views"},
    "jinja2": {"views"},
    "tqdm": {"api"},
}
"""Packages that only some parts may import; any other third party is for nobody to import."""

OTHERS = {"confection": {"training"}, "srsly": {"tagger"}}
"""What comes with spaCy, and who may use it."""


def name_module(path):
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_module(path): path for path in sorted(ROOT.rglob("*.py"))}


def part_of(module):
    """The part of the house that a module of ours belongs to."""
    if module == "ntbner":
        return "__init__"
    inner = module.removeprefix("ntbner.")
    return inner if inner in MAY_IMPORT else inner.partition(".")[0]


def imports_of(module) -> Iterator[tuple[str, bool]]:
    """What a module imports, as dotted names, and whether on loading (or inside a function)."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    yield from walk(tree.body, on_loading=True)


def walk(body, *, on_loading):
    for node in body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield from walk(node.orelse, on_loading=on_loading)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, on_loading) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import of {node.module}"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in MODULES else str(node.module)), on_loading
        else:
            is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            children = list(ast.iter_child_nodes(node))
            yield from walk(children, on_loading=on_loading and not is_function)


IMPORTS = {module: list(imports_of(module)) for module in MODULES}


def test_every_part_of_the_house_is_known():
    assert {part_of(module) for module in MODULES} == MAY_IMPORT.keys()
    assert {"ntbner.records", "ntbner.normaliser.resolve", "ntbner.api"} <= MODULES.keys()


def test_every_package_that_is_kept_for_some_is_imported_by_them():
    used = {
        (imported.partition(".")[0], part_of(module))
        for module, imports in IMPORTS.items()
        for imported, _ in imports
    }
    homes = {(package, part) for package, parts in (RESERVED | OTHERS).items() for part in parts}
    assert homes <= used


def test_what_a_part_may_import_stands_below_it():
    order = list(MAY_IMPORT)
    for part, allowed in MAY_IMPORT.items():
        assert allowed <= set(order[: order.index(part)]), part


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_one_way(module):
    part = part_of(module)
    wrong = []
    for imported, on_loading in IMPORTS[module]:
        if imported.partition(".")[0] != "ntbner":
            continue
        target = part_of(imported)
        if target == part or target in MAY_IMPORT[part]:
            continue
        if (part, target) not in EXCEPTIONS or on_loading:
            wrong.append(imported)
    assert wrong == []


@pytest.mark.parametrize("module", MODULES)
def test_other_packages_are_imported_where_they_belong(module):
    part = part_of(module)
    roots = {imported.partition(".")[0] for imported, _ in IMPORTS[module]}
    foreign = roots - set(sys.stdlib_module_names) - {"ntbner"}
    homes = RESERVED | OTHERS
    assert [root for root in sorted(foreign) if part not in homes.get(root, ())] == []


def test_spacy_is_met_at_four_doors():
    doors = {
        module
        for module, imported in IMPORTS.items()
        if part_of(module) != "training" and any(i.startswith("spacy") for i, _ in imported)
    }
    assert doors == {
        "ntbner.pipeline",
        "ntbner.normaliser.component",
        "ntbner.tagger.component",
        "ntbner.tagger.tokeniser",
    }


def test_no_modules_wait_for_each_other_on_loading():
    graph = {
        module: {i for i, on_loading in imported if on_loading and i in MODULES}
        for module, imported in IMPORTS.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


def test_the_package_itself_is_imported_from_the_command_line_alone():
    importers = {
        module
        for module, imported in IMPORTS.items()
        if any(name == "ntbner" for name, _ in imported)
    }
    assert importers <= {"ntbner.cli"}


# ── the reader of imports itself ─────────────────────────────────────────────


def test_the_reader_tells_loading_from_later_and_never():
    source = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import pandas
else:
    import json
class Thing:
    import csv
    def method(self):
        with open("x"):
            from ntbner.lexicon import categories, packaged
"""
    found = list(walk(ast.parse(source).body, on_loading=True))
    assert found == [
        ("typing", True),
        ("json", True),
        ("csv", True),
        ("ntbner.lexicon.categories", False),
        ("ntbner.lexicon.packaged", False),
    ]
