from __future__ import annotations

import pytest

from ntbner.errors import AmbiguousName, InputError, UnknownName
from ntbner.records import Entity, Extraction

from .sample import ASSAD, HARALD, NORWAY, RESULT


def solberg(given_name):
    """One of two people whose surname is an alias of both."""
    name = f"{given_name} Solberg"
    return Entity(f"per-{given_name.lower()}", "PER", name, {name: 1, "Solberg": 1}, ())


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
        (None, "not NoneType$"),
        (ASSAD, "not Entity$"),
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


# ── views ────────────────────────────────────────────────────────────────────


def test_printing_shows_the_table():
    assert "Bashar al-Assad, Assad" in str(RESULT)


def test_explaining_takes_any_name_of_the_record():
    assert RESULT.explain("assad") == RESULT.explain("Bashar al-Assad")
    with pytest.raises(UnknownName):
        RESULT.explain("Xqzw")


def test_explaining_takes_a_record_whose_name_is_not_its_own_alone():
    erna, trine = solberg("Erna"), solberg("Trine")
    result = Extraction("…", entities=(erna, trine))
    assert result.explain(trine).startswith("Trine Solberg (PER, 0 mentions)")


def test_a_notebook_shows_the_html():
    assert RESULT._repr_html_() == RESULT.to_html()
    assert RESULT.to_html().startswith("<div")


def test_frames_have_a_row_for_each_record_and_each_mention():
    assert RESULT.to_frame()["id"].tolist() == ["per-assad", "per-harald-v", "loc-noreg"]
    assert RESULT.mentions_frame()["start"].tolist() == [m.start for m in RESULT.mentions]
