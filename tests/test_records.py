from __future__ import annotations

import json
import pickle
from dataclasses import FrozenInstanceError

import pytest

from ntbner.errors import AmbiguousName, DataError, InputError, UnknownName
from ntbner.records import Entity, Extraction, Judgement, Mention, Reason, assign, retype

TEXT = "Bashar al-Assad møtte Kong Harald V i Oslo. Assad takket Noregs konge."


def mentions_of(*forms, type, entity):
    """Mentions at the first place of each form in the text."""
    found = [Mention(TEXT.index(form), TEXT.index(form) + len(form), form, type) for form in forms]
    return assign(found, entity)


ASSAD = Entity(
    "per-assad",
    "PER",
    "Bashar al-Assad",
    {"Assad": 1, "Bashar al-Assad": 1},
    mentions_of("Bashar al-Assad", type="PER", entity="per-assad")
    + assign([Mention(44, 49, "Assad", "PER", confidence=0.75)], "per-assad"),
    reasons=(Reason("Assad", "Bashar al-Assad", "surname", "surname of 'Bashar al-Assad'", 0.9),),
    near_misses=(Reason("Assad", "Harald V", "initial", "not merged with 'Harald V'", 0.1),),
)
HARALD = Entity(
    "per-harald-v",
    "PER",
    "Harald V",
    {"Harald V": 1},
    mentions_of("Harald V", type="PER", entity="per-harald-v"),
    candidates=("per-assad",),
)
NORWAY = Entity(
    "loc-noreg",
    "LOC",
    "Noreg",
    {"Noreg": 1},
    mentions_of("Noregs", type="LOC", entity="loc-noreg"),
    links={"iso3166": "NO"},
)
RESULT = Extraction(
    TEXT,
    tuple(sorted(ASSAD.mentions + HARALD.mentions + NORWAY.mentions, key=lambda m: m.start)),
    (ASSAD, HARALD, NORWAY),
    doc_id="a",
    language="nb",
)


def solberg(given_name):
    """One of two people whose surname is an alias of both."""
    name = f"{given_name} Solberg"
    return Entity(f"per-{given_name.lower()}", "PER", name, {name: 1, "Solberg": 1}, ())


# ── judgements ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("unsure", "unsure", "unsure"),
        ("unsure", "same", "same"),
        ("same", "different", "different"),
        ("unsure", "different", "different"),
    ],
)
def test_different_beats_same_beats_unsure(one, other, both):
    assert Judgement(one) | Judgement(other) is Judgement(both)
    assert Judgement(other) | Judgement(one) is Judgement(both)


# ── looking up ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["Bashar al-Assad", "Assad", "assad", "ASSAD"])
def test_a_record_is_found_by_any_of_its_names_whatever_the_case(name):
    assert RESULT[name] is ASSAD
    assert name in RESULT


def test_a_record_is_found_by_its_written_form_genitive_and_all():
    assert RESULT["Noregs"] is NORWAY


def test_an_unknown_name_is_answered_with_the_closest_ones():
    with pytest.raises(UnknownName, match="no record goes by 'Asad'; the closest: Assad"):
        RESULT["Asad"]
    assert "Asad" not in RESULT


def test_an_unknown_name_that_resembles_none_is_answered_with_their_number():
    with pytest.raises(KeyError, match="this text has 3 records"):
        RESULT["Xqzw"]


def test_a_name_of_two_records_is_ambiguous_and_both_are_named():
    result = Extraction("…", entities=(solberg("Erna"), solberg("Trine")))
    with pytest.raises(AmbiguousName, match=r"fits 2 records: Erna Solberg .* Trine Solberg"):
        result["Solberg"]
    assert result["Erna Solberg"].id == "per-erna"


def test_a_canonical_name_beats_an_alias():
    alone = Entity("per-solberg", "PER", "Solberg", {"Solberg": 1}, ())
    result = Extraction("…", entities=(solberg("Erna"), solberg("Trine"), alone))
    assert result["Solberg"] is alone


