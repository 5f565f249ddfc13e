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

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from ntbner.lexicon.categories import listed
from ntbner.names.equivalents import are_equivalent
from ntbner.names.person import is_family_first, parse_folded
from ntbner.names.skeleton import word_skeleton
from ntbner.names.text import fold_letters
from ntbner.names.words import ARTICLES, PARTICLES
from ntbner.normaliser.alignment import word_distance
from ntbner.normaliser.pairs.likeness import GIVEN_BIT, NAME_BITS, likeness, may_be_alike
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.places import is_pinyin
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

SAME_FROM: Final = 0.5
"""Likeness of the worst matched word from which two names are the same."""
SHORTEST_CORE: Final = 4
"""Letters of the shortest bare surname that is compared by sound."""
SURELY_JOINED: Final = 0.75
"""Likeness of the whole from which names whose words are joined differently are the same."""


SHORTEST_NEAR: Final = 4
"""Letters of the shortest word in which a slip is looked for."""
LONG_WORD: Final = 8
"""Letters from which a word may have two slips."""
MOST_AGREED: Final = 8
"""Letters that the other words of a name of three share when one has a slip."""
SOFT_NAME: Final = 1.0
"""Mean firmness up to which a name of two words may have a slip."""
RARE_LETTERS: Final = 11
"""Letters of the shortest such name."""
RARE_WORD: Final = 6
"""Letters of the shortest word with a slip in it."""
SLIP_SHARE: Final = 0.2
"""Slips allowed to each letter of such a name."""
SHORTEST_PART: Final = 3
"""Letters of the shortest part of a double name that may stand for it."""
EASTERN_DISTANCE: Final = 0.27
"""Distance allowed to each syllable of names of three (*Myung, Myeong*; never *Il, Un*)."""
EASTERN_GIVEN_DISTANCE: Final = 0.1
"""Distance allowed to whole given names (*Zedong, Tse-tung*); two in pinyin are two."""
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?){2,}")
"""Several initials written together (*J.K.*)."""
SERVANT: Final = re.compile(r"abd(?:-?[aeou]u?[lrnszdt]{1,2}(?=-|$)|-?[aeou]u?[lrnszdt]|(?=-|$))")
"""The first part of *Abd al-…* ("servant of"), article and all, however it is joined."""
GOD: Final = frozenset(("lah", "la", "llah", "lla"))
"""What follows it in *Abdullah*, which is one word in every spelling."""
_ADJECTIVE: Final = re.compile(r"(?:[sczd]k|n)[aiy]$")
"""Endings of Slavic surnames that are adjectives (*Kowalski, Kowalska*)."""
MALE_ENDS: Final = frozenset("iyeo")
"""Last letters of men's names whose women's form has *a* (*Mario, Maria*)."""
GIVEN_PARTICLES: Final = frozenset(("Des", "Ben", "Al", "Ed", "Del", "Ali", "Van", "Mac", "Le"))
"""Given names that are particles elsewhere."""


@dataclass(frozen=True, slots=True)
class Words:
    """A person's name as a row of words in plain letters.

    Attributes:
        words: Given names, initials and surnames in the order in which they stand.
        split: The same with hyphenated names as several words.
        family_first: Whether the name is Chinese, Korean or Vietnamese (*Kim Jong Un*).
        suffix: *jr*, *v* of *Harald V*.
    """

    words: tuple[str, ...]
    split: tuple[str, ...]
    family_first: bool
    suffix: tuple[str, ...] = ()


@lru_cache(maxsize=131_072)
def read_person(text: str) -> Words:
    """The row of words of a folded name.

    >>> read_person("president Bashar al-Assad").words, read_person("Carl I. Hagen").words
    (('bashar', 'assad'), ('carl', 'i', 'hagen'))
    >>> read_person("Abd al-Rahman").words == read_person("Abdul Rahman").words
    True
    """
    person = parse_folded(text)
    parts = [*_split_given(person.given), *person.middle, person.surname]
    family_first = is_family_first(text.split())
    if family_first:
        parts = [person.surname, person.given, *person.middle]
    words = [
        _plain(word)
        for place, word in enumerate(parts)
        if word.lower() not in PARTICLES or _is_given(word, place)
    ]
    joined = tuple(_join_servant([word for word in words if word]))
    split = joined
    if any("-" in word for word in joined):
        split = tuple(part for word in joined for part in word.split("-") if part)
    return Words(joined, split, family_first, tuple(map(_plain, person.suffix)))


