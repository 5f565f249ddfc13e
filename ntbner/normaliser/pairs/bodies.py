"""Rules that judge two names of organisations that no lexicon knows.

1. Articles, legal forms and words for *club* are set aside, Bokmål and Nynorsk meet; the
   words left must be alike in spelling, in any order.
2. A name that has all words of another and more is the same body where what they share
   sets it apart (*Fulham, Fulham Football Club*), not where it is what many share
   (*Democratic Party of Japan, Liberal Democratic Party of Japan*), nor where what is
   added makes another (*Unge Venstre*), nor where the shorter one is whole: it has a
   company's legal form (*Aker ASA, Aker BP*) or a number of its own (*1860 München*), or
   owns the rest (*Det hvite hus' pressekorps*).
3. Other numbers are other bodies (*Boldklubben 1893, Boldklubben 1908*).
4. An acronym beside a long form that it can be read off is unsure: many bodies can.
"""

from __future__ import annotations

from typing import Final

from ntbner.names.organisation import is_acronym_of
from ntbner.names.words import (
    BRANCH_WORDS,
    CLUB_FORMS,
    COMMON_FORMS,
    COMPOUND_HEADS,
    LEGAL_FORMS,
    TELLING_FORMS,
)
from ntbner.normaliser.pairs.body_words import Body, is_country, is_distinctive, read_body
from ntbner.normaliser.pairs.concepts import is_concept
from ntbner.normaliser.pairs.likeness import FIRM_FROM, likeness
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

EASE: Final = 0.5
"""Log-odds by which words of organisations count as softer than people's."""
SORTS: Final = frozenset(("GROUP", "ORGANISATION", "ASSOCIATION", "stiftelsen"))
"""Words that say what sort of body has a name, and make no other of it."""
SHORTEST_HEAD: Final = 4
"""Letters of the shortest second part of a compound that says what a body is."""
KIND_HEADS: Final = tuple(head for head in sorted(COMPOUND_HEADS) if len(head) >= SHORTEST_HEAD)
"""Those parts."""
GENITIVES: Final = ("s ", "' ", "'s ")
"""What a name is followed by where it owns what comes next."""
SURE_ACRONYM: Final = 4
"""Letters of the shortest acronym that is the long form whose initials it has, in order."""

COMPANY_FORMS: Final = LEGAL_FORMS - CLUB_FORMS - TELLING_FORMS - COMMON_FORMS
"""Legal forms that no club has, with which a company's name is whole."""

LEAST_WORD: Final = 0.15
"""Likeness of one word from which two names are the same whose other words are."""
SURE_WORD: Final = 0.8
"""Likeness of those other words."""
SHORT_NAME: Final = 6
"""Letters up to which a native name in another spelling is another (*Nordea*, *Norda*)."""
SHORTEST_PLURAL: Final = 5
"""Letters of the shortest word whose last *s* counts for little (*Grasshoppers*)."""


def judge_bodies(one: Parsed, other: Parsed) -> Verdict:
    """The verdict on two names of organisations that are not spelt alike."""
    first, second = read_body(one.text), read_body(other.text)
    if len(first.core) > len(second.core):
        one, other, first, second = other, one, second, first
    if not first.core:
        return Verdict(UNSURE, 0.0, "no letters to compare")
    if first.numbers and second.numbers and first.numbers != second.numbers:
        return Verdict(DIFFERENT, 0.2, "different numbers")
    if any(len(number) == 1 for number in first.numbers ^ second.numbers):
        return Verdict(UNSURE, 0.4, "one has a number, as second teams have")
    if first.parties != second.parties and first.parties and second.parties:
        return Verdict(DIFFERENT, 0.2, "different parties")
    if one.is_acronym or other.is_acronym:
        acronym = _judge_acronym(one, other)
        if acronym is not None:
            return acronym
    mean = round(one.firmness + other.firmness) / 2 - EASE
    matched, worst = match_cores(first.core, second.core, mean)
    if matched is None:
        return _judge_mismatch(first, second, mean)
    if len(matched) < len(second.core):
        left = [word for place, word in enumerate(second.core) if place not in matched]
        if other.text.startswith(tuple(one.text + ending for ending in GENITIVES)):
            return Verdict(UNSURE, 0.3, "what one has, not it")
        return _judge_rest(first, second, left, worst)
    return _judge_match(first, second, worst, mean)


def _judge_match(first: Body, second: Body, worst: float, mean: float) -> Verdict:
    """All words of both cores have met; may forms, numbers or letters part them?"""
    if _have_telling_forms(first.forms, second.forms):
        return Verdict(UNSURE, 0.5, "same name, different club forms")
    if first.letter != second.letter:
        return Verdict(UNSURE, 0.4, "one has a letter in front")
    if first.numbers != second.numbers and not first.distinctive:
        return Verdict(UNSURE, 0.4, "one has a number")
    if not first.distinctive and len(first.core) < 2 and first.core != second.core:
        return Verdict(UNSURE, 0.4, "one common word in common")
    if len(first.plain) <= SHORT_NAME and worst < SURE_WORD and mean >= FIRM_FROM:
        return Verdict(UNSURE, 0.45, "one short word, spelt in another way")
    if worst == 1.0:
        return Verdict(SAME, 0.93, "same words, legal and club forms aside")
    return Verdict(SAME, 0.6 + 0.3 * worst, "same words in another spelling")