def test_only_a_string_can_be_a_name():
    assert 1 not in RESULT


def test_a_record_is_in_its_extraction_and_no_other():
    assert ASSAD in RESULT
    assert solberg("Erna") not in RESULT


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        (0, r"not int; by its place, use result\.entities\[0\]"),
        (-1, r"entities\[-1\]"),
        (slice(2), r"not slice; by its place, use result\.entities$"),
        (None, "not NoneType"),
        (ASSAD, "not Entity"),
    ],
)
def test_what_is_no_name_is_not_looked_up(key, advice):
    with pytest.raises(TypeError, match=advice) as caught:
        RESULT[key]
    assert isinstance(caught.value, InputError)


def test_records_by_type_and_in_order():
    assert RESULT.people == (ASSAD, HARALD)
    assert RESULT.places == (NORWAY,)
    assert RESULT.organisations == ()
    assert list(RESULT) == [ASSAD, HARALD, NORWAY]
    assert len(RESULT) == 3


# ── plain data ───────────────────────────────────────────────────────────────

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


def test_records_can_be_gathered_in_a_set():
    assert {*RESULT.people, *Extraction.from_json(RESULT.to_json()).people} == {ASSAD, HARALD}
    assert len({RESULT, Extraction.from_json(RESULT.to_json())}) == 1


def test_records_that_differ_only_in_their_links_differ():
    elsewhere = Entity(NORWAY.id, "LOC", "Noreg", NORWAY.aliases, NORWAY.mentions)
    assert len({NORWAY, elsewhere}) == 2


def test_records_are_frozen():
    with pytest.raises(FrozenInstanceError):
        ASSAD.name = "Putin"


# ── small things ─────────────────────────────────────────────────────────────


def test_forms_come_once_each_in_the_order_of_the_text():
    mentions = tuple(Mention(0, 1, form, "LOC") for form in ("Iraks", "Irak", "Iraks"))
    assert Entity("loc-irak", "LOC", "Irak", {"Irak": 3}, mentions).forms == ("Iraks", "Irak")


def test_a_record_prints_as_name_type_and_number_of_mentions():
    assert str(ASSAD) == "Bashar al-Assad (PER, 2)"


def test_assigning_marks_each_mention_with_its_record():
    (mention,) = assign([Mention(0, 4, "Oslo", "LOC")], "loc-oslo")
    assert mention == Mention(0, 4, "Oslo", "LOC", entity="loc-oslo")


def test_a_confidence_is_of_the_type_that_the_tagger_gave():
    sure = Mention(0, 6, "Tyrkia", "LOC", "GPE_ORG", confidence=0.9)
    assert retype(sure, "LOC") is sure
    assert retype(sure, "ORG") == Mention(0, 6, "Tyrkia", "ORG", "GPE_ORG")
    compound = Mention(0, 12, "Syria-krigen", "LOC", "DRV", "derived", confidence=0.9)
    assert retype(compound, "LOC").confidence is None


# ── views ────────────────────────────────────────────────────────────────────


def test_printing_shows_the_table():
    assert "Bashar al-Assad, Assad" in str(RESULT)


def test_explaining_takes_any_name_of_the_record():
    assert RESULT.explain("assad") == RESULT.explain("Bashar al-Assad")
    with pytest.raises(UnknownName):
        RESULT.explain("Xqzw")


def test_a_notebook_shows_the_html():
    assert RESULT._repr_html_() == RESULT.to_html()
    assert RESULT.to_html().startswith("<div")


def test_frames_have_a_row_for_each_record_and_each_mention():
    assert RESULT.to_frame()["id"].tolist() == ["per-assad", "per-harald-v", "loc-noreg"]
    assert RESULT.mentions_frame()["start"].tolist() == [m.start for m in RESULT.mentions]
