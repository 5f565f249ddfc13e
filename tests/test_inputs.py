"""Inputs: what is refused before anything is read, and what is said about it."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import spacy

import ntbner
from ntbner.errors import InputError


@pytest.mark.parametrize(
    ("found", "advice"),
    [
        (None, "leave it out"),
        (b"Oslo", "decode"),
        (17, r"str\("),
        (float("nan"), "missing value"),
        (["Oslo"], "extract_many"),
        (("1", "Oslo", "2024"), "tuple of two"),
        (Path("nyheter.txt"), "read_text"),
        (spacy.blank("nb")("Oslo"), r"doc\.text"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_something_else_than_text_is_refused_with_advice(found, advice):
    with pytest.raises(InputError, match=advice):
        ntbner.extract(found)
    with pytest.raises(TypeError, match=rf"item 1: .*{advice}"):
        list(ntbner.extract_many(["Oslo.", found]))


@pytest.mark.parametrize(
    ("found", "advice"),
    [
        ("Oslo", r"extract\(text\)"),
        (b"Oslo", r"extract\(text\)"),
        (None, "in a list"),
        (3, "in a list"),
        (Path("nyheter.txt"), "in a list"),
        ({"1": "Oslo"}, r"items\(\)"),
        (pd.DataFrame({"id": ["1"], "text": ["Oslo"]}), "zip"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_something_else_than_texts_is_refused_before_anything_is_read(found, advice):
    with pytest.raises(InputError, match=advice):
        ntbner.extract_many(found)


def test_a_column_of_a_table_is_texts():
    column = pd.Series(["Erna Solberg kom fra Bergen."])
    (result,) = ntbner.extract_many(column)
    assert [entity.name for entity in result] == ["Erna Solberg", "Bergen"]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("min_confidence", -0.1),
        ("min_confidence", 1.1),
        ("min_confidence", float("nan")),
        ("min_confidence", "0.5"),
        ("min_confidence", True),
        ("min_confidence", np.bool_(True)),
        ("n_process", True),
        ("n_process", np.float64(1)),
        ("batch_size", True),
        ("batch_size", np.int64(0)),
        ("lexicon", "own.csv"),
        ("lexicon", ["Oslo"]),
        ("n_process", 0),
        ("n_process", -2),
        ("n_process", 1.5),
        ("batch_size", 0),
        ("batch_size", None),
        ("errors", "ignore"),
        ("types", ["person"]),
        ("acronyms", "Nato"),
        ("types", 3),
        ("nlp", 3),
    ],
)
def test_an_impossible_option_is_refused_before_anything_is_read(option, value):
    with pytest.raises(InputError):
        ntbner.extract_many([], **{option: value})


def test_numbers_of_numpy_are_numbers():
    text = "Erna Solberg kom fra Bergen."
    (found,) = ntbner.extract_many(
        [text], n_process=np.int64(1), batch_size=np.int32(2), min_confidence=np.float32(0.5)
    )
    assert found == ntbner.extract(text, min_confidence=0.5)


@pytest.mark.parametrize("lexicon", ["own.csv", Path("own.csv")])
def test_the_name_of_a_file_is_no_lexicon(lexicon):
    advice = r"pass Lexicon\.from_file\('own\.csv'\)"
    with pytest.raises(InputError, match=advice):
        ntbner.extract("Oslo", lexicon=lexicon)
    with pytest.raises(InputError, match=advice):
        ntbner.extract_many([], lexicon=lexicon)


@pytest.mark.parametrize("doc_id", [17, b"17", float("nan")])
def test_an_id_that_is_no_string_is_refused(doc_id):
    with pytest.raises(InputError, match="id"):
        ntbner.extract("Oslo", doc_id=doc_id)
    with pytest.raises(InputError, match=r"item 0: .*id"):
        list(ntbner.extract_many([(doc_id, "Oslo")]))
    (skipped,) = ntbner.extract_many([(doc_id, "Oslo")], errors="skip")
    assert (skipped.doc_id, len(skipped)) == (None, 0)
    assert repr(doc_id) in skipped.error
