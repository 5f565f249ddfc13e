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

from collections.abc import Iterator, Mapping, Sequence

from ntbner.lexicon import Entry, Lexicon
from ntbner.names.place import strip_generic
from ntbner.normaliser.bases import find_bases
from ntbner.normaliser.context import Context
from ntbner.normaliser.families import FAMILY, is_family
from ntbner.normaliser.name import Name, inner_name, make_key
from ntbner.normaliser.nearness import Group, Keyed, part_nearest
from ntbner.normaliser.signs import Signs, find_surnames, is_persons, is_placed, read_signs
from ntbner.normaliser.votes import (
    WEIGHT_DATELINE,
    count_votes,
    decide_type,
    hear_words,
    is_team,
    part_types,
)
from ntbner.records import LOC, ORG, PER, Mention


def read_names(mentions: Sequence[Mention], context: Context, lexicon: Lexicon) -> list[Name]:
    """The names of a document.

    Args:
        mentions: In the order of the text (:func:`~ntbner.normaliser.name.sort_mentions`).
        context: The text around them.
        lexicon: Known names.

    Returns:
        The names, ordered by key and type.
    """
    bases = find_bases(mentions, context, lexicon)
    groups = _group_mentions(mentions, bases, context, lexicon)
    votes = [_count_group(group) for _, group in groups]
    people = find_surnames(groups, votes)
    if parted := part_nearest(groups, people, context):
        groups = parted
        votes = [_count_group(group) for _, group in groups]
    signs = read_signs(mentions, bases.values(), people, context, lexicon)
    return [
        name
        for (key, group), vote in zip(groups, votes, strict=True)
        for name in _make_names(key, group, vote, signs, context, lexicon)
    ]


def _group_mentions(
    mentions: Sequence[Mention], bases: Mapping[str, str], context: Context, lexicon: Lexicon
) -> list[Keyed]:
    """The mentions in groups that are one name each, in the order of their keys."""
    grouped: dict[str, Group] = {}
    for mention in mentions:
        base = bases[inner_name(mention)]
        key = make_key(base)
        if is_family(mention, context):
            key = f"{FAMILY} {key}"
        grouped.setdefault(key, []).append((mention, base))
    return [
        (key, group) for key in sorted(grouped) for group in _part_by_case(grouped[key], lexicon)
    ]


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


def _count_group(group: Group) -> dict[str, float]:
    """The votes of a group's mentions, and of its first form's words."""
    votes = count_votes(mention for mention, _ in group)
    hear_words(votes, group[0][1])
    return votes


def _make_names(
    key: str,
    group: Group,
    vote: dict[str, float],
    signs: Signs,
    context: Context,
    lexicon: Lexicon,
) -> Iterator[Name]:
    """The name of a group, or the names where its mentions mean two things."""
    entries = _find_entries(group, lexicon)
    mentions, form = [mention for mention, _ in group], group[0][1]
    if signs.datelines and any((m.start, m.end) in signs.datelines for m in mentions):
        vote[LOC] = vote.get(LOC, 0.0) + WEIGHT_DATELINE
    is_surname = key in signs.people or key != make_key(form)
    parts: list[frozenset[str] | None] = [None]
    if len(vote) > 1:
        parts = part_types(
            vote,
            entries,
            is_surname=is_surname,
            is_placed=is_surname and LOC in vote and is_placed(mentions, context),
            is_club=key in signs.clubs or is_team(vote, entries, mentions),
        )
    for types in parts:
        part = group if types is None else [pair for pair in group if pair[0].type in types]
        yield Name(
            key=key,
            type=decide_type(
                vote if part is group else count_votes(mention for mention, _ in part),
                entries,
                is_surname=is_surname,
                is_company=key in signs.bare_companies,
                is_club=types is not None and ORG in types,
                has_legal_form=key in signs.companies,
                is_persons=PER not in vote or not entries or is_persons(form),
            ),
            mentions=tuple(mention for mention, _ in part),
            forms=_count_forms(part),
            entries=entries,
        )


def _count_forms(group: Group) -> dict[str, int]:
    forms: dict[str, int] = {}
    for _, base in group:
        forms[base] = forms.get(base, 0) + 1
    return forms


def _find_entries(group: Group, lexicon: Lexicon) -> tuple[Entry, ...]:
    """What the lexicon knows by any form; by a place's bare name where it knows none."""
    bases = {base for _, base in group}
    found = {entry.id: entry for base in bases for entry in lexicon.find(base)}
    if not found:
        found = {entry.id: entry for base in bases for entry in _find_bare(base, lexicon)}
    return tuple(found[id] for id in sorted(found)) if found else ()


def _find_bare(base: str, lexicon: Lexicon) -> Sequence[Entry]:
    """The places that the lexicon knows without the word that says what they are."""
    if " " not in base:
        return ()
    words = base.split()
    keys = list(map(make_key, words))
    bare = strip_generic(keys)
    if len(bare) == len(keys):
        return ()
    start = 0 if bare == keys[: len(bare)] else len(keys) - len(bare)
    return lexicon.find(" ".join(words[start : start + len(bare)]), type=LOC)
