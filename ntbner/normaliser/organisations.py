"""Organisations: acronyms that can be read off long forms, and shorter forms of one name.

A part of a name may stand for it (*United* for *Manchester United*) where no other name in the
text has that part and the part is not known as something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.names.organisation import (
    indefinite,
    is_acronym_of,
    reading_cost,
    strip_legal_form,
)
from ntbner.names.text import is_all_capitals
from ntbner.names.words import (
    BRANCH_WORDS,
    CLUB_FORMS,
    FUNCTION_WORDS,
    PARTY_LETTERS,
    TELLING_FORMS,
)
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.votes import TOWNS
from ntbner.records import LOC, ORG

SCORE_DEFINITE: Final = 0.9

SHORTEST_STEM: Final = 5
"""Letters of the shortest word before *-a* or *-en* that these endings do not make another."""

SHORTEST_PART: Final = 3
"""Letters of the shortest first part of a compound."""

LOOSEST_PAIR: Final = 0.2
"""Cost of reading two letters off one word: starts of parts of a compound (*UP*,
*Utrykningspolitiet*), not the first two letters (*PA*, *Palace*)."""

LONGEST_ACRONYM: Final = 7
"""Letters; longer words in capitals are names in capitals."""

_CLUB_LETTERS: Final = CLUB_FORMS | TELLING_FORMS


def is_acronym(name: Name) -> bool:
    """Whether a name looks like an acronym: one short word with two capitals or more."""
    form = name.form.replace(".", "")
    return (
        name.type in (ORG, LOC)
        and 1 < len(form) <= LONGEST_ACRONYM
        and " " not in form
        and (sum(map(str.isupper, form)) >= 2 or (len(form) <= 4 and name.type == ORG))
    )


def join_definite(names: Sequence[Name]) -> Iterator[Edge]:
    """Edges between forms with and without article, definite ending or legal form, between
    islands in *-øya* and *-øy*, and between the two definite endings that feminine words have
    (*Vestbreidda, Vestbreidden*).
    """
    first: dict[tuple[str, str], int] = {}
    for number, name in enumerate(names):
        if name.type not in (ORG, LOC):
            continue
        for key in _definite_keys(name.form, name.key, name.type):
            other = first.setdefault((name.type, key), number)
            if other != number:
                detail = f"definite or legal form of '{names[other].form}'"
                yield Edge(number, other, "definite_form", detail, SCORE_DEFINITE)


@lru_cache(maxsize=16_384)
def _definite_keys(form: str, key: str, type: str) -> tuple[str, ...]:
    bare = form if type == LOC else strip_legal_form(form)
    island = key.removesuffix("a") if type == LOC and key.endswith("oeya") else key
    return tuple(dict.fromkeys((make_key(indefinite(bare)), _masculine(key), island)))


def _masculine(key: str) -> str:
    """A key with *-en* where a long last word has *-a*."""
    return f"{key[:-1]}en" if key.endswith("a") and len(key.split()[-1]) > SHORTEST_STEM else key


def fits_long_form(short: Name, long: Name) -> bool:
    """Whether a name is an acronym that can be read off another."""
    return (
        is_acronym(short)
        and long.type == short.type
        and len(long.key) > 2 * len(short.key)
        and is_acronym_of(short.form, long.form)
        and (len(short.key) > 2 or len(long.words) > 1 or _has_two_parts(short, long))
    )


def _has_two_parts(short: Name, long: Name) -> bool:
    """Whether two letters begin two parts of a compound."""
    return reading_cost(short.form, long.form) <= LOOSEST_PAIR


def list_parts(name: Name) -> list[str]:
    """Keys of the words that may stand alone for an organisation: its openings, its last word.

    A hyphen keeps two names together (*NTB-Reuters* is neither of them); a slash does not
    (*Bodø/Glimt*).
    """
    words = [make_key(word) for word in name.form.replace("/", " ").split()]
    if len(words) < 2:
        return []
    parts = [*list_openings(words), words[-1]]
    return [part for part in dict.fromkeys(parts) if part not in FUNCTION_WORDS and len(part) > 1]


def list_openings(words: Sequence[str]) -> list[str]:
    """The openings of a name that leave out a word or more, as keys."""
    return [" ".join(words[:end]) for end in range(1, len(words))]


def strip_club_forms(form: str) -> list[str]:
    """The keys of a name's words without forms of *club* in capitals at its start and end.

    >>> strip_club_forms("FC Shakhtar Donetsk"), strip_club_forms("Oslo SV")
    (['shakhtar', 'donetsk'], ['oslo', 'sv'])
    """
    words = form.split()
    while len(words) > 1 and _is_club_form(words[0]):
        words.pop(0)
    while len(words) > 1 and _is_club_form(words[-1]):
        words.pop()
    return list(map(make_key, words))


def ends_in_club_form(form: str) -> bool:
    """Whether a name has its form of *club* behind it, and so is whole (*Fjordby IL*)."""
    head, _, last = form.rpartition(" ")
    return bool(head) and _is_club_form(last)


def _is_club_form(word: str) -> bool:
    """Whether a word is letters for *club*, and not a party's."""
    return word.isupper() and word not in PARTY_LETTERS and make_key(word) in _CLUB_LETTERS


