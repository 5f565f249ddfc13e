"""What tests of several modules share: quick pipelines made of rules, and hypothesis' profile."""

from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy
from hypothesis import settings

TORCH = find_spec("torch") is not None

ROOT = Path(__file__).parent.parent

NEED_TORCH = {
    *(f"ntbner/training/{name}.py" for name in ("forms", "learning", "network", "pretraining")),
    *(f"ntbner/training/{name}.py" for name in ("pipelines", "recipe", "silver", "workshop")),
    *(f"tests/training/test_{name}.py" for name in ("further", "network", "recipe", "scratch")),
}
"""Modules that import PyTorch: the extra ``train`` has it, ``test`` has not."""


def pytest_configure(config):
    """Without the extra ``train``, leave out what needs PyTorch; the header says so."""
    if not TORCH:
        config.option.ignore = [*(config.option.ignore or []), *(ROOT / p for p in NEED_TORCH)]


def pytest_report_header():
    """Say what is left out, if anything."""
    if TORCH:
        return "training: PyTorch is installed, its tests run"
    return "training: PyTorch is not installed; for its tests, pip install -e '.[test,train]'"


settings.register_profile("ntbner", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("ntbner")


@pytest.fixture(scope="session")
def make_rules():
    """Make a pipeline that tags the given names, written ``Name=LABEL``, and nothing else."""

    def make(*rules):
        nlp = spacy.blank("nb")
        patterns = [dict(zip(("pattern", "label"), rule.split("="), strict=True)) for rule in rules]
        nlp.add_pipe("entity_ruler").add_patterns(patterns)
        return nlp

    return make
