"""Importing: light, without side effects, and of use before spaCy is there."""

import json
import subprocess
import sys

HEAVY = ("spacy", "thinc", "numpy", "pandas", "torch", "jinja2", "tqdm", "sqlalchemy", "matplotlib")


def run(code):
    """What a fresh interpreter prints, warnings being errors."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_importing_loads_nothing_heavy():
    loaded = json.loads(run("import json, sys, ntbner; print(json.dumps(sorted(sys.modules)))"))
    assert "ntbner.api" in loaded
    assert [module for module in loaded if module.partition(".")[0] in HEAVY] == []


def test_names_are_compared_and_normalised_without_spacy():
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({HEAVY!r}))\n"
        "import ntbner\n"
        "print(ntbner.compare('Sotsji', 'Sochi', type='LOC').judgement.name)\n"
        "print(len(ntbner.normalise([ntbner.Mention(0, 12, 'Erna Solberg', 'PER')])))"
    )
    assert run(code) == "SAME\n1\n"
