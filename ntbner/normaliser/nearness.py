"""Whom a surname means that several bear: the one named much nearer than all others.

This is asked of each mention, not of a name: in a text about *Odd Fjordvik* one *Fjordvik* that
follows *Ellen Fjordvik* closely is hers. On NARC's training part the answer is right for all 124
mentions that get one, two of them against who is named most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from ntbner.names.person import parse_person
from ntbner.normaliser.context import Context
from ntbner.records import PER, Mention

Group: TypeAlias = list[tuple[Mention, str]]
"""Mentions in the order of the text, each with its base form."""

Keyed: TypeAlias = tuple[str, Group]
"""A group under the key of its base forms."""

People: TypeAlias = Mapping[str, Sequence[Keyed]]

FAR: Final = 10
NEARER: Final = 3
"""Sentences since the others who fit were named, and how many times as near somebody must have
been. With 6 for 10 the first mention is given to the wrong one."""


def part_nearest(groups: Sequence[Keyed], people: People, context: Context) -> list[Keyed]:
    """The groups, with the mentions of a surname that one of its bearers owns under that one's
    key; nothing where there are none.

    Args:
        groups: Mentions with their base forms, under keys, in the order of the keys.
        people: For each key that may stand alone for people named in full, their groups.
        context: The text.
    """
    if all(len(bearers) < 2 for bearers in people.values()):
        return []
    parted: list[Keyed] = []
    is_new = False
    for key, group in groups:
        bearers = {full: [m for m, _ in named] for full, named in people.get(key, ())}
        if len(bearers) < 2 or parse_person(group[0][1]).is_full:
            parted.append((key, group))
            continue
        owners = find_nearest([mention for mention, _ in group], bearers, context)
        is_new = is_new or any(owners)
        for owner in sorted(set(owners), key=str):
            part = [pair for pair, found in zip(group, owners, strict=True) if found == owner]
            parted.append((owner or key, part))
    return sorted(parted, key=lambda pair: pair[0]) if is_new else []


def find_nearest(
    mentions: Sequence[Mention], bearers: Mapping[str, Sequence[Mention]], context: Context
) -> list[str | None]:
    """For each mention of a surname the one whom it follows closely, and all others from far.

    A mention soon after a doubtful one, or after one of somebody else's, is doubtful. Who has
    most of the mentions has the doubtful ones too.

    Args:
        mentions: Mentions of the surname, in the order of the text.
        bearers: For each full name that has it, the mentions in the order of the text.
        context: The text.

    Returns:
        For each mention one of the full names, or ``None``.

    >>> text = "Ola Li kom." + " Det gikk en dag." * 10 + " Liv Li lo. Så gikk Li."
    >>> ola, liv, li = (Mention(text.index(n), text.index(n) + len(n), n, "PER")
    ...                 for n in ("Ola Li", "Liv Li", "Li."))
    >>> find_nearest([li], {"ola": [ola], "liv": [liv]}, Context(text))
    ['liv']
    """
    named = [(m.start, owner, m) for owner, named in bearers.items() for m in named]
    named.sort(key=lambda place: place[:2])
    places = [start for start, _, _ in named]
    others = _find_others([owner for _, owner, _ in named])
    owners: list[str | None] = []
    for number, mention in enumerate(mentions):
        latest = bisect_left(places, mention.start) - 1
        other = others[latest] if latest >= 0 else None
        owner = None
        if mention.type == PER and other is not None:
            _, label, near = named[latest]
            owner = label if _is_much_nearer(near, named[other][2], mention, context) else None
        if number and owners[-1] != owner and _is_near(mentions[number - 1], mention, context):
            owner = None
        owners.append(owner)
    for leader, count in Counter(filter(None, owners)).most_common(1):
        if 2 * count > len(owners):
            pairs = zip(mentions, owners, strict=True)
            return [owner or (leader if m.type == PER else None) for m, owner in pairs]
    return owners


def _find_others(owners: Sequence[str]) -> list[int | None]:
    """For each place in a row the last one before it with somebody else."""
    others: list[int | None] = []
    for place, owner in enumerate(owners):
        before = place - 1 if place else None
        others.append(others[-1] if place and owners[place - 1] == owner else before)
    return others


def _is_much_nearer(near: Mention, far: Mention, mention: Mention, context: Context) -> bool:
    nearer = max(1, context.sentences_before(near, mention) or 0)
    return (context.sentences_before(far, mention) or 0) >= max(FAR, NEARER * nearer)


def _is_near(earlier: Mention, later: Mention, context: Context) -> bool:
    return (context.sentences_before(earlier, later) or 0) < FAR
