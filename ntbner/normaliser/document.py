"""The names of one document: its mentions, gathered under base forms.

1. Mentions are put in the order of the text, whatever order they came in.
2. The name is cut out of a compound (*Syria-krigen* → *Syria*) and loses its genitive;
   one written form has one base form throughout the document. A family (*familien
   Solberg*) is not its members.
3. Base forms that differ in case, accents or punctuation alone share a *name*, except
   where the lexicon knows them as different things (*AP*, *Ap*).
4. The mentions of a surname that several bear are parted where they follow one of them alone
   closely (:mod:`ntbner.normaliser.nearness`).
5. Each name gets one type by vote (:mod:`ntbner.normaliser.votes`).

Everything behind this module deals with names, not with mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import lt
from typing import Final, TypeAlias
from unicodedata import normalize

from ntbner.lexicon import Category, Entry, Lexicon, token_categories
from ntbner.names.compound import split_compound
from ntbner.names.genitive import base_form, find_latin_base
from ntbner.names.organisation import strip_legal_form
from ntbner.names.person import PersonName, is_family_first, parse_person
from ntbner.names.skeleton import skeleton
from ntbner.names.text import fold, fold_letters
from ntbner.names.words import CLUB_FORMS, PARTY_LETTERS
from ntbner.normaliser.context import Context
from ntbner.normaliser.dateline import find_datelines
from ntbner.normaliser.families import FAMILY, is_family
from ntbner.normaliser.nearness import part_nearest
from ntbner.normaliser.votes import (
    WEIGHT_DATELINE,
    count_votes,
    decide_type,
    hear_words,
    is_team,
    part_types,
)
from ntbner.records import LOC, ORG, PER, Mention

LOOKS: Final = 5
"""Mentions of one written form whose surroundings are read to tell whether it is a genitive."""

PERSON_NAMES: Final = Category.GIVEN_NAME | Category.SURNAME

Group: TypeAlias = list[tuple[Mention, str]]
"""Mentions in the order of the text, each with its base form."""

_NOBODY: Final = PersonName()

TAG_MARKS: Final = "#@"
"""What stands before a name as a tag or a handle."""

_PUNCTUATION: Final = re.compile(r"[.\"'()\[\]]+")
_JOINTS: Final = re.compile(r"[\s\-/]+")


@dataclass(eq=False)
class Name:
    """One base form of a document with all its mentions.

    Attributes:
        key: What its spellings have in common: plain small letters; a family's has a word for
            that before them, a surname that is one bearer's is under the full name's.
        type: The type it was voted.
        mentions: Its mentions in the order of the text.
        forms: Its base forms, each with its number of mentions.
        entries: What the lexicon knows by any of its forms.
        count: Number of mentions.
        form: The form it is shown by: the most frequent, then the first of the text; not in
            capitals where there is a choice.
        words: The words of the key.
        person: The parts of a person's name; none for others.
        is_full: Whether it is a person's name with a given name.
        untitled_key: The key without a person's title (*statsminister Solberg*).
    """

    key: str
    type: str
    mentions: tuple[Mention, ...]
    forms: Mapping[str, int]
    entries: tuple[Entry, ...] = ()
    count: int = field(init=False)
    form: str = field(init=False)
    words: tuple[str, ...] = field(init=False)
    person: PersonName = field(init=False)
    is_full: bool = field(init=False)
    untitled_key: str = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.mentions)
        self.form = _pick_form(self.forms)
        self.words = tuple(self.key.split())
        self.person = parse_person(self.form) if self.type == PER else _NOBODY
        self.is_full = self.person.is_full
        self.untitled_key = self.key
        if self.person.title:
            self.untitled_key = make_key(" ".join((self.person.core, *self.person.suffix)))

    def written(self, form: str) -> str:
        """A base form with the quotation marks, hyphens and apostrophes that the text has.

        >>> text = "Harald «Dutte» Berg"
        >>> Name("", "PER", (Mention(0, 19, text, "PER"),), {}).written('Harald "Dutte" Berg')
        'Harald «Dutte» Berg'
        """
        if form.isalnum() or form.replace(" ", "").isalnum():
            return form
        for mention in self.mentions:
            shown = " ".join(normalize("NFC", inner_name(mention)).split())
            if fold(shown).startswith(form) and len(fold(shown)) == len(shown):
                return shown[: len(form)]
        return form

    @property
    def skeleton(self) -> str:
        """The key under which its romanisations meet."""
        return skeleton(self.form)


def _pick_form(forms: Mapping[str, int]) -> str:
    if len(forms) == 1:
        return next(iter(forms))
    return min(forms, key=lambda form: (form.isupper(), -forms[form]), default="")


@lru_cache(maxsize=65_536)
def make_key(form: str) -> str:
    """The letters of a base form: small, plain, single spaces, no punctuation.

    >>> make_key("Al-Jazeera") == make_key("al Jazeera")
    True
    >>> make_key("Århus") == make_key("Aarhus")
    True
    """
    key = fold_letters(form)
    if key.isalnum():
        return key
    return " ".join(_JOINTS.sub(" ", _PUNCTUATION.sub("", key)).split()) or key


def sort_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in the order of the text; the order they came in does not matter."""
    given = list(mentions)
    starts = [mention.start for mention in given]
    if all(map(lt, starts, starts[1:])):
        return given
    return sorted(
        given,
        key=lambda m: (m.start, m.end, m.text, m.type, m.kind, m.label or "", m.confidence or 0.0),
    )


