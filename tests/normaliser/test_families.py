"""Families: a surname behind *familien* is nobody's alone."""

import pytest

from ntbner import Mention
from ntbner.normaliser.context import Context
from ntbner.normaliser.families import is_family

from .marked import read_cases

CASES = """
family and one who bears the name
    [Ola Fjordvik PER 1] kom hjem. Familien [Fjordvik PER 2] feirer, og [Fjordvik PER 1] er glad.
    1 PER Ola Fjordvik : surname | 2 PER Fjordvik
family in the genitive
    Familien [Fjordviks PER 2] gård brant, sa [Ola Fjordvik PER 1]. Slekta [Fjordvik PER 2] sørger.
    1 PER Ola Fjordvik | 2 PER Fjordvik : genitive
brothers by their surname
    [Ola Fjordvik PER 1] vant. Brødrene [Fjordvik PER 2] trener sammen, sier [Fjordvik PER 1].
    1 PER Ola Fjordvik : surname | 2 PER Fjordvik
brothers by their given names
    [Ola Fjordvik PER 1] vant. Brødrene [Ola PER 1] og [Per PER 2] trener sammen.
    1 PER Ola Fjordvik : given_name | 2 PER Per
one of the family in full
    Familien [Ola Fjordvik PER 1] er borte, sier [Fjordvik PER 1].
    1 PER Ola Fjordvik : surname
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_a_family_has_a_record_of_its_own(case):
    case.check()


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        ("familien Fjordvik, som eier gården", "Fjordvik", True),
        ("Ekteparet Fjordvik", "Fjordvik", True),
        ("søstrene Kari, Anne og Liv", "Kari", False),
        ("i familien. Fjordvik", "Fjordvik", False),
        ("storfamilien Fjordvik", "Fjordvik", False),
        ("Fjordvik", "Fjordvik", False),
    ],
)
def test_the_word_before_tells_a_family(text, name, is_one):
    start = text.index(name)
    mention = Mention(start, start + len(name), name, "PER")
    assert is_family(mention, Context(text)) is is_one


def test_a_place_is_no_family_nor_is_anything_without_a_text():
    text = "familien Fjordvik"
    assert not is_family(Mention(9, 17, "Fjordvik", "LOC"), Context(text))
    assert not is_family(Mention(9, 17, "Fjordvik", "PER"), Context(None))
    assert not is_family(Mention(8, 16, "Fjordvik", "PER"), Context(text))
