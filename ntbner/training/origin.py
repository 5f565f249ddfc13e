"""How ``ntbner/names/origin.tsv`` is made: does a name have a spelling of its own?

Names from languages that write Latin letters are spelt in one way (*Hansson* is not
*Hansen*); names romanised from other scripts, or spelt by ear, in many (*Muhammad,
Mohamed*). A logistic regression on letter groups learns the difference from the personal
names of Faker's locales (https://github.com/joke2k/faker, MIT), Cyrillic ones romanised the
Norwegian and the English way by ``data/lexicon_build``.

Run in the project's root as ``python -m ntbner.training.origin --out FILE``.
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

_NAME: Final = re.compile(r"[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿĀ-ɏ]{2,}")
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
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    firm, soft = collect_names(FIRM), collect_names(SOFT)
    names = sorted(firm ^ soft)
    held_out = [name for name in names if zlib.crc32(name.encode()) % 10 == 0]
    seen = [name for name in names if zlib.crc32(name.encode()) % 10]
    weights = fit_weights([letter_groups(name) for name in seen], [name in firm for name in seen])
    right = sum(
        (sum(weights.get(group, 0.0) for group in letter_groups(name)) > 0) == (name in firm)
        for name in held_out
    )
    sys.stdout.write(
        f"{len(firm)} firm, {len(soft)} soft names; "
        f"accuracy on {len(held_out)} unseen: {right / len(held_out):.3f}\n"
    )
    kept = {group: weight for group, weight in weights.items() if abs(weight) >= 0.1}
    rows = (f"{group}\t{weight:g}" for group, weight in sorted(kept.items()))
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
