"""Names of organisations: legal forms, definite forms, and acronyms.

An acronym belongs to a long form when its letters can be read off it in order: one from
the start of every content word, more from the starts of the parts of a compound
(*Statistisk sentral-byrå*), small words optionally (*Universitetet i Oslo* → *UiO*).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ntbner.names.text import fold, fold_letters
from ntbner.names.words import COMPOUND_HEADS, DEFINITE_FORMS, FUNCTION_WORDS, LEGAL_FORMS

_PUNCTUATION: Final = re.compile(r"[^\w\s]+")
_DOMAIN: Final = re.compile(r"(?<=\w\w)\.(?:no|com|org|net|se|dk)\Z")

COST_PART: Final = 0.1
"""A letter from the start of a later part of a compound (*sentral-Byrå*)."""
COST_NEXT: Final = 0.4
"""A letter right behind the one before (*KRistelig Folkeparti*, *APollo*)."""
COST_INNER: Final = 0.8
"""A letter from anywhere else in a word (*Utlendings-dIrektoratet*)."""
COST_SKIPPED: Final = 0.7
"""A content word that gives no letter (*Norges Handikapforbunds Ungdom* → *NHU* gives all)."""
BUDGET: Final = {1: 0.0, 2: 0.5}
"""Greatest total cost for acronyms of so many letters; longer ones see :data:`BUDGET_LONG`."""
BUDGET_LONG: Final = 0.9


@lru_cache(maxsize=16_384)
def strip_legal_form(name: str) -> str:
    """The name without legal forms at its end (or, for *A/S*, *AB* …, its start).

    The end of an internet address is one: *Dagbladet.no* is *Dagbladet*.

    >>> strip_legal_form("Equinor ASA"), strip_legal_form("AS Norge"), strip_legal_form("AS")
    ('Equinor', 'Norge', 'AS')
    """
    words = _DOMAIN.sub("", fold(name)).split()
    while len(words) > 1 and _is_legal_form(words[-1]):
        words.pop()
    while len(words) > 1 and _is_legal_form(words[0]) and words[0].isupper():
        words.pop(0)
    return " ".join(words).rstrip(",")


def _is_legal_form(word: str) -> bool:
    lowered = word.lower().strip("(),.")
    return lowered in LEGAL_FORMS and not word.islower()


_DEFINITE_HEADS: Final = tuple(definite for definite, _ in DEFINITE_FORMS)

_HEADS: Final = tuple(form for pair in DEFINITE_FORMS for form in pair)
"""Heads of compounds in names of organisations, definite and not."""

_SHORTENED: Final = re.compile(r"(\w{3,})- ?(?=,|og |eller )")
"""The first part of a compound whose head stands later (*Justis- og …*)."""

_LEADING_ARTICLES: Final = ("den ", "det ", "de ", "dei ", "the ")


def indefinite(name: str) -> str:
    """The name without a leading article and with an indefinite head, in lower case.

    A key, not a name to print: *Den norske Nobelkomiteen* and *Nobelkomiteen* are told
    apart or brought together by who compares the keys.

    >>> indefinite("Det internasjonale pengefondet")
    'internasjonale pengefondet'
    >>> indefinite("Høgskolen i Volda") == indefinite("høgskole i Volda")
    True
    """
    key = fold(name).lower()
    for article in _LEADING_ARTICLES:
        if key.startswith(article) and len(key) > len(article) + 2:
            key = key[len(article) :]
    words = key.split()
    return " ".join(map(_indefinite_word, words))


def _indefinite_word(word: str) -> str:
    if not word.endswith(_DEFINITE_HEADS):
        return word
    for definite, bare in DEFINITE_FORMS:
        if word.endswith(definite):
            return word[: -len(definite)] + bare
    return word


def spell_out(name: str) -> tuple[str, ...]:
    """The compounds that a hyphen and *og* shorten in a name, the last one too.

    >>> spell_out("Justis- og beredskapsdepartementet")
    ('Justisdepartementet', 'beredskapsdepartementet')
    >>> spell_out("Norges Bank")
    ()
    """
    form = fold(name)
    firsts = _SHORTENED.findall(form) if "-" in form else ()
    if not firsts:
        return ()
    last = form.rpartition(" ")[2]
    head = max((word for word in _HEADS if last.endswith(word)), key=len, default="")
    if not head or len(last) == len(head):
        return ()
    return (*(first + head for first in firsts), last)


@lru_cache(maxsize=65_536)
def is_acronym_of(acronym: str, long_form: str) -> bool:
    """Whether the letters of an acronym can be read off a long form, in order.

    Args:
        acronym: One word of two to seven letters, points allowed; any case.
        long_form: Two words or more, or one Norwegian compound.

    >>> is_acronym_of("SSB", "Statistisk sentralbyrå"), is_acronym_of("UiO", "Universitetet i Oslo")
    (True, True)
    >>> is_acronym_of("FN", "De forente nasjoner"), is_acronym_of("WHO", "WTO")
    (True, False)
    """
    letters = sum(map(str.isalnum, fold(acronym)))
    return reading_cost(acronym, long_form) <= BUDGET.get(letters, BUDGET_LONG) + 1e-9


@lru_cache(maxsize=65_536)
def reading_cost(acronym: str, long_form: str) -> float:
    """What it costs to read an acronym off a long form: nothing where each content word gives
    its first letter, infinite where it cannot be done; arguments as for :func:`is_acronym_of`.

    >>> reading_cost("UWC", "United World College"), reading_cost("PA", "Palace")
    (0.0, 0.4)
    """
    letters = "".join(filter(str.isalnum, fold(acronym))).lower()
    words = [word for word in re.split(r"[\s\-/]+", _PUNCTUATION.sub(" ", fold(long_form))) if word]
    if not 1 < len(letters) <= 7 or " " in fold(acronym):
        return float("inf")
    if len(letters) * 2 > sum(map(len, words)):
        return float("inf")
    return _reading_cost(letters, tuple(word.lower() for word in words))


@lru_cache(maxsize=65_536)
def _reading_cost(letters: str, words: tuple[str, ...]) -> float:
    """Least cost to read the letters off the words; infinite where it cannot be done."""
    if not words:
        return 0.0 if not letters else float("inf")
    word, rest = words[0], words[1:]
    skip = 0.0 if word in FUNCTION_WORDS else COST_SKIPPED
    best = skip + _reading_cost(letters, rest)
    if letters and fold_letters(word[0])[:1] == fold_letters(letters[0])[:1]:
        best = min(best, _inner_cost(letters[1:], word, 1, rest))
    return best


def _inner_cost(letters: str, word: str, start: int, rest: tuple[str, ...]) -> float:
    """Least cost to go on in a word from a position, or to leave it."""
    best = _reading_cost(letters, rest)
    if not letters:
        return best
    for place in range(start, len(word)):
        if word[place] != letters[0]:
            continue
        if word[place:].startswith(COMPOUND_HEADS):
            cost = COST_PART
        elif place == start:
            cost = COST_NEXT
        else:
            cost = COST_INNER
        best = min(best, cost + _inner_cost(letters[1:], word, place + 1, rest))
    return best
