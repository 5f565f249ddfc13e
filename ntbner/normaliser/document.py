"""The names of one document: its mentions, gathered under base forms.

1. Mentions are put in the order of the text, whatever order they came in.
2. The name is cut out of a compound (*Syria-krigen* → *Syria*) and loses its genitive;
   one written form has one base form throughout the document.
3. Base forms that differ in case, accents or punctuation alone share a *name*, except
   where the lexicon knows them as different things (*AP*, *Ap*).
4. Each name gets one type by vote (:mod:`ntbner.normaliser.votes`).

Everything behind this module deals with names, not with mentions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from unicodedata import normalize

from ntbner.lexicon import Entry, Lexicon
from ntbner.names.compound import split_compound
from ntbner.names.genitive import base_form
from ntbner.names.organisation import strip_legal_form
from ntbner.names.person import PersonName, parse_person
from ntbner.names.skeleton import skeleton
from ntbner.names.text import fold, fold_letters
from ntbner.normaliser.context import Context
from ntbner.normaliser.votes import count_votes, decide_type, part_types
from ntbner.records import PER, Mention

LOOKS: Final = 5
"""Mentions of one written form whose surroundings are read to tell whether it is a genitive."""

_PUNCTUATION: Final = re.compile(r"[.\"'()\[\]]+")
_JOINTS: Final = re.compile(r"[\s\-/]+")


@dataclass(eq=False)
class Name:
    """One base form of a document with all its mentions.

    Attributes:
        key: What its spellings have in common: plain small letters.
        type: The type it was voted.
        mentions: Its mentions in the order of the text.
        forms: Its base forms, each with its number of mentions.
        entries: What the lexicon knows by any of its forms.
        count: Number of mentions.
    """

    key: str
    type: str
    mentions: tuple[Mention, ...]
    forms: Mapping[str, int]
    entries: tuple[Entry, ...] = ()
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.mentions)

    @cached_property
    def form(self) -> str:
        """The form it is shown by: the most frequent, not in capitals where there is a choice."""
        return min(self.forms, key=lambda form: (form.isupper(), -self.forms[form], form))

    def written(self, form: str) -> str:
        """A base form with the quotation marks, hyphens and apostrophes that the text has.

        >>> text = "Harald «Dutte» Berg"
        >>> Name("", "PER", (Mention(0, 19, text, "PER"),), {}).written('Harald "Dutte" Berg')
        'Harald «Dutte» Berg'
        """
        if form.replace(" ", "").isalnum():
            return form
        for mention in self.mentions:
            shown = " ".join(normalize("NFC", inner_name(mention)).split())
            if fold(shown).startswith(form) and len(fold(shown)) == len(shown):
                return shown[: len(form)]
        return form

    @cached_property
    def person(self) -> PersonName:
        """Its parts, read as a person's name."""
        return parse_person(self.form)

    @cached_property
    def untitled_key(self) -> str:
        """The key without a person's title (*statsminister Solberg*)."""
        if self.type != PER or not self.person.title:
            return self.key
        return make_key(" ".join((self.person.core, *self.person.suffix)))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the key."""
        return tuple(self.key.split())

    @cached_property
    def skeleton(self) -> str:
        """The key under which its romanisations meet."""
        return skeleton(self.form, type=self.type)

    @property
    def is_full(self) -> bool:
        """Whether it is a person's name with a given name."""
        return self.type == PER and self.person.is_full

    @property
    def sort_key(self) -> tuple[str, str]:
        """An order of names that does not depend on the order of mentions."""
        return self.key, self.type


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
    return sorted(
        mentions,
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
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[make_key(bases[inner_name(mention)])].append(mention)
    groups = [
        group
        for key in sorted(grouped)
        for group in _part_by_case(key, grouped[key], bases, lexicon)
    ]
    votes = [count_votes(group) for _, group in groups]
    people = _surnames(groups, votes, bases)
    companies = _companies(bases)
    names = []
    for (key, group), vote in zip(groups, votes, strict=True):
        forms = _count_forms(group, bases)
        entries = _find_entries(forms, lexicon)
        supported = key in people
        for types in part_types(vote, entries, is_surname=supported):
            part = [m for m in group if m.type in types] if types is not None else group
            names.append(
                Name(
                    key=key,
                    type=decide_type(
                        count_votes(part),
                        entries,
                        is_surname=supported,
                        is_company=key in companies,
                    ),
                    mentions=tuple(part),
                    forms=_count_forms(part, bases),
                    entries=entries,
                )
            )
    return names


def inner_name(mention: Mention) -> str:
    """The name in a mention: all of it, or the part of a compound.

    >>> inner_name(Mention(0, 12, "Syria-krigen", "LOC", kind="derived"))
    'Syria'
    """
    if mention.kind == "derived" or mention.type == "DRV":
        place = split_compound(mention.text)
        if place is not None:
            return mention.text[place[0] : place[1]]
    return mention.text


def find_bases(mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> dict[str, str]:
    """The base form of every written form of a document."""
    seen: Counter[str] = Counter()
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        surface = inner_name(mention)
        places[surface].append(mention)
        form = fold(surface)
        seen[form] += 1
        last = form.rpartition(" ")[2]
        if last != form:
            seen[last] += 1
    known = set(seen)
    return {
        surface: _find_base(surface, found, seen, known, context, lexicon)
        for surface, found in places.items()
    }


def _find_base(
    surface: str,
    found: list[Mention],
    seen: Counter[str],
    known: set[str],
    context: Context,
    lexicon: Lexicon,
) -> str:
    """The base form that most of the first mentions of a written form speak for."""
    form = fold(surface)
    if not form.endswith(("s", "'")) or found[0].kind == "derived":
        return form
    hidden = {word for word in (form, form.rpartition(" ")[2]) if seen[word] == 1}
    known -= hidden
    answers: Counter[str] = Counter()
    for mention in found[:LOOKS]:
        before, behind = context.words_around(mention)
        answers[
            base_form(
                form,
                previous_word=before,
                next_word=behind,
                known=known,
                type=mention.type,
                lexicon=lexicon,
            )
        ] += 1
    known |= hidden
    return min(answers, key=lambda base: (-answers[base], base))


def _part_by_case(
    key: str, group: list[Mention], bases: Mapping[str, str], lexicon: Lexicon
) -> list[tuple[str, list[Mention]]]:
    """One group, or several where the lexicon tells forms of one key apart (*AP*, *Ap*)."""
    forms = {bases[inner_name(mention)] for mention in group}
    if len(forms) == 1:
        return [(key, group)]
    parts: list[set[str]] = []
    for form in sorted(forms):
        home = next((p for p in parts if not any(lexicon.separate(form, o) for o in p)), None)
        if home is None:
            parts.append({form})
        else:
            home.add(form)
    return [
        (key, [mention for mention in group if bases[inner_name(mention)] in part])
        for part in parts
    ]


def _surnames(
    groups: Sequence[tuple[str, list[Mention]]],
    votes: Sequence[Mapping[str, float]],
    bases: Mapping[str, str],
) -> set[str]:
    """Keys of the words that may stand alone for the people named in full."""
    keys: set[str] = set()
    for (_, group), vote in zip(groups, votes, strict=True):
        if max(vote, key=lambda type: (vote[type], type)) != PER:
            continue
        person = parse_person(bases[inner_name(group[0])])
        if person.is_full:
            keys.update(map(make_key, person.surname_forms))
    return keys


def _companies(bases: Mapping[str, str]) -> set[str]:
    """Keys of the names that the document also has with a legal form."""
    stripped = {form: strip_legal_form(form) for form in bases.values()}
    return {make_key(bare) for form, bare in stripped.items() if bare != form}


def _count_forms(group: Iterable[Mention], bases: Mapping[str, str]) -> dict[str, int]:
    return dict(Counter(bases[inner_name(mention)] for mention in group))


def _find_entries(forms: Iterable[str], lexicon: Lexicon) -> tuple[Entry, ...]:
    found = {entry.id: entry for form in forms for entry in lexicon.find(form)}
    return tuple(found[id] for id in sorted(found))
