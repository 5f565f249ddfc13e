"""The public names: a list that only changes on purpose, and calls that others rely on."""

import ast
import inspect
from pathlib import Path

import pytest

import ntbner

NAMES = [
    "Comparison",
    "Entity",
    "Entry",
    "Extraction",
    "Judgement",
    "Lexicon",
    "Mention",
    "NtbnerError",
    "Reason",
    "__version__",
    "cluster_names",
    "compare",
    "compare_many",
    "extract",
    "extract_many",
    "load",
    "normalise",
]

CALLS = {
    "Mention": "(start, end, text, type, label=None, kind='name', confidence=None, entity=None)",
    "normalise": "(mentions, *, text=None, lexicon=None, language=None, acronyms='as_written')",
    "compare": "(a, b, *, type=None, lexicon=None)",
    "extract": (
        "(text, *, doc_id=None, nlp=None, types=None, lexicon=None, min_confidence=0.0, "
        "acronyms='as_written')"
    ),
    "extract_many": (
        "(texts, *, nlp=None, types=None, lexicon=None, min_confidence=0.0, "
        "acronyms='as_written', n_process=1, batch_size=32, progress=False, errors='raise')"
    ),
    "load": "(name=None)",
}


def test_the_public_names_are_these():
    assert ntbner.__all__ == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_there_and_documented(name):
    thing = getattr(ntbner, name)
    assert name == "__version__" or inspect.getdoc(thing)


@pytest.mark.parametrize(("name", "expected"), CALLS.items())
def test_a_call_that_others_rely_on_keeps_its_signature(name, expected):
    signature = inspect.signature(getattr(ntbner, name))
    bare = [p.replace(annotation=p.empty) for p in signature.parameters.values()]
    assert str(inspect.Signature(bare)) == expected


def test_records_have_the_attributes_that_others_rely_on():
    comparison = ntbner.compare("Sotsji", "Sochi", type="LOC")
    assert comparison.judgement is ntbner.Judgement.SAME
    assert 0 <= comparison.score <= 1
    assert comparison.reasons
    assert {judgement.name for judgement in ntbner.Judgement} == {"SAME", "DIFFERENT", "UNSURE"}


def test_options_are_given_by_name():
    for name in ("extract", "extract_many", "compare", "normalise"):
        parameters = inspect.signature(getattr(ntbner, name)).parameters.values()
        assert all(p.kind is p.KEYWORD_ONLY for p in parameters if p.default is not p.empty)


def test_the_package_is_a_table_of_contents():
    tree = ast.parse(Path(ntbner.__file__).read_text(encoding="utf-8"))
    docstring, *statements = tree.body
    assert isinstance(docstring, ast.Expr)
    assigned = [
        target.id
        for node in statements
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert assigned == ["__version__", "__all__"]
    assert all(isinstance(node, (ast.ImportFrom, ast.Assign)) for node in statements)


def test_everything_public_is_imported_in_the_table_of_contents_and_nothing_else():
    tree = ast.parse(Path(ntbner.__file__).read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert imported | {"__version__"} == set(NAMES)


def test_one_except_catches_whatever_we_raise():
    with pytest.raises(ntbner.NtbnerError):
        ntbner.extract(None)
    with pytest.raises(ntbner.NtbnerError):
        ntbner.load("no_such_pipeline")
    with pytest.raises(ntbner.NtbnerError):
        ntbner.extract("Oslo")["Bergen"]
