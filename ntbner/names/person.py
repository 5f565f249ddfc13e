"""The parts of a person's name: title, given names, particle, surname, suffix.

Norwegian copy names a person in full once and by surname afterwards, so the surname is
what matters. A double surname (*Jonas Gahr Støre*) can be told from a middle name only by
use; :attr:`PersonName.surname_forms` lists every ending that may stand alone, longest
last. Chinese, Korean and Vietnamese names put the family first (*Xi Jinping*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ntbner.lexicon.categories import Category, listed
from ntbner.names.text import fold, fold_letters
from ntbner.names.words import (
    ARTICLES,
    EASTERN_SURNAMES,
    JOINING_WORDS,
    LEADING_PARTICLES,
    NOBILIARY,
    PATRONYMIC,
    SUFFIXES,
    TITLES,
)

_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.?|(?:[^\W\d_]{1,2}\.-?)+)")
"""*I.*, *I*, *C.T.*, *Th.J.*: a letter, or one or two at a time, each with its point."""

_REGNAL_NUMBER: Final = re.compile(r"I{1,3}|IV|VI{0,3}|IX|X[IVX]+")
"""*V* in *Harald V*; without X, which is an initial as often (*Malcolm X*)."""

NORDIC_LETTERS: Final = frozenset("æøåÆØÅ")
"""Letters that no romanisation of an Eastern name has."""
OF: Final = "av"
"""What stands between the name of a royal and the realm."""

_EASTERN_SYLLABLES: Final = re.compile(
    r"(?:(?:zh|ch|sh|ts|hs|th|ph|kh|ng|nh|tr|gi|qu|[bcdfghjklmnpqrstvwxyz])?"
    r"'?[iuy]?(?:ae|eo|eu|oe|ue|a|e|i|o|u|ü|y)[iouy]?(?:ng|nh|ch|[nrklmptc])?-?){1,2}"
)
"""One or two syllables of pinyin, Wade-Giles, Revised Romanisation or Vietnamese."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, each as it is written (folded).

    Attributes:
        title: Words before the name that are no part of it (*general*).
        given: First given name, or its initial; empty if the name is a surname alone.
        middle: Further given names, middle names and initials.
        particle: *von*, *bin*, *al-* … before the surname, without it.
        surname: The surname without particle.
        suffix: *jr.*, *III* …
    """

    title: tuple[str, ...] = ()
    given: str = ""
    middle: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    surname: str = ""
    suffix: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether there is a given name (or initial) beside the surname."""
        return bool(self.given)

    @property
    def has_realm(self) -> bool:
        """Whether what stands last is no surname but a realm (*Grace av Monaco*)."""
        return OF in self.particle

    @property
    def initials(self) -> str:
        """First letters of the given and middle names, in capitals (*CI*)."""
        return "".join(word[0].upper() for word in (self.given, *self.middle) if word)

    @property
    def full_surname(self) -> str:
        """The surname with its particle (*von der Leyen*, *al-Assad*)."""
        return _join((*self.particle, self.surname))

    @property
    def core(self) -> str:
        """The name without title and suffix."""
        words = [self.given, *self.middle] if self.given else []
        return _join((*words, *self.particle, self.surname))

    @property
    def surname_forms(self) -> tuple[str, ...]:
        """What may stand alone for the person, surname first, then longer endings.

        >>> parse_person("Jonas Gahr Støre").surname_forms
        ('Støre', 'Gahr Støre')
        >>> parse_person("Ursula von der Leyen").surname_forms
        ('Leyen', 'von der Leyen')
        """
        forms = [self.surname]
        if self.particle:
            forms.append(self.full_surname)
        middle = [word for word in self.middle if not is_initial(word)]
        for start in range(len(middle) - 1, -1, -1):
            forms.append(_join((*middle[start:], *self.particle, self.surname)))
        if "-" in self.surname:
            forms.extend(part for part in self.surname.split("-") if len(part) > 2)
        return tuple(dict.fromkeys(forms))


def _join(words: tuple[str, ...]) -> str:
    """Words with spaces, articles that were cut off with their hyphen: *al-* + *Assad*."""
    return " ".join(words).replace("- ", "-")


def is_initial(word: str) -> bool:
    """Whether a word of a name is an initial or several (*I.*, *J*, *C.T.*).

    >>> is_initial("I."), is_initial("C.T."), is_initial("Jo"), is_initial("Å")
    (True, True, False, True)
    """
    return _INITIAL.fullmatch(word) is not None


