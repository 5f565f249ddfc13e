from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntbner.records import Entity, Extraction, Mention, Reason
from ntbner.views.text import (
    NAME_WIDTH,
    WIDTH,
    display_width,
    explanation,
    make_printable,
    table,
    wrap,
)


def record(name, *forms, type="PER", **more):
    mentions = tuple(Mention(0, len(form), form, type) for form in forms or (name,))
    return Entity(f"{type}-{name}", type, name, {name: len(mentions)}, mentions, **more)


def lines_of(*entities):
    return table(Extraction("…", entities=entities)).splitlines()


# ── the table ────────────────────────────────────────────────────────────────


def test_a_line_has_type_name_mentions_and_forms():
    assert lines_of(record("Irak", "Iraks", "Irak", "Irak", type="LOC")) == [
        "type  name  mentions  forms",
        "LOC   Irak         3  Iraks, Irak",
    ]


def test_people_come_first_then_places_then_organisations_then_the_rest():
    shown = lines_of(
        record("OL", type="EVT"),
        record("FN", type="ORG"),
        record("Oslo", type="LOC"),
        record("Putin"),
        record("Assad"),
    )
    assert [line.split()[:2] for line in shown[1:]] == [
        ["PER", "Putin"],
        ["PER", "Assad"],
        [],
        ["LOC", "Oslo"],
        [],
        ["ORG", "FN"],
        [],
        ["EVT", "OL"],
    ]


def test_an_unknown_type_comes_last():
    shown = lines_of(record("Volvo", type="VEHICLE"), record("Oslo", type="LOC"))
    assert shown[-1].startswith("VEHICLE  Volvo")


def test_long_lists_of_forms_are_wrapped_and_none_is_left_out():
    forms = [f"Form{number}" for number in range(60)]
    shown = lines_of(record("Kari", *forms))
    assert all(len(line) <= WIDTH for line in shown)
    listed = " ".join(line[line.index("Form") :] for line in shown[1:])
    assert listed.split(", ") == forms


def test_forms_go_on_below_the_first_form():
    shown = lines_of(record("Kari", *(f"Form{number}" for number in range(60))))
    assert {line.index("Form") for line in shown[1:]} == {shown[0].index("forms")}


def test_long_names_are_wrapped_and_whole():
    name = "Den internasjonale komiteen for " + "bevaring " * 8 + "av " + "x" * 70
    shown = lines_of(record(name, "Komiteen", type="ORG"))
    start = shown[0].index("name")
    written = "".join(line[start : start + NAME_WIDTH] for line in shown[1:])
    assert written.replace(" ", "") == name.replace(" ", "")
    assert all(len(line) <= WIDTH for line in shown)


@pytest.mark.parametrize(
    "name", ["A\u030ase Moe", "Ng\u1ef9", "e\u0301\u0301\u0301", "北京市", "ｶﾅ"]
)
def test_columns_align_by_what_letters_occupy(name):
    first, second = lines_of(record(name, "x"), record("Kari Nordmann", "x"))[1:]
    assert display_width(first) == display_width(second)


def test_a_name_broken_over_two_lines_of_the_text_is_shown_on_one():
    assert lines_of(record("Per Moe", "Per\n  Moe"))[1].endswith("Per Moe")


def test_what_commands_a_terminal_is_not_printed():
    shown = table(Extraction("…", entities=(record("Per\x1b[2J\x07", "Per\ud800"),)))
    assert "Per\ufffd[2J\ufffd" in shown
    assert shown.encode("utf-8")


def test_an_ambiguous_record_says_what_it_may_be():
    erna, trine = record("Erna Solberg"), record("Trine Solberg")
    bare = record("Solberg", candidates=(erna.id, trine.id))
    shown = " ".join(" ".join(lines_of(erna, trine, bare)).split())
    assert "Solberg; may be Erna Solberg or Trine Solberg" in shown


def test_a_text_without_names_says_so():
    assert table(Extraction("Ingen her.")) == "no names found"


def test_an_error_is_shown():
    assert table(Extraction("", error="found None")) == "no result: found None"


# ── the explanation ──────────────────────────────────────────────────────────


def test_reasons_near_misses_and_candidates_are_listed():
    erna = record("Erna Solberg")
    bare = record(
        "Solberg",
        "Solberg",
        "Solbergs",
        reasons=(Reason("Solbergs", "Solberg", "genitive", "genitive of 'Solberg'"),),
        near_misses=(Reason("Solberg", "Stolberg", "rare", "not merged with 'Stolberg': known"),),
        candidates=(erna.id, "left out by the caller"),
    )
    assert explanation(bare, Extraction("…", entities=(erna, bare))).splitlines() == [
        "Solberg (PER, 2 mentions)",
        "written",
        "  Solberg, Solbergs",
        "one record, because",
        "  Solbergs: genitive of 'Solberg'",
        "not merged, because",
        "  Solberg: not merged with 'Stolberg': known",
        "may be",
        "  Erna Solberg (PER)",
    ]


def test_a_record_of_one_form_needs_no_reason():
    oslo = record("Oslo", type="LOC")
    assert explanation(oslo, Extraction("Oslo", entities=(oslo,))).splitlines() == [
        "Oslo (LOC, 1 mention)",
        "written",
        "  Oslo",
        "one record, because",
        "  it is always written the same",
    ]


def test_somebody_elses_record_may_come_without_reasons():
    oslo = record("Oslo", "Oslo", "Kristiania", type="LOC")
    assert "no reasons are kept" in explanation(oslo, Extraction("…", entities=(oslo,)))


def test_the_same_reason_is_given_once():
    twice = Reason("Assad", "Bashar al-Assad", "surname", "surname of 'Bashar al-Assad'")
    other = Reason("Assad", "Bashar", "surname", "surname of 'Bashar al-Assad'")
    assad = record("Bashar al-Assad", reasons=(twice, other))
    assert explanation(assad, Extraction("…")).count("surname of") == 1


def test_long_reasons_are_wrapped():
    long = record("Kari", reasons=(Reason("Kari", "K", "r", "ord " * 60),))
    shown = explanation(long, Extraction("…"))
    assert shown.split().count("ord") == 60
    assert all(len(line) <= WIDTH for line in shown.splitlines())


# ── laws ─────────────────────────────────────────────────────────────────────


@given(st.text(max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_and_keeps_the_width(text, width):
    lines = list(wrap(text, width))
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(display_width(line) <= width for line in lines)


@given(st.text(st.characters(exclude_categories=())))
def test_printable_text_is_one_line_that_can_be_encoded(text):
    shown = make_printable(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\n" not in shown
    assert "\x1b" not in shown
