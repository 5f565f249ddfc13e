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

from typing import Final

from rapidfuzz.distance import OSA

from ntbner.lexicon.categories import listed
from ntbner.names.equivalents import are_equivalent
from ntbner.names.origin import firmness
from ntbner.normaliser.alignment import word_distance
from ntbner.normaliser.pairs.likeness import (
    FIRM_FROM,
    NAME_BITS,
    likeness,
    pair_firmness,
)
from ntbner.normaliser.pairs.parsed import Parsed
from ntbner.normaliser.pairs.person_likeness import (
    NATIVE_FROM,
    SAME_FROM,
    is_near,
    match_words,
    word_score,
)
from ntbner.normaliser.pairs.person_words import (
    Words,
    are_chinese_alike,
    is_family_name_first,
    read_person,
)
from ntbner.normaliser.pairs.places import is_pinyin
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict

GENERATIONS: Final = frozenset(("jr", "sr", "junior", "senior", "de", "dy"))
"""Suffixes that tell a person from a namesake in the family, in plain letters."""
SHORTEST_CORE: Final = 4
"""Letters of the shortest bare surname that is compared by sound."""
SURELY_JOINED: Final = 0.75
"""Likeness of the whole from which names whose words are joined differently are the same."""


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


def judge_people(one: Parsed, other: Parsed) -> Verdict:
    """The verdict on two names of people that are not spelt alike."""
    shorter, longer = read_person(one.text), read_person(other.text)
    if shorter.suffix and longer.suffix and shorter.suffix != longer.suffix:
        return Verdict(DIFFERENT, 0.1, "different number, or father and son")
    if len(shorter.words) > len(longer.words):
        shorter, longer = longer, shorter
    mean = pair_firmness(one.firmness, other.firmness)
    if not shorter.words:
        return Verdict(UNSURE, 0.3, "no name besides a title")
    if len(shorter.words) == 1:
        if one.bare == other.bare and len(longer.split) > 1:
            return Verdict(SAME, 0.9, "same letters, words joined or split")
        return _judge_single(shorter.words[0], longer, mean)
    if shorter.suffix != longer.suffix and GENERATIONS.intersection(
        (*shorter.suffix, *longer.suffix)
    ):
        return Verdict(UNSURE, 0.45, "one is called after the other, or it is one person")
    if one.bare == other.bare:
        return Verdict(SAME, 0.97, "same letters, articles and breaks aside")
    matched = match_words(shorter.words, longer.words, mean)
    verdict = (
        _judge_mismatch(
            shorter.words,
            longer.words,
            mean,
            may_slip=not (shorter.family_first and longer.family_first),
        )
        if matched is None
        else _judge_match(shorter, longer, matched, mean)
    )
    if verdict.judgement is SAME:
        return verdict
    return _judge_split(shorter, longer, mean) or verdict


def _judge_split(one: Words, other: Words, mean: float) -> Verdict | None:
    """What hyphens and order hide: *Loh Gwo Burne*, *Gwo-Burne Loh*; *Macapagal-Arroyo, Arroyo*."""
    first, second = one.split, other.split
    if len(first) > 2 and sorted(first) == sorted(second):
        return Verdict(SAME, 0.85, "same words in another order")
    if first[0] == second[-1] and first == second[::-1]:
        if is_family_name_first(first) is not None:
            return Verdict(SAME, 0.85, "same words, one with the family name first")
        return Verdict(UNSURE, 0.4, "same words in another order")
    if (one.pinyin or other.pinyin) and are_chinese_alike(one, other):
        return Verdict(SAME, 0.75, "same name in another romanisation, Wade–Giles")
    if one.family_first and other.family_first:
        return _judge_eastern(first, second)
    if first == one.words and second == other.words:
        return None
    if word_score(first[0], second[0], mean) < SAME_FROM:
        return None
    if len(first) == len(second):
        if match_words(first, second, mean) is None:
            return None
        return Verdict(SAME, 0.7, "same words in another spelling, hyphens aside")
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
        pairs = zip(first, second, strict=True)
        if all(are_equivalent(*p) or word_distance(*p) <= EASTERN_DISTANCE for p in pairs):
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