def _have_telling_forms(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two names have club forms that may be those of two clubs."""
    if not first or not second or not first.isdisjoint(second):
        return False
    both = first | second
    return both <= TELLING_FORMS | COMMON_FORMS and not both & TELLING_FORMS <= COMMON_FORMS


def _judge_acronym(one: Parsed, other: Parsed) -> Verdict | None:
    """An acronym against another or against a long form; None where neither is one."""
    if one.is_acronym and other.is_acronym:
        return Verdict(DIFFERENT, 0.05, "two acronyms")
    for short, long in ((one, other), (other, one)):
        if short.is_acronym and len(long.words) > 1:
            if len(short.solid) >= SURE_ACRONYM and read_body(long.text).initials == short.solid:
                return Verdict(SAME, 0.7, "its letters are the initials of the long form")
            if is_acronym_of(short.text, long.text):
                return Verdict(UNSURE, 0.55, "its letters can be read off the long form")
    return None


def match_cores(
    shorter: tuple[str, ...], longer: tuple[str, ...], mean: float
) -> tuple[set[int] | None, float]:
    """Places in the longer core that the shorter one's words match, and the worst likeness.

    ``None`` where a word has no like.
    """
    taken: set[int] = set()
    scores: list[float] = []
    for word in shorter:
        best, place = 0.0, -1
        for other, candidate in enumerate(longer):
            if other not in taken:
                score = word_score(word, candidate, mean)
                if score > best:
                    best, place = score, other
        if best < LEAST_WORD:
            return None, best
        taken.add(place)
        scores.append(best)
    worst = min(scores)
    if worst < 0.5 and (
        len(longer) > len(shorter)
        or sorted(scores)[1:2] < [SURE_WORD]
        or not any(
            is_distinctive(word)
            for word, score in zip(shorter, scores, strict=True)
            if score >= SURE_WORD
        )
    ):
        return None, worst
    return taken, worst


def word_score(one: str, other: str, mean: float) -> float:
    """How surely two words of cores are one: by sound, a last *s* aside, never two concepts.

    >>> word_score("grasshoppers", "grasshopper", 3.0), word_score("LIBERAL", "LIBERATION", 0.0)
    (0.8, 0.0)
    """
    if one == other:
        return 1.0
    if is_concept(one) or is_concept(other):
        if is_concept(one) and is_concept(other):
            return 0.0
        one, other = one.lower(), other.lower()
    score = likeness(*sorted((one, other)), mean)
    if (
        score < 0.8
        and len(one) >= SHORTEST_PLURAL
        and one.removesuffix("s") == other.removesuffix("s")
    ):
        return 0.8
    return score


def _judge_rest(shorter: Body, longer: Body, left: list[str], worst: float) -> Verdict:
    """The longer name has words more: do they make another body?"""
    added = " ".join(left)
    if not shorter.distinctive:
        return Verdict(UNSURE, 0.4, f"only common words are shared; one adds {added}")
    if any(word.lower() in BRANCH_WORDS for word in left):
        return Verdict(UNSURE, 0.35, f"one adds {added}, which may be a branch")
    has_number = len(shorter.core) == 1 and shorter.numbers - longer.numbers
    if shorter.forms & COMPANY_FORMS or has_number:
        return Verdict(UNSURE, 0.4, f"the shorter name is whole, the other adds {added}")
    is_subtitle = "PARTY" in left and all(map(is_concept, left))
    if is_subtitle or all(word in SORTS or word == shorter.initials for word in left):
        return Verdict(SAME, 0.55 + 0.3 * worst, f"the longer name adds {added}")
    if all(map(is_country, left)) and longer.forms.isdisjoint(CLUB_FORMS):
        return Verdict(UNSURE, 0.4, f"one adds {added}, where a branch may be")
    if any(map(is_kind, left)):
        return Verdict(UNSURE, 0.4, f"one is a {added}, the other does not say so")
    return Verdict(SAME, 0.55 + 0.3 * worst, f"the longer name adds {added}", adds=True)


def is_kind(word: str) -> bool:
    """Whether a word says what sort of body it is: a compound with a head that many have.

    >>> is_kind("sparebank"), is_kind("papirfabrikk"), is_kind("wanderers")
    (True, True, False)
    """
    return word.endswith(KIND_HEADS)


def _judge_mismatch(first: Body, second: Body, mean: float) -> Verdict:
    """Some word has no like: joined words, near misses, or other bodies."""
    whole = likeness(*sorted((first.plain, second.plain)), mean)
    if whole >= 0.8 and len(first.core) != len(second.core):
        return Verdict(SAME, 0.6 + 0.3 * whole, "same sounds, words joined or split")
    shared = first.distinctive & second.distinctive
    if shared and len(first.core) > 1:
        return Verdict(DIFFERENT, 0.2, f"{' '.join(sorted(shared))} in common, the rest differs")
    if whole > 0:
        return Verdict(UNSURE, 0.4, "close in spelling")
    return Verdict(DIFFERENT, 0.05, "different names")
