"""Longer names: those of a document, under the keys that may stand for them.

Which keys there are is said here; whom one means is :mod:`ntbner.normaliser.references`' matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

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

Table: TypeAlias = "defaultdict[str, list[int]]"
"""Numbers of names under keys."""


class LongNames:
    """Numbers of the longer names of a document, under keys that may stand for them.

    Args:
        names: The names of a document with their numbers.

    Attributes:
        surnames: People by surname.
        sounds: Keys of :attr:`surnames` by their skeleton and by their first two letters.
        endings: People by the end of the name (*gahr støre*).
        fuller: People by initial and surname.
        given: People by given names and nicknames; kings by their name.
        middle: People by middle name.
        monograms: People by all initials.
        parts: Organisations by openings and last word.
        clubs: Organisations by their openings without letters for *club*.
        heads: Organisations by the stem of their last word.
        halves: Organisations by the stems of the compounds that they spell short.
        places: Places without the word that says what they are.
        initials: Places and organisations by the first letter of each word.
    """

    def __init__(self, names: Iterable[tuple[int, Name]]) -> None:
        self.surnames: Table = defaultdict(list)
        self.sounds: defaultdict[str, set[str]] = defaultdict(set)
        self.endings: Table = defaultdict(list)
        self.fuller: Table = defaultdict(list)
        self.given: Table = defaultdict(list)
        self.middle: Table = defaultdict(list)
        self.monograms: Table = defaultdict(list)
        self.parts: Table = defaultdict(list)
        self.clubs: Table = defaultdict(list)
        self.heads: Table = defaultdict(list)
        self.halves: Table = defaultdict(list)
        self.places: Table = defaultdict(list)
        self.initials: Table = defaultdict(list)
        for number, name in names:
            self._file(number, name)

    def _file(self, number: int, name: Name) -> None:
        """Put a name under the keys that may stand for it."""
        if name.is_full:
            self._file_person(number, name)
        elif name.type == PER and name.person.suffix:  # *Harald V*: the number may be left out
            self.given[make_key(name.person.surname)].append(number)
        elif name.type == ORG:
            self._file_organisation(number, name)
        elif name.type == LOC:
            for part in list_place_parts(name.words):
                self.places[part].append(number)
        if name.type != PER and len(name.key) >= SHORTEST_LONG:
            for letter in {word[0] for word in name.words}:
                self.initials[letter].append(number)

    def _file_person(self, number: int, name: Name) -> None:
        for key in list_endings(name):
            self.endings[key].append(number)
        for key in list_surnames(name):
            self.surnames[key].append(number)
            self.sounds[skeleton(key)].add(key)
            self.sounds[key[:2]].add(key)
        self.fuller[make_initial_key(name)].append(number)
        self.monograms["".join(word[0] for word in name.words)].append(number)
        for key in list_nicknames(name):
            self.given[key].append(number)
            self.endings[f"{key} {make_key(name.person.surname)}"].append(number)
        for key in list_given_names(name):
            self.given[key].append(number)
        for key in list_middle_names(name):
            self.middle[key].append(number)

    def _file_organisation(self, number: int, name: Name) -> None:
        for part in list_openings(strip_club_forms(name.form)):
            self.clubs[part].append(number)
        parts = list_parts(name)
        compounds = list(map(make_key, spell_out(name.form)))
        for part in (*parts, *compounds):
            self.parts[part].append(number)
        for part in parts[-1:]:
            for stem in definite_stems(part):
                self.heads[stem].append(number)
        for stem in {s for part in compounds for s in definite_stems(part)}:
            self.halves[stem].append(number)


def list_place_parts(words: Sequence[str]) -> list[str]:
    """Keys that may stand alone for a place of several words.

    >>> list_place_parts(["lillevik", "kommune"]), list_place_parts(["oslo", "lufthavn", "moen"])
    (['lillevik'], ['moen'])
    """
    bare = strip_generic(words)
    if len(bare) < len(words):
        return [" ".join(bare)]
    places = [place for place, word in enumerate(words) if word in AIRPORT_WORDS]
    return [" ".join(words[place + 1 :]) for place in places if 0 < place < len(words) - 1]