def _judge_match(
    shorter: Words, longer: Words, pairs: list[tuple[int, int, float]], mean: float
) -> Verdict:
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
    doubt = (
        _doubt_respelling(shorter.words, longer.words, pairs, mean) if mean >= NATIVE_FROM else None
    )
    if doubt is not None:
        return doubt
    if not left:
        if len(whole) < len(pairs):
            return Verdict(SAME, 0.8 * worst + 0.15, "initials of the same given names")
        return Verdict(SAME, 0.6 + 0.35 * worst, "same words in another spelling")
    if len(whole) < 2:
        return Verdict(UNSURE, 0.4, "surname and an initial; the longer name says more")
    return Verdict(SAME, 0.55 + 0.3 * worst, f"the longer name adds {' '.join(left)}")


def _doubt_respelling(
    shorter: tuple[str, ...],
    longer: tuple[str, ...],
    pairs: list[tuple[int, int, float]],
    mean: float,
) -> Verdict | None:
    """Why names with spellings of their own may be two people in spite of words alike."""
    words = [(shorter[place], longer[other]) for place, other, _ in pairs]
    respelt = [
        place
        for place, (one, other) in enumerate(words)
        if one.replace("-", "") != other.replace("-", "")
        and min(len(one), len(other)) > 1
        and not are_equivalent(one, other)
    ]
    if len(respelt) > 1 and mean >= FIRM_FROM:
        return Verdict(UNSURE, 0.45, "several words in another spelling")
    if len(longer) == 2 and respelt and all(map(_is_listed, (*shorter, *longer))):
        return Verdict(UNSURE, 0.45, "a common name in another spelling, which may be another's")
    if len(shorter) - 1 in respelt and pairs[-1][1] < len(longer) - 1:
        return Verdict(UNSURE, 0.4, "the surname is a middle name in another spelling")
    return None


def _is_listed(word: str) -> bool:
    """Whether a word in plain letters is in the lists of names, as what many share is."""
    return bool(listed(word.title()) & NAME_BITS)


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
    if any(one[0] != other[0] or not _is_rare(one, other, mean) for one, other in near):
        return False
    slips = sum(OSA.distance(one, other) for one, other in near)
    letters = sum(map(len, first))
    shortest = min(min(map(len, pair)) for pair in near)
    return letters >= RARE_LETTERS and shortest >= RARE_WORD and slips <= letters * SLIP_SHARE


def _is_rare(one: str, other: str, mean: float) -> bool:
    """Whether a name, or two words of it a slip apart, is romanised, or the words are long."""
    return (
        mean <= SOFT_NAME
        or min(len(one), len(other)) >= RARE_LETTERS
        or pair_firmness(firmness(one), firmness(other)) <= SOFT_NAME
    )


def _judge_mismatch(
    first: tuple[str, ...], second: tuple[str, ...], mean: float, *, may_slip: bool
) -> Verdict:
    """Some word has no like: joined words, slips, near misses, or other people.

    In Eastern names, whose syllables are few, a letter is no slip.
    """
    if may_slip and len(first) == len(second) and _is_slip_of_rare(first, second, mean):
        return Verdict(SAME, 0.6, "a slip in a rare name")
    if len(first) != len(second) and first[0][0] == second[0][0]:
        joined = likeness(*sorted(("".join(first), "".join(second))), mean)
        if joined >= SURELY_JOINED:
            return Verdict(SAME, 0.6 + 0.3 * joined, "same sounds, words joined or split")
    surname = word_score(first[-1], second[-1], mean)
    given = word_score(first[0], second[0], mean)
    if surname >= SAME_FROM > given:
        if given > 0 or (may_slip and is_near(first[0], second[0])):
            return Verdict(UNSURE, 0.4, "close but different given names")
        return Verdict(DIFFERENT, 0.1, "different given name")
    if given >= SAME_FROM > surname:
        if surname > 0 or (may_slip and is_near(first[-1], second[-1])):
            return Verdict(UNSURE, 0.4, "close but different surnames")
        if len(first) > 2 or len(second) > 2:
            return Verdict(UNSURE, 0.25, "given name and some surname in common")
        return Verdict(DIFFERENT, 0.1, "different surname")
    if given > 0 and surname > 0:
        return Verdict(UNSURE, 0.35, "close in spelling")
    return Verdict(DIFFERENT, 0.05, "different names")
