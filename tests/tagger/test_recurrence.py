"""Names that a document has once and again."""

import pytest

from ntbner.tagger.recurrence import find_again
from ntbner.tagger.tagging import TaggedSpan


def found_again(text, *spans):
    """New names of a text, written as they stand, with their label and what gives way."""
    words = text.split()
    names = [TaggedSpan(*span) for span in spans]
    return [
        (" ".join(words[start:end]), label, [" ".join(words[s.start : s.end]) for s in inside])
        for start, end, label, inside in find_again(words, names)
    ]


def test_a_surname_at_the_head_of_a_sentence_is_found():
    text = "Eduardo møtte Mondlane . Mondlane fikk arbeid . Mondlanes bok kom ut ."
    spans = [(0, 1, "PER", 0.9), (2, 3, "PER", 0.9)]
    assert found_again(text, *spans) == [("Mondlane", "PER", []), ("Mondlanes", "PER", [])]


def test_the_surname_of_somebody_named_in_full_is_found():
    text = "André Ventura leder . Ventura ble syk . Venturas lege trøster Leo XIV . XIV smiler ."
    spans = [(0, 2, "PER", 0.9), (11, 13, "PER", 0.9)]
    assert found_again(text, *spans) == [("Ventura", "PER", []), ("Venturas", "PER", [])]


def test_a_surname_with_particles_begins_with_a_capital_at_the_head_of_a_sentence():
    text = "Laurence des Cars ble spurt . Des Cars vil ikke svare ."
    spans = [(0, 3, "PER", 0.9), (7, 8, "PER", 0.9)]
    assert found_again(text, *spans) == [("Des Cars", "PER", ["Cars"])]


def test_a_realm_is_nobodys_surname():
    text = "Georg av Hannover kom . Hannover jublet ."
    assert found_again(text, (0, 3, "PER", 0.9)) == []


def test_a_name_of_several_words_is_put_together():
    text = "I Troms og Finnmark snør det . Regn i Troms og Finnmarks daler ."
    spans = [(1, 4, "LOC", 0.9), (9, 10, "LOC", 0.6), (11, 12, "LOC", 0.7)]
    assert found_again(text, *spans) == [("Troms og Finnmarks", "LOC", ["Troms", "Finnmarks"])]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Oslo er Oslo .", [(0, 1, "LOC", 0.3)]),  # not sure enough to be looked for
        ("Regjeringen og Regjeringen", [(0, 1, "ORG", 0.99)]),  # a noun as often as a name
        ("Syria-krigen og Syria-krigen", [(0, 1, "DRV", 0.99)]),
        ("Vik og Vik", [(0, 1, "PER", 0.9), (2, 3, "LOC", 0.4)]),  # there is a name already
        ("Ås og Åsen", [(0, 1, "LOC", 0.9)]),  # another word
    ],
)
def test_what_is_left_as_it_is(text, spans):
    assert found_again(text, *spans) == []


def test_what_the_network_is_sure_of_stays():
    text = "Troms og Finnmark , men Troms og Finnmark skal skilles"
    spans = [(0, 3, "LOC", 0.9), (5, 6, "LOC", 0.99), (7, 8, "LOC", 0.99)]
    assert found_again(text, *spans) == []


def test_a_name_across_the_edge_of_a_found_one_does_not_part_it():
    text = "Ny Berg kom . I Ny Berg Hansen bor"
    spans = [(0, 2, "LOC", 0.9), (6, 8, "PER", 0.6)]
    assert found_again(text, *spans) == []
