"""Names that a document has in another spelling."""

import pytest

from ntbner.tagger.respelling import find_respelt, is_respelt
from ntbner.tagger.tagging import TaggedSpan

FREQUENT = frozenset({"birken"})


def respelt_in(text, *spans):
    """The words of a text that are found as names, with their labels."""
    words = text.split()
    found = find_respelt(words, [TaggedSpan(*span) for span in spans], FREQUENT)
    return [(" ".join(words[start:end]), label) for start, end, label, _ in found]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Zelenskyj", "Zelensky"),
        ("Umjerov", "Umerov"),
        ("Ivanisjvili", "Ivanishvili"),
        ("Yarallah", "Jarallah"),
        ("Gaddafi", "Khadafi"),
        ("Qamishli", "Kamisli"),
        ("Lukasjenko", "Lukashenka"),
    ],
)
def test_spellings_of_a_foreign_name_are_alike(name, other):
    assert is_respelt(name, other)
    assert is_respelt(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Bergen", "Birken"), ("Iran", "Irene"), ("Teigen", "Deigen"), ("Frede", "Fredete")],
)
def test_other_words_are_not(name, other):
    assert not is_respelt(name, other)


def test_a_surname_spelt_in_another_way_is_found():
    text = "Volodymyr Zelenskyj talte . Zelensky fikk svar . Zelenskys hær venter ."
    found = [("Zelensky", "PER"), ("Zelenskys", "PER")]
    assert respelt_in(text, (0, 2, "PER", 0.99)) == found


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Volodymyr Zelenskyj og zelensky", (0, 2, "PER", 0.99)),  # no capital
        ("Bergenn og Birken", (0, 1, "GPE_LOC", 0.99)),  # a frequent word
        ("Zelenskyj og Zelensky", (0, 1, "ORG", 0.99)),  # no person, no place
        ("Zelenskyj og Zelensky", (0, 1, "PER", 0.3)),  # not sure enough
    ],
)
def test_what_is_left_as_it_is(text, span):
    assert respelt_in(text, span) == []