def read_names(mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> list[Name]:
    """The names of a document.

    Args:
        mentions: In the order of the text (:func:`sort_mentions`).
        context: The text around them.
        lexicon: Known names.

    Returns:
        The names, ordered by key and type.
    """
    bases = find_bases(mentions, context, lexicon)
    grouped: dict[str, Group] = {}
    for mention in mentions:
        base = bases[inner_name(mention)]
        key = make_key(base)
        if is_family(mention, context):
            key = f"{FAMILY} {key}"
        grouped.setdefault(key, []).append((mention, base))
    groups = [
        (key, group) for key in sorted(grouped) for group in _part_by_case(grouped[key], lexicon)
    ]
    votes = [_count_group(group) for _, group in groups]
    people = _surnames(groups, votes)
    if parted := part_nearest(groups, people, context):
        groups = parted
        votes = [_count_group(group) for _, group in groups]
    companies = _companies(bases)
    bare_companies = frozenset(companies.values())
    datelines = find_datelines(mentions, context, lexicon)
    clubs = _clubs(bases) if any(ORG in vote and LOC in vote for vote in votes) else set()
    names = []
    for (key, group), vote in zip(groups, votes, strict=True):
        entries = _find_entries(group, lexicon)
        if datelines and any((m.start, m.end) in datelines for m, _ in group):
            vote[LOC] = vote.get(LOC, 0.0) + WEIGHT_DATELINE
        supported = key in people or key != make_key(group[0][1])
        is_placed = supported and LOC in vote and _is_placed(group, context)
        is_club = key in clubs or is_team(vote, entries, (mention for mention, _ in group))
        for types in part_types(
            vote, entries, is_surname=supported, is_placed=is_placed, is_club=is_club
        ):
            part = group if types is None else [pair for pair in group if pair[0].type in types]
            mentions_of_part = tuple(mention for mention, _ in part)
            names.append(
                Name(
                    key=key,
                    type=decide_type(
                        vote if part is group else count_votes(mentions_of_part),
                        entries,
                        is_surname=supported,
                        is_company=key in bare_companies,
                        is_club=types is not None and ORG in types,
                        has_legal_form=key in companies,
                        is_persons=PER not in vote or not entries or _is_persons(group[0][1]),
                    ),
                    mentions=mentions_of_part,
                    forms=_count_forms(part),
                    entries=entries,
                )
            )
    return names


def inner_name(mention: Mention) -> str:
    """The name in a mention: all of it, or the part of a compound; of a tag, without its mark.

    >>> inner_name(Mention(0, 12, "Syria-krigen", "LOC", kind="derived"))
    'Syria'
    >>> inner_name(Mention(0, 5, "#Oslo", "LOC"))
    'Oslo'
    """
    if mention.kind == "derived" or mention.type == "DRV":
        place = split_compound(mention.text)
        if place is not None:
            return mention.text[place[0] : place[1]]
    return mention.text.lstrip(TAG_MARKS) or mention.text


def find_bases(mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> dict[str, str]:
    """The base form of every written form of a document."""
    bases = Bases(mentions, context, lexicon)
    return {surface: bases.find(surface) for surface in bases.places}


class Bases:
    """The base forms of a document, each found when it is first asked for.

    Args:
        mentions: The mentions of the document.
        context: The text around them.
        lexicon: Known names.

    Attributes:
        places: The mentions of each written form.
    """

    def __init__(self, mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> None:
        self._context, self._lexicon = context, lexicon
        self._found: dict[str, str] = {}
        self._seen: dict[str, int] = {}
        self.places: dict[str, list[Mention]] = {}
        for mention in mentions:
            self.places.setdefault(inner_name(mention), []).append(mention)
        for surface, places in self.places.items():
            for word in _evidence(fold(surface)):
                self._seen[word] = self._seen.get(word, 0) + len(places)
        self._known = set(self._seen)

    def find(self, surface: str) -> str:
        """The base form that most of the first mentions of a written form speak for.

        Of two, the longer: a form that once stands where no genitive does is a name in s.
        """
        found = self._found.get(surface)
        if found is None:
            found = self._found[surface] = self._judge(surface)
        return found

    def _judge(self, surface: str) -> str:
        form = fold(surface)
        mentions = self.places[surface]
        if mentions[0].kind == "derived":
            return form
        if not form.endswith(("s", "'")):
            return find_latin_base(form, self._known) or form
        hidden = {word for word in _evidence(form) if self._seen[word] == 1}
        self._known -= hidden
        answers: Counter[str] = Counter()
        for mention in mentions[:LOOKS]:
            before, behind = self._context.words_around(mention)
            answers[
                base_form(
                    form,
                    previous_word=before,
                    next_word=behind,
                    known=self._known,
                    type=mention.type,
                    whole=True,
                    lexicon=self._lexicon,
                )
            ] += 1
        self._known |= hidden
        return min(answers, key=lambda base: (-answers[base], -len(base), base))


def _evidence(form: str) -> tuple[str, ...]:
    """What a form says of others of the document: that it is one, and its last word too."""
    return (form, form.rpartition(" ")[2]) if " " in form else (form,)


def _part_by_case(group: Group, lexicon: Lexicon) -> list[Group]:
    """One group, or several where the lexicon tells forms of one key apart (*AP*, *Ap*)."""
    forms = {base for _, base in group}
    if len(forms) == 1:
        return [group]
    parts: list[set[str]] = []
    for form in sorted(forms):
        home = next((p for p in parts if not any(lexicon.separate(form, o) for o in p)), None)
        if home is None:
            parts.append({form})
        else:
            home.add(form)
    return [[pair for pair in group if pair[1] in part] for part in parts]


def _surnames(
    groups: Sequence[tuple[str, Group]], votes: Sequence[Mapping[str, float]]
) -> dict[str, list[tuple[str, Group]]]:
    """Keys of the words that may stand alone for people named in full, each with these."""
    keys: dict[str, list[tuple[str, Group]]] = {}
    for (full, group), vote in zip(groups, votes, strict=True):
        if PER not in vote or max(vote, key=lambda type: (vote[type], type)) != PER:
            continue
        person = parse_person(group[0][1])
        if person.is_full and not person.has_realm:
            short = set(map(make_key, person.surname_forms))
            words = group[0][1].split()
            if is_family_first(words):
                short.add(make_key(words[-1]))  # as Vietnamese people are called
            for key in short:
                keys.setdefault(key, []).append((full, group))
    return keys


def _is_persons(form: str) -> bool:
    """Whether the lists of names have a form's last word as a given name or surname."""
    return bool(token_categories(form.rpartition(" ")[2]) & PERSON_NAMES)


def _is_placed(group: Group, context: Context) -> bool:
    """Whether a mention tagged as a place stands behind *i*, as places do and people do not."""
    return any(
        mention.type == LOC and (context.words_around(mention)[0] or "").lower() == "i"
        for mention, _ in group
    )


def _companies(bases: Mapping[str, str]) -> dict[str, str]:
    """Keys of the names that have a legal form, each with the key of what is left without."""
    several = {form for form in bases.values() if " " in form}
    stripped = {form: strip_legal_form(form) for form in several}
    return {make_key(form): make_key(bare) for form, bare in stripped.items() if bare != form}


def _clubs(bases: Mapping[str, str]) -> set[str]:
    """Keys of what is left of the names that say *club* without that word (*FC Barcelona*)."""
    clubs = set()
    for form in bases.values():
        if " " not in form:
            continue
        first, _, behind = form.partition(" ")
        before, _, last = form.rpartition(" ")
        if make_key(first) in CLUB_FORMS and first.isupper():
            clubs.add(make_key(behind))
        if make_key(last) in CLUB_FORMS and last not in PARTY_LETTERS:
            clubs.add(make_key(before))
    return clubs


def _count_group(group: Group) -> dict[str, float]:
    votes = count_votes(mention for mention, _ in group)
    hear_words(votes, group[0][1])
    return votes


def _count_forms(group: Group) -> dict[str, int]:
    forms: dict[str, int] = {}
    for _, base in group:
        forms[base] = forms.get(base, 0) + 1
    return forms


def _find_entries(group: Group, lexicon: Lexicon) -> tuple[Entry, ...]:
    found = {entry.id: entry for _, base in group for entry in lexicon.find(base)}
    return tuple(found[id] for id in sorted(found)) if found else ()
