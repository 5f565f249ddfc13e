"""The pages of the documentation keep up with the package that they describe."""

import re
import tomllib
from pathlib import Path

import pytest

import ntbner
from ntbner.pipeline import PACKAGED
from ntbner.training.files import hash_pipeline

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CONFIG = ROOT / ".mkdocs.yml"

IN_ANOTHER_MODULE = {"NtbnerError": "ntbner.errors"}
"""Public names that the reference shows with the module they are from."""


def read_page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_changelog_begins_with_the_version_of_the_package():
    newest = re.search(r"^## \[(.+?)\]", read_page("CHANGELOG.md"), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert newest[1] == ntbner.__version__ == project["version"]


@pytest.mark.parametrize("name", ntbner.__all__)
def test_a_public_name_is_in_the_reference(name):
    wanted = IN_ANOTHER_MODULE.get(name, f"ntbner.{name}")
    assert re.search(rf"^(::: |`){re.escape(wanted)}\b", read_page("reference.md"), re.MULTILINE)


def test_the_front_page_draws_the_data_flow_as_the_package_does():
    (flow,) = re.findall(r"^text ─.*$", ntbner.__doc__, re.MULTILINE)
    assert f"    {flow}\n" in read_page("index.md")


def test_every_page_is_in_the_menu():
    menu = re.findall(
        r"^ +- (\S+\.(?:md|ipynb))$", CONFIG.read_text(encoding="utf-8"), re.MULTILINE
    )
    pages = [*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]
    assert {page.relative_to(DOCS).as_posix() for page in pages} <= set(menu)


def test_the_model_card_is_of_the_packaged_pipeline():
    assert f"`{hash_pipeline(PACKAGED)}`" in read_page("model.md")


def test_the_model_card_has_the_size_of_the_packaged_pipeline():
    size = sum(path.stat().st_size for path in PACKAGED.rglob("*") if path.is_file())
    assert f"| Size | {size / 1e6:.1f} MB unpacked |" in read_page("model.md")
