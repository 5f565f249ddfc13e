"""Whom a surname means that several bear; texts in test_resolve.py."""

import pytest

from ntbner.normaliser.context import Context
from ntbner.normaliser.nearness import FAR, NEARER, find_nearest
from ntbner.records import Mention

FIRST, SECOND, SURNAME = "Ola Fjordvik", "Liv Fjordvik", "Fjordvik"
WORDS = {"O": FIRST, "L": SECOND, "F": SURNAME, "P": SURNAME}


def read(signs):
    """A text with a sentence for each sign: a full name, a surname, a place (P) or nothing (.)."""
    text, places = "", []
    for sign in signs:
        name = WORDS.get(sign)
        if name:
            type = "LOC" if sign == "P" else "PER"
            places.append((sign, Mention(len(text), len(text) + len(name), name, type)))
        text += f"{name or 'Det'} var der. "
    named = {label: [m for sign, m in places if sign == label] for label in "OL"}
    return [m for sign, m in places if sign in "FP"], named, Context(text)


AGES = "." * FAR


@pytest.mark.parametrize(
    ("signs", "owners"),
    [
        (f"O{AGES}LF", "L"),
        (f"O{AGES[3:]}LF", "-"),  # the other is near too
        (f"O{AGES}L{'.' * 2 * NEARER}F", "-"),  # neither is much nearer
        (f"LO{AGES}OF", "O"),  # who was named last again
        (f"{AGES}LF", "-"),  # nobody else is named by then
        (f"O{AGES}LP", "-"),  # a place
        (f"F{AGES}O{AGES}LF", "-L"),
        (f"OL{AGES}FLF", "--"),  # soon after a doubtful one
        (f"O{AGES}LFF{AGES}.F", "LLL"),  # who has most has the doubtful one too
        (f"O{AGES}LFFFP{AGES}.F", "LLL-L"),  # but not the place
    ],
)
def test_a_surname_is_the_ones_who_was_named_much_nearer(signs, owners):
    assert "".join(owner or "-" for owner in find_nearest(*read(signs))) == owners


def test_a_mention_may_come_twice():
    surnames, named, context = read(f"O{AGES}LF")
    assert find_nearest(surnames * 2, {"L": named["L"] * 2, "O": named["O"]}, context) == ["L", "L"]


def test_nobody_is_nearer_without_a_text():
    surnames, named, _ = read(f"O{AGES}LF")
    assert find_nearest(surnames, named, Context(None)) == [None]
