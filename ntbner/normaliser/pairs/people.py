"""Rules that judge two names of people.

Both names are read as rows of words (titles, suffixes, articles and small particles set
aside), and the words are matched in order:

1. every word of the shorter name must find its like in the longer: equal, alike in
   spelling (:mod:`~ntbner.normaliser.pairs.likeness`), equivalent as a given name, or an
   initial of it;
2. at least a given name or initial and a surname must match, or a given name and the
   first of two surnames;
3. words that only the longer name has may be middle names, second surnames or a first
   given name, never other initials where both have some;
4. a bare surname against a full name is unsure: without a text it may be anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ntbner.names.equivalents import are_equivalent
from ntbner.names.person import is_family_first, parse_person
from ntbner.names.text import fold_letters
from ntbner.names.words import ARTICLES, PARTICLES
from ntbner.normaliser.pairs.likeness import likeness
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

SAME_FROM: Final = 0.5
"""Likeness of the worst matched word from which two names are the same."""
SHORTEST_CORE: Final = 4
"""Letters of the shortest bare surname that is compared by sound."""
SURELY_JOINED: Final = 0.75
"""Likeness of the whole from which names whose words are joined differently are the same."""


@dataclass(frozen=True, slots=True)
class Words:
    """A person's name as a row of words in plain letters.

    Attributes:
        words: Given names, initials and surnames in the order in which they stand.
        family_first: Whether the name is Chinese, Korean or Vietnamese (*Kim Jong Un*).
    """

    words: tuple[str, ...]
    family_first: bool


@lru_cache(maxsize=131_072)
def read_person(text: str) -> Words:
    """The row of words of a folded name.

    >>> read_person("president Bashar al-Assad").words, read_person("Carl I. Hagen").words
    (('bashar', 'assad'), ('carl', 'i', 'hagen'))
    """
    person = parse_person(text)
    parts = (person.given, *person.middle, person.surname)
    if is_family_first(text.split()):
        parts = (person.surname, person.given, *person.middle)
        return Words(tuple(_plain(part) for part in parts if part), True)
    words = (_plain(word) for word in parts if word.lower() not in PARTICLES)
    return Words(tuple(word for word in words if word), False)


def _plain(word: str) -> str:
    """Letters of a word without article, point and apostrophe; inner hyphens stay."""
    letters = fold_letters(word).replace(".", "").replace("'", "")
    head, hyphen, rest = letters.partition("-")
    return rest if hyphen and head in ARTICLES else letters


def judge_people(one: Parsed, other: Parsed) -> Verdict:
    """The verdict on two names of people that are not spelt alike."""
    shorter, longer = read_person(one.text), read_person(other.text)
    if len(shorter.words) > len(longer.words):
        shorter, longer = longer, shorter
    mean = round(one.firmness + other.firmness) / 2
    if not shorter.words:
        return Verdict(UNSURE, 0.3, "no name besides a title")
    if len(shorter.words) == 1:
        return _judge_single(shorter.words[0], longer, mean)
    if one.bare == other.bare:
        return Verdict(SAME, 0.97, "same letters, articles and breaks aside")
    matched = match_words(shorter.words, longer.words, mean)
    if matched is None:
        return _judge_mismatch(shorter.words, longer.words, mean)
    return _judge_match(shorter, longer, matched)


def _judge_single(word: str, other: Words, mean: float) -> Verdict:
    """One word against one word, or against a full name."""
    scores = [word_score(word, part, mean) for part in other.words if len(part) > 1]
    best = max(scores, default=0.0)
    if len(other.words) > 1:
        if best >= SAME_FROM:
            return Verdict(UNSURE, 0.5, "a part of the full name; which person, the text must say")
        return Verdict(DIFFERENT, 0.05, "no part of the full name")
    if best >= SAME_FROM and min(len(word), len(other.words[0])) >= SHORTEST_CORE:
        return Verdict(SAME, 0.6 + 0.35 * best, "same sounds in another spelling")
    if best > 0:
        return Verdict(UNSURE, 0.4, "close in spelling")
    return Verdict(DIFFERENT, 0.05, "different words")


@lru_cache(maxsize=262_144)
def word_score(one: str, other: str, mean: float) -> float:
    """How surely two words of people's names are the same; initials and given names too.

    >>> word_score("i", "ivar", 3.0), word_score("aleksandr", "alexander", 0.0) > 0.5
    (0.75, True)
    """
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.75 if one[0] == other[0] else 0.0
    if one > other:
        one, other = other, one
    if _differ_in_gender(one, other):
        return 0.0
    score = likeness(one, other, mean)
    if score < SAME_FROM and are_equivalent(one, other):
        return 0.8
    return score


def _differ_in_gender(one: str, other: str) -> bool:
    """*Aleksander, Aleksandra*; *Petrov, Petrova*; *Kowalski, Kowalska*."""
    shorter, longer = sorted((one, other), key=len)
    if longer == shorter + "a":
        return True
    ends = {one[-1], other[-1]}
    return one[:-1] == other[:-1] and "a" in ends and bool(ends & {"i", "y", "e", "o"})


def match_words(
    shorter: tuple[str, ...], longer: tuple[str, ...], mean: float
) -> list[tuple[int, int, float]] | None:
    """Each word of the shorter name with its like in the longer, in order; None if one has none.

    The surname is matched first, to the longer name's surname where it can be.
    """
    pairs: list[tuple[int, int, float]] = []
    limit = len(longer)
    for place in range(len(shorter) - 1, -1, -1):
        for other in range(limit - 1, place - 1, -1):
            score = word_score(shorter[place], longer[other], mean)
            if score >= SAME_FROM:
                pairs.append((place, other, score))
                limit = other
                break
        else:
            return None
    return pairs[::-1]


def _judge_match(shorter: Words, longer: Words, pairs: list[tuple[int, int, float]]) -> Verdict:
    """All words of the shorter name are in the longer: is what is left harmless?"""
    worst = min(score for _, _, score in pairs)
    taken = {other for _, other, _ in pairs}
    left = [word for place, word in enumerate(longer.words) if place not in taken]
    whole = [
        other
        for place, other, _ in pairs
        if len(shorter.words[place]) > 1 and len(longer.words[other]) > 1
    ]
    if not whole:
        return Verdict(UNSURE, 0.3, "initials alone match")
    if len(longer.words[-1]) == 1 or len(shorter.words[-1]) == 1:
        return Verdict(UNSURE, 0.3, "no surname to compare")
    if any(len(word) == 1 for word in left) and any(len(word) == 1 for word in shorter.words[1:]):
        return Verdict(UNSURE, 0.4, "different initials")
    if left and (shorter.family_first or longer.family_first):
        return Verdict(UNSURE, 0.4, "a syllable of the given name is missing")
    if not left:
        if len(whole) < len(pairs):
            return Verdict(SAME, 0.8 * worst + 0.15, "initials of the same given names")
        return Verdict(SAME, 0.6 + 0.35 * worst, "same words in another spelling")
    if 0 not in taken and len(whole) < 2:
        return Verdict(UNSURE, 0.4, "surname and an initial, first names differ")
    return Verdict(SAME, 0.55 + 0.3 * worst, f"the longer name adds {' '.join(left)}")


def _judge_mismatch(first: tuple[str, ...], second: tuple[str, ...], mean: float) -> Verdict:
    """Some word has no like: joined words, near misses, or other people."""
    if len(first) != len(second):
        joined = likeness(*sorted(("".join(first), "".join(second))), mean)
        if joined >= SURELY_JOINED and first[0][0] == second[0][0]:
            return Verdict(SAME, 0.6 + 0.3 * joined, "same sounds, words joined or split")
    surname = word_score(first[-1], second[-1], mean)
    given = word_score(first[0], second[0], mean)
    if surname >= SAME_FROM > given:
        if given > 0:
            return Verdict(UNSURE, 0.4, "close but different given names")
        return Verdict(DIFFERENT, 0.1, "different given name")
    if given >= SAME_FROM > surname:
        if surname > 0:
            return Verdict(UNSURE, 0.4, "close but different surnames")
        if len(first) > 2 or len(second) > 2:
            return Verdict(UNSURE, 0.25, "given name and some surname in common")
        return Verdict(DIFFERENT, 0.1, "different surname")
    if given > 0 and surname > 0:
        return Verdict(UNSURE, 0.35, "close in spelling")
    return Verdict(DIFFERENT, 0.05, "different names")
