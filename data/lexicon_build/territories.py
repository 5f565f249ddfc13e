"""Countries, territories and continents from CLDR, and what the authors add to them."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from lexicon_build.rows import SOURCES, Row, read_table, slug, split_list

LANGUAGES = ("nn", "en", "da", "sv", "de", "fr")
"""After Bokmål, the languages whose names for a country meet in Norwegian copy."""

EVERYDAY = frozenset(("Man",))
"""Names in CLDR that begin sentences as other words (the Isle of Man)."""

SAMI = "se"
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’. -]+")
"""Letters of the names that a country's own languages give it."""

NOT_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
"""CLDR codes of groups, islets without people, and placeholders."""

WORLD = "001"


def territories() -> list[Row]:
    """One row a country or territory, one a continent or part of one."""
    bokmaal = Locale("nb").territories
    others = [Locale(language).territories for language in LANGUAGES]
    extra = {cells["iso3166"]: cells for cells in read_table(SOURCES / "countries.tsv").rows}
    later = {
        cells["iso3166"]: split_list(cells["aliases"])
        for cells in read_table(SOURCES / "country_forms.tsv").rows
    }
    rows = []
    for code in sorted(bokmaal):
        if code in NOT_COUNTRIES or code == WORLD:
            continue
        row = _region(code, bokmaal[code]) if code.isdigit() else _country(code, bokmaal[code])
        row.aliases = [names[code] for names in others if code in names]
        cells = extra.pop(code, None)
        if cells is not None:
            row.name = cells["name"] or row.name
            own = [] if cells["name"] else [bokmaal[code]]
            row.aliases = [*own, *row.aliases, *split_list(cells["aliases"])]
            row.acronyms = split_list(cells["acronyms"])
            row.adjectives = [
                *(form for word in split_list(cells["adjective"]) for form in decline(word)),
                *(form for word in split_list(cells["inhabitant"]) for form in inflect(word)),
            ]
        row.aliases = [form for form in row.aliases if form not in EVERYDAY]
        more = [*later.pop(code, []), *_own_names(code)]
        row.silent = [form for form in more if form not in row.forms]
        row.aliases += row.silent
        rows.append(row)
    if extra or later:
        raise ValueError(f"tables of countries have codes that CLDR lacks: {[*extra, *later]}")
    return rows


def _own_names(code: str) -> list[str]:
    """A territory's names in Northern Sami and in its own official languages, in Latin letters."""
    languages = [] if code.isdigit() else get_official_languages(code, de_facto=True)
    names = []
    for language in (SAMI, *languages):
        try:
            name = Locale.parse(language).territories.get(code)
        except UnknownLocaleError:
            continue
        if name is not None and LATIN.fullmatch(name):
            names.append(name)
    return names


def decline(adjective: str) -> tuple[str, ...]:
    """An adjective and its plural.

    >>> decline("irakisk")
    ('irakisk', 'irakiske')
    """
    return (adjective, f"{adjective}e") if adjective.endswith("sk") else (adjective,)


def inflect(noun: str) -> tuple[str, ...]:
    """A noun for who lives in a country, in its four forms.

    >>> inflect("iraker"), inflect("brite")
    (('iraker', 'irakeren', 'irakere', 'irakerne'), ('brite', 'briten', 'briter', 'britene'))
    >>> inflect("irakar")
    ('irakar', 'irakaren', 'irakarar', 'irakarane')
    """
    if noun.endswith("mann"):
        plural = noun.removesuffix("mann") + "menn"
        return noun, f"{noun}en", plural, f"{plural}ene"
    if noun.endswith("er"):
        return noun, f"{noun}en", f"{noun}e", f"{noun}ne"
    if noun.endswith("ar"):
        return noun, f"{noun}en", f"{noun}ar", f"{noun}ane"
    if noun.endswith("e"):
        return noun, f"{noun}n", f"{noun}r", f"{noun}ne"
    return noun, f"{noun}en", f"{noun}er", f"{noun}ene"


def _country(code: str, name: str) -> Row:
    return Row(f"country:{code}", "LOC", "country", name, links={"iso3166": code}, source="cldr")


def _region(code: str, name: str) -> Row:
    return Row(f"region:{slug(name)}", "LOC", "region", name, links={"m49": code}, source="cldr")
