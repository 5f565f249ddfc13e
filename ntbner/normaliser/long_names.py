"""Longer names: those of a document, under the keys that may stand for them.

Which keys there are is said here; whom one means is :mod:`ntbner.normaliser.references`' matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from ntbner.names.organisation import spell_out
from ntbner.names.place import strip_generic
from ntbner.names.skeleton import skeleton
from ntbner.names.words import AIRPORT_WORDS
from ntbner.normaliser.name import Name, make_key
from ntbner.normaliser.organisations import (
    definite_stems,
    list_openings,
    list_parts,
    strip_club_forms,
)
from ntbner.normaliser.people import make_initial_key
from ntbner.normaliser.person_parts import (
    list_endings,
    list_given_names,
    list_middle_names,
    list_nicknames,
    list_surnames,
)
from ntbner.records import LOC, ORG, PER

SHORTEST_LONG: Final = 6
"""Letters of the shortest name of no person that acronyms are sought in."""

Kind: TypeAlias = Literal[
    "surname",
    "ending",
    "initial",
    "given",
    "middle",
    "monogram",
    "part",
    "club",
    "head",
    "half",
    "place",
    "letter",
]
"""What a key is of a longer name.

People have ``surname``, ``ending`` (*gahr støre*), ``initial`` and surname, ``given`` names and
nicknames, ``middle`` names, and a ``monogram``. Organisations have each ``part`` that may stand
alone; ``club``, an opening without letters for *club*; ``head``, the stem of the last word; and
``half``, the stem of a compound that is spelt short. ``place`` is a place without the word that
says what it is, ``letter`` the first of any word of what is no person.
"""

Key: TypeAlias = tuple[Kind, str]


class LongNames:
    """Numbers of the longer names of a document, under the keys that may stand for them.

    Args:
        names: The names of a document with their numbers.
    """

    def __init__(self, names: Iterable[tuple[int, Name]]) -> None:
        self._numbers: dict[Key, list[int]] = {}
        self._sounds: dict[str, set[str]] = defaultdict(set)
        for number, name in names:
            for key in self._list_keys(name):
                self._numbers.setdefault(key, []).append(number)

    def find(self, kind: Kind, key: str) -> Sequence[int]:
        """Numbers of the names with a key of a kind."""
        return self._numbers.get((kind, key), ())

    def find_near(self, key: str) -> set[str]:
        """Keys of the surnames that sound like one, or begin with the same two letters."""
        return self._sounds.get(skeleton(key), set()) | self._sounds.get(key[:2], set())

    def _list_keys(self, name: Name) -> Iterable[Key]:
        if name.is_full:
            keys = list_person_keys(name.form)
            for kind, key in keys:
                if kind == "surname":
                    self._sounds[skeleton(key)].add(key)
                    self._sounds[key[:2]].add(key)
            return keys
        if name.type == PER and name.person.suffix:  # *Harald V*: the number may be left out
            return [("given", make_key(name.person.surname))]
        return list_other_keys(name.form, name.type)


@lru_cache(maxsize=16_384)
def list_person_keys(form: str) -> tuple[Key, ...]:
    """Keys that may stand for a person by this full name.

    >>> list_person_keys("Erna Solberg")
    (('surname', 'solberg'), ('initial', 'e solberg'), ('monogram', 'es'), ('given', 'erna'))
    """
    name = Name(make_key(form), PER, (), {form: 1})
    surname = make_key(name.person.surname)
    return (
        *(("ending", key) for key in list_endings(name)),
        *(("surname", key) for key in list_surnames(name)),
        ("initial", make_initial_key(name)),
        ("monogram", "".join(word[0] for word in name.words)),
        *(("given", key) for key in list_nicknames(name)),
        *(("ending", f"{key} {surname}") for key in list_nicknames(name)),
        *(("given", key) for key in list_given_names(name)),
        *(("middle", key) for key in list_middle_names(name)),
    )


@lru_cache(maxsize=16_384)
def list_other_keys(form: str, type: str) -> tuple[Key, ...]:
    """Keys that may stand for something else than a person by this name.

    >>> list_other_keys("Lillevik kommune", "LOC")[:1], list_other_keys("Lillevik", "EVT")[:1]
    ((('place', 'lillevik'),), (('letter', 'l'),))
    """
    if type == PER:
        return ()
    name = Name(make_key(form), type, (), {form: 1})
    keys: list[Key] = []
    if type == ORG:
        keys += (("club", part) for part in list_openings(strip_club_forms(form)))
        parts = list_parts(name)
        compounds = list(map(make_key, spell_out(form)))
        keys += (("part", part) for part in (*parts, *compounds))
        keys += (("head", stem) for part in parts[-1:] for stem in definite_stems(part))
        stems = dict.fromkeys(stem for part in compounds for stem in definite_stems(part))
        keys += (("half", stem) for stem in stems)
    elif type == LOC:
        keys += (("place", part) for part in list_place_parts(name.words))
    if len(name.key) >= SHORTEST_LONG:
        keys += (("letter", letter) for letter in dict.fromkeys(word[0] for word in name.words))
    return tuple(keys)


def list_place_parts(words: Sequence[str]) -> list[str]:
    """Keys that may stand alone for a place of several words.

    >>> list_place_parts(["lillevik", "kommune"]), list_place_parts(["oslo", "lufthavn", "moen"])
    (['lillevik'], ['moen'])
    >>> list_place_parts(["vik", "i", "fjordland"])
    ['vik']
    """
    bare = strip_generic(words)
    if len(bare) < len(words):
        return [" ".join(bare)]
    if len(words) == 3 and words[1] == "i":
        return [words[0]]
    places = [place for place, word in enumerate(words) if word in AIRPORT_WORDS]
    return [" ".join(words[place + 1 :]) for place in places if 0 < place < len(words) - 1]
