"""Words that names are made of, besides the names: particles, titles, legal forms.

The words themselves stand in ``words.txt`` beside this file, each class with its source;
here they get the names that the code knows them by.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final


def _read_sections(text: str) -> dict[str, tuple[str, ...]]:
    """The words under each ``[heading]``, in order; lines that start with # are comments."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return {heading: tuple(dict.fromkeys(words)) for heading, words in sections.items()}


_SECTIONS: Final = _read_sections(
    files("ntbner.names").joinpath("words.txt").read_text(encoding="utf-8")
)


def _read_pairs(heading: str) -> tuple[tuple[str, str], ...]:
    """The words of a section whose words are pairs, ``one:other``."""
    return tuple((one, other) for one, _, other in (w.partition(":") for w in _SECTIONS[heading]))


PARTICLES: Final = frozenset(_SECTIONS["particles"])
"""Words that may stand small before or inside a surname."""

LEADING_PARTICLES: Final = frozenset(_SECTIONS["leading_particles"])
"""Those that are no given name, even with a capital."""

NOBILIARY: Final = frozenset(_SECTIONS["nobiliary"])
"""Particles that open the surname when they stand between a given name and it."""

LOWER_CASE_WORDS: Final = PARTICLES | frozenset(_SECTIONS["lower_case_words"])
"""Words that stay small inside a name that is otherwise capitalised."""

ARTICLES: Final = frozenset(_SECTIONS["articles"])
"""The Arabic article and its shapes before sun letters."""

TITLES: Final = frozenset(_SECTIONS["titles"])
"""Titles that stand before a person's name."""

DEFINITE_TITLES: Final = dict(_read_pairs("definite_titles"))
"""Titles that stand alone for the one who bears them, and the titles before his name."""

FAMILIES: Final = frozenset(_SECTIONS["families"])
"""Words before a surname that make a family of it (*familien Fjordvik*)."""

SIBLINGS: Final = frozenset(_SECTIONS["siblings"])
"""The same before a surname alone (*brødrene Fjordvik*, not *brødrene Ola og Per*)."""

PRINCES: Final = frozenset(_SECTIONS["princes"])
"""Titles of those who have no number as a king has."""

JUNIOR: Final = frozenset(_SECTIONS["junior"])
"""Suffixes of sons, as in keys."""

SUFFIXES: Final = frozenset(_SECTIONS["suffixes"])
"""Words after a surname that are no part of it."""

ROMAN: Final = frozenset(_SECTIONS["roman"])
"""Numbers of kings and popes."""

LEGAL_FORMS: Final = frozenset(_SECTIONS["legal_forms"])
"""Legal forms of companies, without the last point."""

JOINING_WORDS: Final = frozenset(_SECTIONS["joining_words"])
"""Words that join the names of two people into a pair's (*Kari & Ola*)."""

EASTERN_SURNAMES: Final = frozenset(_SECTIONS["eastern_surnames"])
"""Frequent Chinese, Korean and Vietnamese surnames."""

PATRONYMIC: Final = _SECTIONS["patronymic"]
"""Endings of Nordic surnames, which no Chinese, Korean or Vietnamese given name has."""

FUNCTION_WORDS: Final = frozenset(_SECTIONS["function_words"])
"""Words of organisation names that need not give a letter to the acronym."""

SMALL_WORDS: Final = FUNCTION_WORDS | ARTICLES | frozenset(_SECTIONS["small_words"])
"""Words of organisation names that say nothing about which one it is, in plain letters."""

COMPOUND_HEADS: Final = _SECTIONS["compound_heads"]
"""Starts of second parts of the compounds in names of Norwegian organisations."""

COMPASS: Final = frozenset(_SECTIONS["compass"])
"""First parts of adjectives made from place names (*sør-koreansk*)."""

POINTS: Final = dict(_read_pairs("points"))
"""Words for the four points of the compass, as they are written and as in keys, and the point."""

PREFIXES: Final = frozenset(_SECTIONS["prefixes"])
"""Prefixes set off by a hyphen before a name (*anti-IS-koalisjonen*)."""

COMMON_ABBREVIATIONS: Final = frozenset(_SECTIONS["common_abbreviations"])
"""Abbreviations of things in front of a hyphen (*TV-serie*), as they are written."""

CLUB_FORMS: Final = frozenset(_SECTIONS["club_forms"])
"""Words for *club* and its forms, in plain letters."""

TELLING_FORMS: Final = frozenset(_SECTIONS["telling_forms"])
"""Club forms that tell clubs of one town apart (*Hammarby IF, Hammarby TFF*)."""

COMMON_FORMS: Final = frozenset(_SECTIONS["common_forms"])
"""Club forms that do so beside a telling one (*FC København, KB København*)."""

PARTY_LETTERS: Final = frozenset(_SECTIONS["party_letters"])
"""Letters of Norwegian parties, as they stand in the names of their branches."""

ORGANISATION_WORDS: Final = frozenset(_SECTIONS["organisation_words"])
"""Words that many organisations share, in plain letters."""

BRANCH_WORDS: Final = frozenset(_SECTIONS["branch_words"])
"""Words that make another organisation when they are added, in plain letters."""

DEFINITE_HEADS: Final = frozenset(_SECTIONS["definite_heads"])
"""Definite second parts of names of organisations that stand alone for them, in plain letters."""

DEFINITE_FORMS: Final = _read_pairs("definite_forms")
"""Definite and indefinite forms of the heads of Norwegian organisation names."""

CONNECTORS: Final = frozenset(_SECTIONS["connectors"])
"""Words inside place names that differ by language or are left out."""

SAINTS: Final = dict(_read_pairs("saints"))
"""Words for *saint* in place names, and one spelling of each."""

GENERIC_PLACES: Final = frozenset(_SECTIONS["generic_places"])
"""Words behind a place's name that say what it is and may be left out."""

SCHOOLS: Final = _SECTIONS["schools"]
"""Ends of words behind a name that make a school of it (*Lillevik skole*)."""

GENERIC_OPENINGS: Final = frozenset(
    opening.replace("_", " ") for opening in _SECTIONS["generic_openings"]
)
"""Words before a place's name that say what it is and may be left out."""

AIRPORT_WORDS: Final = frozenset(_SECTIONS["airport_words"])
"""Words behind a town's name after which an airport's own name stands (*Oslo lufthavn
Gardermoen*)."""

PERSON_TAILS: Final = frozenset(_SECTIONS["person_tails"])
"""Second parts of compounds with a person's name (*Gaddafi-regimet*)."""

WRITTEN_FORMS: Final = _read_pairs("written_forms")
"""Parts of words in Nynorsk or older Bokmål and in Bokmål; ``$`` marks the word's end."""
