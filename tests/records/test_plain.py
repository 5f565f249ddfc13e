from __future__ import annotations

import json
import pickle

import pytest

from ntbner.errors import DataError
from ntbner.records import Entity, Extraction

from .sample import ASSAD, RESULT

ROUND_TRIPS = [
    RESULT,
    Extraction(""),
    Extraction("", error="expected a string of text, found None"),
    Extraction("et \ud800 halvt tegn\0\r\n", doc_id="\u2028"),
]


@pytest.mark.parametrize("extraction", ROUND_TRIPS)
def test_json_round_trip(extraction):
    assert Extraction.from_json(extraction.to_json()) == extraction
    assert Extraction.from_json(extraction.to_json(indent=2)) == extraction


@pytest.mark.parametrize("extraction", ROUND_TRIPS)
def test_pickle_round_trip(extraction):
    assert pickle.loads(pickle.dumps(extraction)) == extraction


def test_json_keeps_norwegian_letters_readable():
    assert "møtte" in RESULT.to_json()


def test_the_dictionary_is_plain_data_all_the_way_down():
    data = RESULT.to_dict()
    assert json.loads(json.dumps(data)) == json.loads(RESULT.to_json())
    assert data["entities"][0]["reasons"][0]["rule"] == "surname"


def test_changing_the_dictionary_leaves_the_record_alone():
    RESULT.to_dict()["entities"][0]["aliases"]["Putin"] = 1
    assert "Putin" not in ASSAD.aliases


def test_the_dictionary_holds_lists_as_json_does():
    assert RESULT.to_dict() == json.loads(RESULT.to_json())
    assert Extraction.from_dict(RESULT.to_dict()) == RESULT


def test_fields_that_have_a_default_may_be_missing():
    assert Extraction.from_dict({"text": "Oslo"}) == Extraction("Oslo")
    bare = {"id": "loc-oslo", "type": "LOC", "name": "Oslo", "aliases": {}, "mentions": []}
    assert Extraction.from_dict({"text": "", "entities": [bare]}).entities == (
        Entity("loc-oslo", "LOC", "Oslo", {}, ()),
    )


def damage(*path, value):
    """The dictionary of :data:`RESULT` with one value replaced, or taken out (``...``)."""
    data = RESULT.to_dict()
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ([], r"the extraction: expected an object \(a dict\), found list"),
        (None, r"the extraction: expected an object \(a dict\), found NoneType"),
        ({}, r"the extraction: expected the key 'text', found list"),
        ({"text": "", "records": []}, r"expected the keys text, mentions, .*, found 'records'"),
        (damage("text", value=3), r"the extraction: expected a string as text, found int \(3\)"),
        (damage("doc_id", value=3), r"expected a string or null as doc_id, found int"),
        (damage("mentions", value="x"), r"expected a list as mentions, found str"),
        (damage("mentions", 1, value="Oslo"), r"mentions\[1\]: expected an object .*'Oslo'"),
        (damage("mentions", 0, "start", value="1"), r"mentions\[0\]: expected a whole number as s"),
        (damage("entities", 2, "name", value=...), r"entities\[2\]: expected the key 'name'"),
        (
            damage("entities", 0, "aliases", value=[]),
            r"entities\[0\]: expected an object of whole numbers as aliases",
        ),
        (
            damage("entities", 0, "aliases", "Assad", value="1"),
            r"entities\[0\]: expected an object of whole numbers as aliases, found dict",
        ),
        (
            damage("entities", 0, "aliases", "Assad", value=True),
            r"entities\[0\]: expected an object of whole numbers as aliases, found dict",
        ),
        (
            damage("entities", 2, "links", "iso3166", value=578),
            r"entities\[2\]: expected an object of strings as links, found dict .*578",
        ),
        (
            damage("entities", 1, "candidates", value=[{"id": "per-assad"}]),
            r"entities\[1\]: expected a list of strings as candidates, found list",
        ),
        (
            damage("entities", 0, "mentions", value={"start": 0}),
            r"entities\[0\]: expected a list as mentions, found dict",
        ),
        (
            damage("mentions", 0, "kind", value="verb"),
            r"mentions\[0\]: expected 'name' or 'derived' as kind, found str \('verb'\)",
        ),
        (damage("mentions", 0, "kind", value=["name"]), r"'derived' as kind, found list"),
        (damage("mentions", 0, "start", value=True), r"a whole number as start, found bool"),
        (
            damage("entities", 0, "reasons", 0, "score", value=True),
            r"entities\[0\]\.reasons\[0\]: expected a number as score, found bool",
        ),
        (
            damage("entities", 0, "mentions", 1, "confidence", value="høy"),
            r"entities\[0\]\.mentions\[1\]: expected a number or null as confidence",
        ),
        (
            damage("entities", 0, "reasons", 0, "why", value=""),
            r"entities\[0\]\.reasons\[0\]: expected the keys form, .*, found 'why'",
        ),
    ],
)
def test_data_of_another_form_is_refused_with_its_place(data, problem):
    with pytest.raises(DataError, match=problem):
        Extraction.from_dict(data)
    with pytest.raises(DataError, match=problem):
        Extraction.from_json(json.dumps(data))


@pytest.mark.parametrize(("key", "value"), [("aliases", {1: 1}), ("links", {"a": "b", None: "c"})])
def test_keys_that_are_no_strings_are_refused(key, value):
    with pytest.raises(DataError, match=rf"entities\[2\]: expected an object of .* as {key}"):
        Extraction.from_dict(damage("entities", 2, key, value=value))


@pytest.mark.parametrize("data", ["", "{", "Oslo", None, 3])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(DataError, match=r"expected the JSON that Extraction\.to_json|an object"):
        Extraction.from_json(data)
