"""Signs: what a document says of the type of its names, beside the tags of their mentions.

Somebody named in full makes people of bare surnames, *Fjordcelle AS* a company of *Fjordcelle*, *FC
Barcelona* a club of *Barcelona*, and a dateline (*RAWA (NTB):*) a place of what stands in it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ntbner.lexicon import Category, Lexicon, token_categories
from ntbner.names.organisation import strip_legal_form
from ntbner.names.person import parse_person
from ntbner.names.words import CLUB_FORMS, PARTY_LETTERS
from ntbner.normaliser.context import Context
from ntbner.normaliser.dateline import find_datelines
from ntbner.normaliser.name import make_key
from ntbner.normaliser.nearness import Keyed
from ntbner.records import LOC, PER, Mention

LONGEST_FORM: Final = max(map(len, CLUB_FORMS))
"""Letters of the longest word for a club."""

PERSON_NAMES: Final = Category.GIVEN_NAME | Category.SURNAME


@dataclass(frozen=True, slots=True)
class Signs:
    """What a document says of the type of its names.

    Attributes:
        people: Keys of the words that may stand alone for people named in full.
        companies: Keys of the names that have a legal form.
        bare_companies: Keys of what is left of these without it.
        clubs: Keys of what is left of the names of clubs without the word for one.
        datelines: Start and end of the mentions in datelines.
    """

    people: Container[str]
    companies: Container[str]
    bare_companies: Container[str]
    clubs: Container[str]
    datelines: Container[tuple[int, int]]


def read_signs(
    mentions: Iterable[Mention],
    forms: Iterable[str],
    people: Container[str],
    context: Context,
    lexicon: Lexicon,
) -> Signs:
    """The signs of a document.

    Args:
        mentions: Its mentions.
        forms: The base forms of its names.
        people: As :attr:`Signs.people` (:func:`find_surnames`).
        context: The text.
        lexicon: Known names.
    """
    several = {form for form in forms if " " in form}
    companies = _find_companies(several)
    return Signs(
        people=people,
        companies=companies.keys(),
        bare_companies=frozenset(companies.values()),
        clubs=_find_clubs(several),
        datelines=find_datelines(mentions, context, lexicon),
    )


def find_surnames(
    groups: Sequence[Keyed], votes: Sequence[Mapping[str, float]]
) -> dict[str, list[Keyed]]:
    """Keys of the words that may stand alone for people named in full, each with these."""
    keys: dict[str, list[Keyed]] = {}
    for (full, group), vote in zip(groups, votes, strict=True):
        if PER not in vote or max(vote, key=lambda type: (vote[type], type)) != PER:
            continue
        person = parse_person(group[0][1])
        if person.is_full and not person.has_realm:
            short = set(map(make_key, person.surname_forms))
            if group[0][1].startswith(f"{person.surname} "):
                short.add(make_key(group[0][1].split()[-1]))  # as Vietnamese people are called
            for key in short:
                keys.setdefault(key, []).append((full, group))
    return keys


def is_persons(form: str) -> bool:
    """Whether the lists of names have a form's last word as a given name or surname."""
    return bool(token_categories(form.rpartition(" ")[2]) & PERSON_NAMES)


def is_placed(mentions: Iterable[Mention], context: Context) -> bool:
    """Whether a mention tagged as a place stands behind *i*, as places do and people do not."""
    return any(
        mention.type == LOC and (context.words_around(mention)[0] or "").lower() == "i"
        for mention in mentions
    )


def _find_companies(several: Iterable[str]) -> dict[str, str]:
    """Keys of the names that have a legal form, each with the key of what is left without."""
    stripped = {form: strip_legal_form(form) for form in several}
    return {make_key(form): make_key(bare) for form, bare in stripped.items() if bare != form}


def _find_clubs(several: Iterable[str]) -> set[str]:
    """Keys of what is left of the names that say *club* without that word (*FC Barcelona*)."""
    clubs = set()
    for form in several:
        first, _, behind = form.partition(" ")
        before, _, last = form.rpartition(" ")
        if first.isupper() and make_key(first) in CLUB_FORMS:
            clubs.add(make_key(behind))
        if len(last) <= LONGEST_FORM and make_key(last) in CLUB_FORMS and last not in PARTY_LETTERS:
            clubs.add(make_key(before))
    return clubs
