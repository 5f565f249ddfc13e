"""Short references: the one longer name in the text that a part of a name points at.

A bare surname, a given name, an acronym or a part of an organisation's name is looked up
among the longer names that the first pass has clustered. Rules are tried in order; the
first that finds anybody decides. One owner: the name is his. Several: it stays on its
own, says so, and lists them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.names.words import ARTICLES, DEFINITE_HEADS
from ntbner.normaliser.long_names import Kind, LongNames
from ntbner.normaliser.name import Name
from ntbner.normaliser.organisations import (
    definite_stems,
    ends_in_club_form,
    fits_long_form,
    is_acronym,
    is_head,
    may_shorten,
    strip_club_forms,
)
from ntbner.normaliser.people import make_initial_key, says_less, spelled_alike
from ntbner.normaliser.person_parts import is_monogram
from ntbner.records import LOC, ORG, PER

SHORTEST_HEAD: Final = 7
"""Letters of the shortest definite word that stands for a longer name by its last word."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A short name and the longer names that it may stand for.

    Attributes:
        short: Number of the short name.
        rule: Name of the rule.
        words: What the short name is of the longer one, in words.
        targets: Numbers of the longer names.
        score: Strength of the rule.
    """

    short: int
    rule: str
    words: str
    targets: tuple[int, ...]
    score: float


class Finder:
    """Finds the longer names that a short one may stand for.

    Args:
        names: The names of a document.
        lexicon: Known names.
        different: Says why two names are different, or ``None``.
        bearers: Numbers of those who bear a title that is a name (*kongen*), by its key
            (:func:`~ntbner.normaliser.titles.find_bearers`).
    """

    def __init__(
        self,
        names: Sequence[Name],
        lexicon: Lexicon,
        different: Callable[[int, int], str | None],
        bearers: Mapping[str, Sequence[int]] = MappingProxyType({}),
    ) -> None:
        self._names = names
        self._bearers = bearers
        self._lexicon = lexicon
        self._different = different
        self._in_company = _find_company(names)
        self._long = LongNames((n, names[n]) for n in self._in_company)

    def find_all(self) -> Iterator[Reference]:
        """The references of all short names, in the order of the names.

        Those of full names come first, the longest before the others: *Gahr Støre* must be
        one with *Jonas Gahr Støre* before *Støre* is looked up.
        """
        order = sorted(
            self._in_company,
            key=lambda n: -len(self._names[n].words) if self._names[n].is_full else 0,
        )
        for number in order:
            found = self._find(number, self._names[number])
            if found is not None:
                yield found

    def _find(self, number: int, name: Name) -> Reference | None:
        if name.type == PER:
            return (
                self._find_longer(number, name) if name.is_full else self._find_person(number, name)
            )
        if name.type == ORG:
            return self._find_organisation(number, name)
        if name.type == LOC:
            places = self._allowed(number, self._long.find("place", name.key))
            if places:
                return Reference(number, "part", "short for", places, 0.6)
            return None if name.entries else self._find_long_form(number, name)
        return None

    def _find_longer(self, number: int, name: Name) -> Reference | None:
        """*E. Solberg*, *Gahr Støre*, *Ole Gunnar*: full in form, and yet less than another."""
        longer = self._allowed(number, self._long.find("ending", name.key))
        longer = longer or self._allowed(number, self._find_article(name))
        if longer:
            return Reference(number, "surname", "surname of", longer, 0.8)
        alike = self._long.find("initial", make_initial_key(name))
        fuller = self._allowed(number, [t for t in alike if says_less(name, self._names[t])])
        if fuller:
            words = "same surname and given name as"
            return Reference(number, "full_name", words, fuller, 0.9)
        opened = self._allowed(number, self._long.find("given", name.key))
        return Reference(number, "given_name", "opening of", opened, 0.7) if opened else None

    def _find_article(self, name: Name) -> list[int]:
        """*El Burhan* for *Abdel Fattah al-Burhan*: an article that is no given name."""
        article, *rest = name.words
        if len(rest) != 1 or article not in ARTICLES:
            return []
        return [t for t in self._long.find("surname", rest[0]) if self._names[t].person.particle]

    def _find_person(self, number: int, name: Name) -> Reference | None:
        key = name.untitled_key
        if is_monogram(name):
            owners = self._allowed(number, self._long.find("monogram", key))
            return Reference(number, "acronym", "initials of", owners, 0.7) if owners else None
        exact = self._allowed(number, self._long.find("surname", key))
        if exact:
            return Reference(number, "surname", "surname of", exact, 0.8)
        given = self._allowed(number, self._long.find("given", key))
        if given:
            return Reference(number, "given_name", "given name of", given, 0.7)
        middle = self._allowed(number, self._long.find("middle", key))
        if middle:
            return Reference(number, "surname", "middle name of", middle, 0.65)
        bearers = self._allowed(number, self._bearers.get(key, ()))
        if bearers:
            return Reference(number, "title", "title of", bearers, 0.65)
        near = sorted(other for other in self._long.find_near(key) if spelled_alike(key, other))
        targets = [target for other in near for target in self._long.find("surname", other)]
        alike = self._allowed(number, targets)
        if alike:
            return Reference(
                number, "surname_spelling", "other spelling of the surname of", alike, 0.6
            )
        return None

    def _find_organisation(self, number: int, name: Name) -> Reference | None:
        found = self._find_long_form(number, name)
        if found is not None:
            return found
        parts = self._allowed(number, self._find_parts(name))
        if parts:
            return Reference(number, "part", "part of", parts, 0.6)
        found_heads = self._allowed(number, self._find_heads(name))
        if found_heads:
            return Reference(number, "definite_form", "definite form of", found_heads, 0.6)
        compounds = self._allowed(number, self._find_compounds(name))
        return Reference(number, "part", "head of", compounds, 0.6) if compounds else None

    def _find_parts(self, name: Name) -> list[int]:
        """*United* for *Manchester United*, *Shakhtar* for *FC Shakhtar Donetsk*.

        A club that is called so but for its forms comes before others (*Milan*: *AC Milan*
        rather than *Inter Milan*); one with its form behind it is whole (*Fjordby IL*). Two
        words that stand in other names too may be theirs (*Røde Kors*).
        """
        club = strip_club_forms(name.form)
        clubs = () if ends_in_club_form(name.form) else self._long.find("club", " ".join(club))
        found = [
            target
            for target in (*self._long.find("part", name.key), *clubs)
            if may_shorten(name, self._names[target], self._lexicon)
        ]
        exact = [t for t in found if strip_club_forms(self._names[t].form) == club]
        if exact or not found or len(name.words) == 1:
            return exact or found
        return found + [
            target
            for target, other in enumerate(self._names)
            if other.type == ORG and f" {name.key} " in f" {other.key} "
        ]

    def _find_heads(self, name: Name) -> list[int]:
        """*Kulturrådet* for *Norsk kulturråd*: longer names whose last word it is, definite."""
        if len(name.words) != 1 or len(name.key) < SHORTEST_HEAD:
            return []
        kinds: tuple[Kind, ...] = ("head", "half")
        for kind in kinds:
            found = [
                target
                for stem in definite_stems(name.key)
                for target in self._long.find(kind, stem)
                if may_shorten(name, self._names[target], self._lexicon)
            ]
            if found:
                return found
        return []

    def _find_compounds(self, name: Name) -> list[int]:
        """*Rådet* for *Kulturrådet*: longer words whose definite end it is."""
        if name.key not in DEFINITE_HEADS or name.entries:
            return []
        return [
            target
            for target, other in enumerate(self._names)
            if other.type == ORG and is_head(name.key, other.words)
        ]

    def _find_party(self, number: int, name: Name) -> Reference | None:
        """*H*, *V*, *Sp* in tables of votes: the party in the text that begins so."""
        parties = [
            target
            for target, other in enumerate(self._names)
            if other.key.startswith(name.key) and any(e.kind == "party" for e in other.entries)
        ]
        targets = self._allowed(number, parties)
        return Reference(number, "acronym", "letter of", targets, 0.6) if targets else None

    def _find_long_form(self, number: int, name: Name) -> Reference | None:
        if name.type == ORG and len(name.key) == 1 and name.form[0].isupper():
            return self._find_party(number, name)
        if not is_acronym(name):
            return None
        fitting = [
            target
            for target in self._long.find("letter", name.key[0])
            if fits_long_form(name, self._names[target])
            and may_shorten(name, self._names[target], self._lexicon)
        ]
        targets = self._allowed(number, fitting)
        return Reference(number, "acronym", "acronym of", targets, 0.7) if targets else None

    def _allowed(self, number: int, targets: Sequence[int]) -> tuple[int, ...]:
        """The targets that are not known to be different, each once."""
        if not targets:
            return ()
        return tuple(
            sorted({t for t in targets if t != number and self._different(number, t) is None})
        )


def _find_company(names: Sequence[Name]) -> list[int]:
    """Numbers of the names that another may be short for, or that may be short for it: there is
    another of the type; and full names of people share a word, or somebody goes by one name.
    """
    of_type = Counter(name.type for name in names)
    people = [name for name in names if name.type == PER]
    words = Counter(word for name in people for word in set(name.words))
    are_full = all(name.is_full for name in people)
    return [
        number
        for number, name in enumerate(names)
        if of_type[name.type] > 1
        and (name.type != PER or not are_full or any(words[word] > 1 for word in name.words))
    ]
