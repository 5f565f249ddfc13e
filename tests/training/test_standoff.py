from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.errors import DataError
from ntbner.training.standoff import restore_text, short_hash, strip_text

TEXT = "Kari Berg leder Nordkraft. Berg-planen er klar, sier Nordkrafts Ola Lie."


def span(text, written, label, *, key="label", **rest):
    start = text.index(written)
    return {
        "start": start,
        "end": start + len(written),
        "text": written,
        key: label,
        **rest,
    }


def mention(written, kind="name"):
    start = TEXT.index(written)
    return {"start": start, "end": start + len(written), "text": written, "kind": kind}


SENTENCE = {
    "id": "a-1",
    "lang": "nob",
    "text": TEXT,
    "spans": [
        span(TEXT, "Kari Berg", "PER"),
        span(TEXT, "Berg-planen", "DRV", base="Berg"),
        span(TEXT, "Nordkrafts", "ORG", base="Nordkraft AS"),
    ],
    "projected": True,
}

DOCUMENT = {
    "id": "d-1",
    "text": TEXT,
    "records": [
        {
            "type": "PER",
            "name": "Kari Berg",
            "mentions": [mention("Kari Berg"), mention("Berg-planen", "derived")],
        },
        {"type": "ORG", "name": "Nordkraft", "mentions": [mention("Nordkrafts")]},
        {"type": "PER", "name": "Ola Norman Lie", "mentions": [mention("Ola Lie")]},
    ],
    "spans": [span(TEXT, "Kari Berg", "PER", record=0), span(TEXT, "Ola Lie", "PER", record=2)],
}

TYPED = {"id": "t-1", "text": TEXT, "spans": [span(TEXT, "Nordkraft", "ORG", key="type")]}


@pytest.mark.parametrize("row", [SENTENCE, DOCUMENT, TYPED], ids=["labels", "records", "types"])
def test_taking_apart_and_joining_loses_nothing(row):
    bare = json.loads(json.dumps(strip_text(row)))
    assert restore_text(bare, TEXT) == row


@pytest.mark.parametrize("row", [SENTENCE, DOCUMENT, TYPED])
def test_no_words_of_the_text_are_left(row):
    written = json.dumps(strip_text(row), ensure_ascii=False)
    assert "Kari" not in written
    assert "planen" not in written


def test_a_base_within_the_word_becomes_offsets():
    base = strip_text(SENTENCE)["labels"][1][3]["base"]
    assert TEXT[slice(*base)] == "Berg"


def test_a_name_that_the_text_lacks_stays_a_string():
    assert strip_text(DOCUMENT)["records"][2][1] == "Ola Norman Lie"
    assert strip_text(SENTENCE)["labels"][2][3] == {"base": "Nordkraft AS"}


def test_another_text_is_refused():
    with pytest.raises(DataError, match=r"a-1: the text's hash is [0-9a-f]{12}, not"):
        restore_text(strip_text(SENTENCE), TEXT + " ")


def test_a_span_that_does_not_fit_is_refused():
    wrong = {"id": "x", "text": "I Bodø", "spans": [{"start": 0, "end": 3, "text": "Bodø"}]}
    with pytest.raises(DataError, match="0-3"):
        strip_text(wrong)


def test_canonically_equal_texts_differ_because_their_offsets_do():
    assert short_hash("\u00e5") != short_hash("a\u030a")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40), st.data())
def test_any_text_comes_back(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    marked = {"start": start, "end": end, "text": text[start:end], "label": "PER"}
    row = {"id": "h", "text": text, "spans": [marked]}
    assert restore_text(strip_text(row), text) == row