def _split_given(given: str) -> tuple[str, ...]:
    """*J.K.* as two initials, any other given name as it stands."""
    if INITIALS.fullmatch(given):
        return tuple(letter for letter in given.replace("-", "").split(".") if letter)
    return (given,)


def _is_given(word: str, place: int) -> bool:
    """Whether a word that may be a particle is a given name (*Des Browne*, *Ben Affleck*)."""
    return place == 0 and word in GIVEN_PARTICLES


@lru_cache(maxsize=131_072)
def _plain(word: str) -> str:
    """Letters of a word without article and apostrophe; hyphens and the point of *Chr.* stay."""
    letters = fold_letters(word)
    if letters.isalnum():
        return letters
    letters = letters.replace("'", "")
    if letters.endswith(".") and len(letters) > 3:
        return letters.replace(".", "") + "."
    letters = letters.replace(".", "")
    head, hyphen, rest = letters.partition("-")
    return rest if hyphen and head in ARTICLES else letters


def _join_servant(words: list[str]) -> list[str]:
    """*abdul rahman*, *abd rahman* and *abdelrahman* as one word, *abdrahman*."""
    if not any("abd" in word for word in words):
        return words
    joined: list[str] = []
    servant = False
    for word in words:
        if servant:
            joined[-1] = "abd" + word
            servant = False
            continue
        match = SERVANT.match(word)
        if match is None:
            joined.append(word)
            continue
        rest = word[match.end() :].lstrip("-")
        joined.append("abd" + rest if len(rest) > 2 and rest not in GOD else word)
        servant = not rest
    return joined


def judge_people(one: Parsed, other: Parsed) -> Verdict:
    """The verdict on two names of people that are not spelt alike."""
    shorter, longer = read_person(one.text), read_person(other.text)
    if shorter.suffix and longer.suffix and shorter.suffix != longer.suffix:
        return Verdict(DIFFERENT, 0.1, "different number, or father and son")
    if len(shorter.words) > len(longer.words):
        shorter, longer = longer, shorter
    mean = round(one.firmness + other.firmness) / 2
    if not shorter.words:
        return Verdict(UNSURE, 0.3, "no name besides a title")
    if len(shorter.words) == 1:
        if one.bare == other.bare and len(longer.split) > 1:
            return Verdict(SAME, 0.9, "same letters, words joined or split")
        return _judge_single(shorter.words[0], longer, mean)
    if one.bare == other.bare:
        return Verdict(SAME, 0.97, "same letters, articles and breaks aside")
    matched = match_words(shorter.words, longer.words, mean)
    verdict = (
        _judge_mismatch(shorter.words, longer.words, mean)
        if matched is None
        else _judge_match(shorter, longer, matched)
    )
    if verdict.judgement is SAME:
        return verdict
    return _judge_split(shorter, longer, mean) or verdict


def _judge_split(one: Words, other: Words, mean: float) -> Verdict | None:
    """What hyphens and order hide: *Loh Gwo Burne*, *Gwo-Burne Loh*; *Macapagal-Arroyo, Arroyo*."""
    first, second = one.split, other.split
    if len(first) > 2 and sorted(first) == sorted(second):
        return Verdict(SAME, 0.85, "same words in another order")
    if one.family_first and other.family_first:
        return _judge_eastern(first, second)
    if first == one.words and second == other.words:
        return None
    if word_score(first[0], second[0], mean) < SAME_FROM or len(first) == len(second):
        return None
    if len(first) > len(second):
        first, second = second, first
    if min(map(len, first)) < SHORTEST_PART or len(first) < 2:
        return None
    if match_words(first, second, mean) is None:
        return None
    return Verdict(SAME, 0.7, "one part of a double name is missing")


def _judge_eastern(first: tuple[str, ...], second: tuple[str, ...]) -> Verdict | None:
    """Chinese and Korean names in two romanisations, syllable by syllable or as wholes."""
    if len(first) == len(second) == 3:
        distances = [word_distance(*pair) for pair in zip(first, second, strict=True)]
        if max(distances) <= EASTERN_DISTANCE:
            return Verdict(SAME, 0.65, "same syllables in another romanisation")
    given = "".join(first[1:]), "".join(second[1:])
    if (
        first[0] == second[0]
        and not all(map(is_pinyin, given))
        and word_distance(*given) <= EASTERN_GIVEN_DISTANCE
    ):
        return Verdict(SAME, 0.65, "same given name in another romanisation")
    return None


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


