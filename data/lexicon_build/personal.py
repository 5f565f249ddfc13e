"""Given names and surnames from Faker's locale providers and the authors' lists."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable

import faker.providers.person as providers

NAME = re.compile(r"[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿĀ-ɏ]+(?:['’\-][A-Za-zÀ-ɏ]+)*")
CYRILLIC = re.compile(r"[А-ЯЁЄІЇҐ][а-яёєіїґ]+")
LEFT_OUT = frozenset(("en_TH", "ja_JP"))
"""Providers of spellings that are not names as written in news."""
SURNAMES_LEFT_OUT = frozenset(("is_IS", "ga_IE"))
"""Their lists of surnames hold patronymics by the thousand; the suffix rule has those."""

NORWEGIAN_LETTERS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zj z i j k l m n o p r s t u f kh ts tsj sj sjtsj  y  e ju ja".split(" "),
        strict=True,
    )
) | {"ё": "jo", "є": "je", "і": "i", "ї": "ji", "ґ": "g"}
"""Språkrådet's romanisation of Russian, letter by letter."""
ENGLISH_LETTERS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
) | {"ё": "yo", "є": "ye", "і": "i", "ї": "yi", "ґ": "g"}
"""The romanisation of English-language agencies."""


def personal_names() -> tuple[set[str], set[str]]:
    """Given names and surnames, single words in Latin letters."""
    given: set[str] = set()
    family: set[str] = set()
    for module in pkgutil.iter_modules(providers.__path__):
        if module.name in LEFT_OUT:
            continue
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            if "format" in attribute or attribute.startswith("_"):
                continue
            values = getattr(provider, attribute)
            if not isinstance(values, (list, tuple, dict, set, frozenset)):
                continue
            if "first" in attribute:
                given.update(_latin(values))
            elif "last" in attribute and module.name not in SURNAMES_LEFT_OUT:
                family.update(_latin(values))
    return given, family


def _latin(values: Iterable[object]) -> set[str]:
    names = set()
    for value in values:
        if not isinstance(value, str):
            continue
        for word in value.split():
            if NAME.fullmatch(word):
                names.add(word)
            elif CYRILLIC.fullmatch(word):
                names.add(romanise(word, NORWEGIAN_LETTERS))
                names.add(romanise(word, ENGLISH_LETTERS))
    return names


def romanise(word: str, letters: dict[str, str]) -> str:
    """A Cyrillic word in Latin letters; -ий and -ый end as they do in Norwegian copy.

    >>> romanise("Щербаков", ENGLISH_LETTERS), romanise("Чайковский", NORWEGIAN_LETTERS)
    ('Shcherbakov', 'Tsjajkovskij')
    """
    text = "".join(letters.get(char, char) for char in word.lower())
    if letters is ENGLISH_LETTERS:
        text = re.sub(r"(?:iy|yy)$", "y", text)
    return text.capitalize()
