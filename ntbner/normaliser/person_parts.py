"""The parts of a person's full name that may stand for it: surname, given name, nickname.

Which parts there are, as keys; whom a part means is :mod:`ntbner.normaliser.references`' matter.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import Final

from ntbner.lexicon.categories import Category, listed
from ntbner.names.person import is_initial
from ntbner.normaliser.name import Name, make_key
from ntbner.records import PER

MONOGRAM: Final = (2, 3)
"""Initials by which people are called."""

_NICKNAME: Final = re.compile(r"[\"(]\s*(\w[\w-]+)\s*[\")]")
"""A word in brackets or quotation marks."""


def list_surnames(name: Name) -> list[str]:
    """Keys that may stand alone for a person named in full, by surname."""
    forms = () if name.person.has_realm else map(make_key, name.person.surname_forms)
    return [key for key in dict.fromkeys(forms) if not is_initial(key)]


def gather_surnames(names: Iterable[Name]) -> frozenset[str]:
    """Keys of the surnames of all who are named in full."""
    return frozenset(key for name in names if name.is_full for key in list_surnames(name))


def have_bearers(a: Name, b: Name, borne: Container[str]) -> bool:
    """Whether somebody in the text has each of two bare surnames, letter for letter.

    They are two people's, or one's who is named in full twice: they meet through their bearers
    alone (*Khamenei, Khomeini*).

    Args:
        a: A name.
        b: Another of its type.
        borne: Keys of the surnames of all who are named in full (:func:`gather_surnames`).
    """
    are_bare = a.type == PER and not (a.is_full or b.is_full)
    return are_bare and a.untitled_key in borne and b.untitled_key in borne


def find_double_surnames(names: Sequence[Name]) -> frozenset[int]:
    """Numbers of the names that look full and are the end of another: *Braut Haaland* beside
    *Erling Braut Haaland*, but not *Olav Hansen* beside *Per Olav Hansen*.
    """
    longer = [name for name in names if name.is_full and len(name.words) > 2]
    endings = {key for name in longer for key in list_endings(name)}
    return frozenset(
        number
        for number, name in enumerate(names)
        if name.key in endings
        and name.is_full
        and not listed(name.person.given) & Category.GIVEN_NAME
    )


def list_middle_names(name: Name) -> list[str]:
    """Keys of a name before the surname that may stand alone where nobody else has it.

    *Hillary Rodham Clinton* is *Rodham* only where the text has no other Rodham.
    """
    return [key for key in map(make_key, name.person.middle) if not is_initial(key)]


def list_endings(name: Name) -> list[str]:
    """Keys of the endings of a full name, two words or more, that may stand alone; a given name
    with a hyphen is not cut.

    >>> from ntbner.normaliser.name import Name
    >>> list_endings(Name("jonas gahr stoere", "PER", (), {"Jonas Gahr Støre": 1}))
    ['gahr stoere']
    """
    words = name.words
    opening = len(make_key(name.form.split()[0]).split())  # *Tor-Aksel* is two, and none without
    return [" ".join(words[start:]) for start in range(opening, len(words) - 1)]


def list_nicknames(name: Name) -> list[str]:
    """Keys of the nicknames in brackets or quotation marks inside a full name.

    >>> from ntbner.normaliser.name import Name
    >>> list_nicknames(Name("", "PER", (), {'Harald "Dutte" Berg': 1}))
    ['dutte']
    """
    return [make_key(found) for found in _NICKNAME.findall(name.form)]


def is_monogram(name: Name) -> bool:
    """Whether a person is named by initials alone (*JFK*).

    >>> from ntbner.normaliser.name import Name
    >>> [is_monogram(Name("", "PER", (), {form: 1})) for form in ("JFK", "LISE", "Bo")]
    [True, False, False]
    """
    form = name.form.replace(".", "")
    return form.isalpha() and form.isupper() and len(form) in MONOGRAM


def list_given_names(name: Name) -> list[str]:
    """Keys that may stand alone for a person named in full, by given name."""
    person = name.person
    given = make_key(person.given)
    keys = [given] if not is_initial(person.given) else []
    keys.extend(" ".join(name.words[:end]) for end in range(3, len(name.words)))
    if person.middle:
        keys.append(make_key(f"{person.given} {person.middle[0]}"))
        if listed(person.middle[0]) & Category.GIVEN_NAME:
            keys.append(make_key(person.middle[0]))
    return keys
