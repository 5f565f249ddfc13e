"""The language of annotated sentences: a malformed case never passes."""

import re

import pytest

from ntbner.records import Mention

from .marked import parse_record, parse_sentence, parse_table

CASE = """
surname
    [Bashar al-Assad PER 1] taper.
    [Assads ORG 1 0.4] hær er i [Syria-krigen LOC~ 2].
    1 PER Bashar al-Assad : genitive surname | 2 LOC Syria ? 1
"""


def test_a_sentence_becomes_a_text_with_its_mentions():
    (case,) = parse_table(CASE)
    text = "Bashar al-Assad taper. Assads hær er i Syria-krigen."
    assert case.sentence.text == text
    assert case.sentence.mentions == (
        Mention(0, 15, "Bashar al-Assad", "PER"),
        Mention(23, 29, "Assads", "ORG", confidence=0.4),
        Mention(39, 51, "Syria-krigen", "LOC", kind="derived"),
    )
    assert case.sentence.numbers == (1, 1, 2)
    assert case.records[1].rules == {"genitive", "surname"}
    assert case.records[2].candidates == (1,)


@pytest.mark.parametrize(
    "marked",
    [
        "[Assad PER 1 taper.",
        "Assad PER 1] taper.",
        "[Assad PER1] taper.",
        "[Assad 1] taper.",
        "[Assad PERSON 1] taper.",
        "[Assad per 1] taper.",
        "[Assad PER 0] taper.",
        "[Assad PER 1 2] taper.",
        "[[Assad PER 1]] taper.",
        "[Assad PER 1",
    ],
)
def test_a_malformed_mark_raises(marked):
    with pytest.raises(ValueError, match=r"mark of another form|is none of"):
        parse_sentence(marked)


@pytest.mark.parametrize(
    "line",
    [
        "PER Assad",
        "1 Assad",
        "1 PER",
        "1 PERSON Assad",
        "1 PER Assad :",
        "1 PER Assad ? x",
        "1 PER A : B",
    ],
)
def test_a_malformed_record_raises(line):
    with pytest.raises(ValueError, match="a record of another form"):
        parse_record(line)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("", "a table has cases"),
        ("    [Assad PER 1] taper.", "before the first title"),
        ("no sentence\n    1 PER Assad", "expected marked sentences"),
        ("no records\n    [Assad PER 1] taper.", "expected marked sentences"),
        ("turned round\n    1 PER Assad\n    [Assad PER 1] taper.", "expected marked sentences"),
        ("no such record\n    [Assad PER 1] taper.\n    2 PER Assad", "marked {1}, stated {2}"),
        ("one not stated\n    [A PER 1] og [B PER 2].\n    1 PER A", "marked {1, 2}, stated {1}"),
        ("no number\n    [A PER] og [B PER 2].\n    2 PER B", "marked"),
        ("twice\n    [A PER 1].\n    1 PER A | 1 PER A", "stated twice"),
        ("no such candidate\n    [A PER 1].\n    1 PER A ? 3", "a candidate is no record"),
        ("a\n    [A PER 1].\n    1 PER A\na\n    [A PER 1].\n    1 PER A", "a title of its own"),
    ],
)
def test_a_malformed_table_raises(table, problem):
    with pytest.raises(ValueError, match=re.escape(problem)):
        parse_table(table)


@pytest.mark.parametrize(
    "wrong",
    [
        CASE.replace("[Assads ORG 1 0.4]", "[Assads PER 2]"),  # another grouping
        CASE.replace("1 PER", "1 ORG"),  # another type
        CASE.replace("1 PER Bashar al-Assad", "1 PER Assad"),  # another name
        CASE.replace("genitive surname", "surname"),  # another reason
        CASE.replace(" ? 1", " ? 2"),  # another candidate
    ],
)
def test_a_case_that_is_not_so_fails(wrong):
    (case,) = parse_table(wrong)
    with pytest.raises(AssertionError):
        case.check()


def test_a_case_that_is_so_passes_and_gives_its_records():
    (case,) = parse_table(CASE.replace(" ? 1", ""))
    found = case.check()
    assert [record.name for record in found.values()] == ["Bashar al-Assad", "Syria"]
