from __future__ import annotations

import json
import pickle
from dataclasses import FrozenInstanceError

import pytest

from ntbner.errors import AmbiguousName, UnknownName
from ntbner.records import Entity, Extraction, Judgement, Mention, Reason, assign

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
