"""Rules that judge two names of organisations that no lexicon knows.

1. Articles, legal forms and words for *club* are set aside, Bokmål and Nynorsk meet; the
   words left must be alike in spelling, in any order.
2. A name that has all words of another and more is the same body where what they share
   sets it apart (*Fulham, Fulham Football Club*), not where it is what many share
   (*Democratic Party of Japan, Liberal Democratic Party of Japan*), nor where what is
   added makes another (*Unge Venstre*).
3. Other numbers are other bodies (*Boldklubben 1893, Boldklubben 1908*).
4. An acronym beside a long form that it can be read off is unsure: many bodies can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ntbner.lexicon.categories import Category, listed
from ntbner.names.organisation import is_acronym_of
from ntbner.names.text import fold_letters
from ntbner.names.words import (
    ARTICLES,
    BRANCH_WORDS,
    CLUB_FORMS,
    FUNCTION_WORDS,
    LEGAL_FORMS,
    ORGANISATION_WORDS,
)
from ntbner.names.written_form import written_form_key
from ntbner.normaliser.pairs.likeness import likeness
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

EASE: Final = 0.5
"""Log-odds by which words of organisations count as softer than people's."""
SMALL_WORDS: Final = (
    FUNCTION_WORDS | ARTICLES | frozenset(("i", "e", "a", "o", "in", "st", "saint"))
)
SPECIAL_CLUB_FORMS: Final = frozenset(("if", "il", "bk", "tff", "ifk", "ik", "kf", "ff"))
"""Club forms of which a town may have several clubs by one name (*Hammarby IF, TFF*)."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation's name, its words sorted by what they say.

    Attributes:
        core: Words that are neither small words nor legal nor club forms.
        forms: Legal and club forms.
        numbers: Numbers in it.
        distinctive: Words of the core that few organisations share.
    """

    core: tuple[str, ...]
    forms: frozenset[str]
    numbers: frozenset[str]
    distinctive: frozenset[str]


@lru_cache(maxsize=131_072)
def read_body(text: str) -> Body:
    """The words of a folded name, sorted.

    >>> read_body("Fulham Football Club").core, read_body("Den norske kyrkja").core
    (('fulham',), ('norske', 'kirken'))
    """
    words = [word.strip("'") for word in re.split(r"[^\w'&]+", fold_letters(text))]
    words = [word.replace("'", "") for word in words if word.strip("'")]
    numbers = frozenset(word for word in words if word.isdigit())
    kept = [word for word in words if word not in SMALL_WORDS and not word.isdigit()] or words
    forms = frozenset(word for word in kept if word in CLUB_FORMS or word in LEGAL_FORMS)
    core = tuple(written_form_key(word) for word in kept if word not in forms)
    if not core:
        core, forms = tuple(kept), frozenset()
    distinctive = frozenset(word for word in core if is_distinctive(word))
    return Body(core, forms, numbers, distinctive)


@lru_cache(maxsize=65_536)
def is_distinctive(word: str) -> bool:
    """Whether few organisations share a word: no common word, no country.

    >>> is_distinctive("party"), is_distinctive("fulham"), is_distinctive("japan")
    (False, True, False)
    """
    if word in ORGANISATION_WORDS or word in BRANCH_WORDS or len(word) < 2:
        return False
    return not listed(word.title()) & (Category.COUNTRY | Category.INHABITANT)


def judge_bodies(one: Parsed, other: Parsed) -> Verdict:
    """The verdict on two names of organisations that are not spelt alike."""
    first, second = read_body(one.text), read_body(other.text)
    if len(first.core) > len(second.core):
        first, second = second, first
    if first.numbers and second.numbers and first.numbers != second.numbers:
        return Verdict(DIFFERENT, 0.2, "different numbers")
    acronym = _judge_acronym(one, other)
    if acronym is not None:
        return acronym
    mean = round(one.firmness + other.firmness) / 2 - EASE
    matched, worst = match_cores(first.core, second.core, mean)
    if matched is None:
        return _judge_mismatch(first, second, mean)
    left = [word for place, word in enumerate(second.core) if place not in matched]
    if left:
        return _judge_rest(first, left, worst)
    if (
        first.forms & SPECIAL_CLUB_FORMS
        and second.forms & SPECIAL_CLUB_FORMS
        and (first.forms.isdisjoint(second.forms))
    ):
        return Verdict(UNSURE, 0.5, "same name, different club forms")
    if worst == 1.0:
        return Verdict(SAME, 0.93, "same words, legal and club forms aside")
    return Verdict(SAME, 0.6 + 0.3 * worst, "same words in another spelling")


def _judge_acronym(one: Parsed, other: Parsed) -> Verdict | None:
    """An acronym against another or against a long form; None where neither is one."""
    if one.is_acronym and other.is_acronym:
        return Verdict(DIFFERENT, 0.05, "two acronyms")
    for short, long in ((one, other), (other, one)):
        if short.is_acronym and len(long.words) > 1 and is_acronym_of(short.text, long.text):
            return Verdict(UNSURE, 0.55, "its letters can be read off the long form")
    return None


def match_cores(
    shorter: tuple[str, ...], longer: tuple[str, ...], mean: float
) -> tuple[set[int] | None, float]:
    """Places in the longer core that the shorter one's words match, and the worst likeness.

    ``None`` where a word has no like.
    """
    taken: set[int] = set()
    worst = 1.0
    for word in shorter:
        best, place = 0.0, -1
        for other, candidate in enumerate(longer):
            if other not in taken:
                score = 1.0 if word == candidate else likeness(*sorted((word, candidate)), mean)
                if score > best:
                    best, place = score, other
        if best < 0.5:
            return None, best
        taken.add(place)
        worst = min(worst, best)
    return taken, worst


def _judge_rest(shorter: Body, left: list[str], worst: float) -> Verdict:
    """The longer name has words more: do they make another body?"""
    added = " ".join(left)
    if not shorter.distinctive:
        return Verdict(UNSURE, 0.4, f"only common words are shared; one adds {added}")
    if any(word in BRANCH_WORDS for word in left):
        return Verdict(UNSURE, 0.35, f"one adds {added}, which may be a branch")
    return Verdict(SAME, 0.55 + 0.3 * worst, f"the longer name adds {added}")


def _judge_mismatch(first: Body, second: Body, mean: float) -> Verdict:
    """Some word has no like: joined words, near misses, or other bodies."""
    whole = likeness(*sorted(("".join(first.core), "".join(second.core))), mean)
    if whole >= 0.8 and len(first.core) != len(second.core):
        return Verdict(SAME, 0.6 + 0.3 * whole, "same sounds, words joined or split")
    shared = first.distinctive & second.distinctive
    if shared and len(first.core) > 1:
        return Verdict(DIFFERENT, 0.2, f"{' '.join(sorted(shared))} in common, the rest differs")
    if whole > 0:
        return Verdict(UNSURE, 0.4, "close in spelling")
    return Verdict(DIFFERENT, 0.05, "different names")
