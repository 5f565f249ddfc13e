"""Names of the lexicon that the network missed."""

import pytest

from ntbner.tagger.known import find_known
from ntbner.tagger.tagging import TaggedSpan

FREQUENT = frozenset("vi kan bidra leger uten grenser dagen etter de nordiske land".split())


def known_in(text, *spans):
    """Known names of a text, written as they stand, with their label and what gives way."""
    words = text.split()
    names = [TaggedSpan(*span) for span in spans]
    return [
        (" ".join(words[start:end]), label, [" ".join(words[s.start : s.end]) for s in inside])
        for start, end, label, inside in find_known(words, names, FREQUENT)
    ]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Sinjar ligger i ruiner .", "Sinjar", "GPE_LOC"),
        ("Sinjars innbyggere venter .", "Sinjars", "GPE_LOC"),
        ("Leger uten grenser trekker seg ut .", "Leger uten grenser", "ORG"),
        ("Det republikanske folkepartiet gikk fram .", "Det republikanske folkepartiet", "ORG"),
        ("Fra Sri Lanka meldes det om regn .", "Sri Lanka", "GPE_LOC"),
        ("E10 er stengt .", "E10", "LOC"),
        ("E 39 er stengt .", "E 39", "LOC"),
    ],
)
def test_a_name_to_the_letter_is_found(text, name, label):
    assert known_in(text) == [(name, label, [])]


@pytest.mark.parametrize(
    "text",
    [
        "Dagen etter regnet det .",  # a newspaper, and a frequent word
        "Vi kan bidra .",  # a party in Spain, and two frequent words
        "leger Uten grenser",  # not so written
        "De nordiske land møtes .",
        "E er en bokstav , E-471 et stoff",
        "EU5 og E10b",
        "Rest er for de rasteløse .",  # a Persian town, in some spelling
    ],
)
def test_what_may_be_something_else_is_left(text):
    assert known_in(text) == []


def test_a_newspaper_is_no_road():
    assert known_in("E24 melder om kø .") == [("E24", "ORG", [])]


def test_a_doubtful_part_gives_way_to_the_whole():
    text = "Ifølge Leger uten grenser er byen tom ."
    whole = ("Leger uten grenser", "ORG", ["Leger"])
    assert known_in(text, (1, 2, "ORG", 0.6)) == [whole]
    assert known_in(text, (1, 2, "ORG", 0.99)) == []


def test_what_was_found_already_is_not_found_again():
    assert known_in("Sinjar faller", (0, 1, "PER", 0.4)) == []
    assert known_in("Sri Lanka vant", (0, 2, "GPE_ORG", 0.7)) == []


def test_two_places_side_by_side_stay_two():
    text = "Regler for Svalbard og Jan Mayen gjelder ."
    assert known_in(text) == [("Svalbard og Jan Mayen", "GPE_LOC", [])]
    assert known_in(text, (2, 3, "LOC", 0.6), (4, 6, "LOC", 0.6)) == []