def word_score(one: str, other: str, mean: float) -> float:
    """How surely two words of people's names are the same; initials and given names too.

    >>> word_score("i", "ivar", 3.0), word_score("aleksandr", "alexander", 0.0) > 0.5
    (0.75, True)
    """
    if one == other:
        return 1.0
    if one > other:
        one, other = other, one
    certain = _certain_score(one, other)
    return _weigh(one, other, mean) if certain is None else certain


@lru_cache(maxsize=262_144)
def _certain_score(one: str, other: str) -> float | None:
    """The score of two words whatever names they stand in; ``None`` if it depends on them."""
    if len(one) == 1 or len(other) == 1:
        return 0.75 if one[0] == other[0] else 0.0
    if one[-1] == "." or other[-1] == ".":
        return 0.75 if _is_abbreviation(one, other) or _is_abbreviation(other, one) else 0.0
    if _differ_in_gender(one, other):
        return 0.0
    if may_be_alike(word_skeleton(one), word_skeleton(other)):
        return None
    return _equivalence(one, other)


@lru_cache(maxsize=262_144)
def _weigh(one: str, other: str, mean: float) -> float:
    score = likeness(one, other, mean)
    return score if score >= SAME_FROM else _equivalence(one, other) or score


def _equivalence(one: str, other: str) -> float:
    """The score of given names that are one name in two languages, however they are spelt."""
    if are_equivalent(one, other):
        return 0.8
    return 0.6 if "abd" + one == other or "abd" + other == one else 0.0


def _is_abbreviation(one: str, other: str) -> bool:
    """*chr., christian*."""
    return one[-1] == "." and other.startswith(one[:-1])


def _differ_in_gender(one: str, other: str) -> bool:
    """*Aleksander, Aleksandra*; *Petrov, Petrova*; *Kowalski, Kowalska*."""
    if one[-1] != "a" and other[-1] != "a":
        return False
    if len(one) != len(other):
        return one + "a" == other or other + "a" == one
    if one[:-1] != other[:-1]:
        return False
    ends = one[-1] + other[-1]
    if ("i" in ends or "y" in ends) and _ADJECTIVE.search(one):
        return True
    if MALE_ENDS.isdisjoint(ends):
        return False
    return bool(listed(one.title()) & listed(other.title()) & GIVEN_BIT)


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
    if len(whole) < 2:
        return Verdict(UNSURE, 0.4, "surname and an initial; the longer name says more")
    return Verdict(SAME, 0.55 + 0.3 * worst, f"the longer name adds {' '.join(left)}")


def _is_slip_of_rare(first: tuple[str, ...], second: tuple[str, ...], mean: float) -> bool:
    """Whether two names differ by slips that nobody's other name explains.

    Either the name is romanised and its words are long, or two other words are the same.
    """
    near: list[tuple[str, str]] = []
    for one, other in zip(first, second, strict=True):
        if word_score(one, other, mean) >= SAME_FROM:
            continue
        if not is_near(one, other):
            return False
        near.append((one, other))
    agreed = sum(len(word) for word in first) - sum(len(one) for one, _ in near)
    if len(near) == 1 and len(first) > 2 and agreed >= MOST_AGREED:
        return True
    if mean > SOFT_NAME or any(one[0] != other[0] for one, other in near):
        return False
    slips = sum(OSA.distance(one, other) for one, other in near)
    letters = sum(map(len, first))
    shortest = min(min(map(len, pair)) for pair in near)
    return letters >= RARE_LETTERS and shortest >= RARE_WORD and slips <= letters * SLIP_SHARE


@lru_cache(maxsize=65_536)
def is_near(one: str, other: str) -> bool:
    """Whether two words are a slip apart and not two names from the lists.

    >>> is_near("kumaratunga", "kumaratunge"), is_near("hansen", "hanssen")
    (True, False)
    """
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_NEAR or _differ_in_gender(one, other):
        return False
    if listed(one.title()) & NAME_BITS and listed(other.title()) & NAME_BITS:
        return False
    most = 1 if shorter < LONG_WORD else 2
    return OSA.distance(one, other, score_cutoff=most) <= most


def _judge_mismatch(first: tuple[str, ...], second: tuple[str, ...], mean: float) -> Verdict:
    """Some word has no like: joined words, slips, near misses, or other people."""
    if len(first) == len(second) and _is_slip_of_rare(first, second, mean):
        return Verdict(SAME, 0.6, "a slip in a rare name")
    if len(first) != len(second) and first[0][0] == second[0][0]:
        joined = likeness(*sorted(("".join(first), "".join(second))), mean)
        if joined >= SURELY_JOINED:
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