@lru_cache(maxsize=32_768)
def parse_person(name: str) -> PersonName:
    """The parts of a person's name.

    Args:
        name: A full name, a surname alone, or either after a title; no genitive.

    Returns:
        The parts; a single word is a surname, and so is what names a pair (*Kari & Ola*).

    >>> parse_person("general Abdelamir Yarallah").surname
    'Yarallah'
    >>> name = parse_person("Bashar al-Assad")
    >>> name.given, name.particle, name.surname
    ('Bashar', ('al-',), 'Assad')
    >>> parse_person("Kim Jong Un").surname
    'Kim'
    """
    return parse_folded(fold(name))


def parse_folded(name: str) -> PersonName:
    """As :func:`parse_person` for a name that is folded already; nothing is remembered."""
    words = _turn_round(name).split()
    if not JOINING_WORDS.isdisjoint(words):
        return PersonName(surname=name)
    start = 0
    while start < len(words) - 1 and is_title(words[start]):
        start += 1
    title, words = tuple(words[:start]), words[start:]
    end = len(words)
    while end > 1 and _is_suffix(words[end - 1]):
        end -= 1
    words, suffix = words[:end], tuple(words[end:])
    if not words:
        return PersonName(title=title, suffix=suffix)
    if is_family_first(words):
        return PersonName(title, words[1], tuple(words[2:]), (), words[0], suffix)
    given, middle, particle, surname = _split_surname(words)
    return PersonName(title, given, middle, particle, surname, suffix)


def _is_suffix(word: str) -> bool:
    """Whether a word behind a surname is no part of it (*jr.*, *III*)."""
    return word.lower().strip(".,") in SUFFIXES or _REGNAL_NUMBER.fullmatch(word) is not None


def _turn_round(name: str) -> str:
    """*Solberg, Erna* → *Erna Solberg*."""
    if "," not in name:
        return name
    family, comma, rest = name.partition(", ")
    if comma and rest and "," not in rest and rest.lower().strip(".") not in SUFFIXES:
        return f"{rest} {family}"
    return name.replace(",", " ")


def is_title(word: str) -> bool:
    """Whether a word is a title: one of the list, or its compound (*Sp-leder*)."""
    lowered = word.lower().rstrip(".")
    if lowered in TITLES:
        return True
    head = lowered.rpartition("-")[2]
    return head != lowered and head in TITLES


def is_family_first(words: list[str]) -> bool:
    """Whether a name is Chinese, Korean or Vietnamese in its own order (*Xi Jinping*).

    The first word must be a frequent surname there, and every other word one or two
    syllables that exist there, without Nordic letters (*Kim Hiorthøy*) and surname endings;
    of two, the second must be no surname of the lists (*Bo Lie*).
    """
    if not 2 <= len(words) <= 3 or fold_letters(words[0]) not in EASTERN_SURNAMES:
        return False
    if not NORDIC_LETTERS.isdisjoint("".join(words)):
        return False
    if len(words) == 2 and listed(words[1]) & Category.SURNAME:
        return False
    rest = [fold_letters(word) for word in words[1:]]
    return all(
        _EASTERN_SYLLABLES.fullmatch(word) and not word.endswith(PATRONYMIC) for word in rest
    )


def _split_surname(
    words: list[str],
) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """Given name, middle names, particles and surname of a name in Western order."""
    *front, last = words
    opening: list[str] = []
    while len(front) > 1 and front[-1].lower() in NOBILIARY:
        opening.insert(0, front.pop())
    if len(front) == 1 and (front[0] in NOBILIARY or front[0].lower() in LEADING_PARTICLES):
        opening.insert(0, front.pop())
    article, surname = split_article(last)
    particle = (*opening, article) if article else tuple(opening)
    given, middle = (front[0], tuple(front[1:])) if front else ("", ())
    return given, _split_initials(middle), particle, surname


def _split_initials(words: tuple[str, ...]) -> tuple[str, ...]:
    """*C.T.* as two initials, *C.* and *T.*."""
    parts: list[str] = []
    for word in words:
        if "." in word[:-1] and is_initial(word):
            parts.extend(f"{letter}." for letter in word.replace("-", "").split(".") if letter)
        else:
            parts.append(word)
    return tuple(parts)


def split_article(word: str) -> tuple[str, str]:
    """An Arabic article with its hyphen, and the rest of the word.

    >>> split_article("al-Assad"), split_article("ash-Sharq"), split_article("Aleppo")
    (('al-', 'Assad'), ('ash-', 'Sharq'), ('', 'Aleppo'))
    """
    head, hyphen, rest = word.partition("-")
    if hyphen and rest and head.lower() in ARTICLES:
        return head + hyphen, rest
    return "", word