def definite_stems(word: str) -> frozenset[str]:
    """What a word may be without a definite ending, and the word itself, in letters of keys.

    >>> sorted(definite_stems("vegvesenet") & definite_stems("vegvesen"))
    ['vegvesen']
    >>> bool(definite_stems("kyrkja") & definite_stems("kyrkje"))
    True
    """
    stems = {word}
    stems.update(
        word[: -len(end)] for end in ("et", "en", "a", "n", "t", "e") if word.endswith(end)
    )
    return frozenset(stems)


def is_head(word: str, compounds: Sequence[str]) -> bool:
    """Whether a word is the second part of a compound among some words.

    >>> is_head("raadet", ["kulturraadet"]), is_head("raadet", ["raadet"])
    (True, False)
    """
    return any(
        compound.endswith(word) and len(compound) - len(word) >= SHORTEST_PART
        for compound in compounds
    )


def _adds_town(short: Name, long: Name, lexicon: Lexicon) -> bool:
    """Whether a name is that of another with a town behind, as clubs have (*CSKA Sofia*)."""
    opening, _, town = long.form.rpartition(" ")
    return opening == short.form and any(
        entry.kind in TOWNS for entry in lexicon.find(town, type=LOC)
    )


def _is_place_of(short: Name, long: Name) -> bool:
    """Whether a name is a place's with which a known body's name begins, and no club's
    (*New York*, *New York Times*).
    """
    kinds = {entry.kind for entry in long.entries if entry.type == ORG}
    is_place = any(entry.type == LOC for entry in short.entries)
    return is_place and bool(kinds) and "club" not in kinds and long.key.startswith(short.key)


def may_shorten(short: Name, long: Name, lexicon: Lexicon) -> bool:
    """Whether the lexicon lets a part of a name stand for it.

    A part that is known as something else does not (*SV* for *Oslo SV*; clubs share theirs,
    *Rangers*), nor one to which the longer name adds a word or number that makes another
    body (*Unge Venstre*, *Rosenborg 2*), nor a place's name for a known body, nor an acronym
    that the longer name only begins or ends with (*NTB scanpix*), unless it adds a town
    (*AZ Alkmaar*).
    """
    bare = " ".join(strip_club_forms(short.form))
    if bare in long.words and BRANCH_WORDS.intersection(long.words):
        return False
    if short.key in long.words and is_all_capitals(short.form) and len(short.words) == 1:
        return not short.entries and _adds_town(short, long, lexicon)
    if not short.entries:
        return True
    if _is_place_of(short, long):
        return False
    if any(entry.type == ORG and entry.kind != "club" for entry in short.entries):
        return bool({entry.id for entry in short.entries} & {entry.id for entry in long.entries})
    return True
