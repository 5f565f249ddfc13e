"""Clusters of names as records: ids, aliases, links, reasons and near misses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ntbner.lexicon import Lexicon
from ntbner.names.text import fold, fold_letters
from ntbner.normaliser.acronyms import Acronyms
from ntbner.normaliser.canonical import pick_name
from ntbner.normaliser.name import TAG_MARKS, Name, inner_name, sort_mentions
from ntbner.records import Entity, Mention, Reason, assign

if TYPE_CHECKING:
    from ntbner.normaliser.resolve import Outcome

_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


def build_entities(
    names: Sequence[Name],
    outcome: Outcome,
    lexicon: Lexicon,
    *,
    language: str | None,
    acronyms: Acronyms,
) -> list[Entity]:
    """The records, most mentioned first, then by first position."""
    numbers = outcome.clusters.groups()
    groups = [[names[number] for number in group] for group in numbers]
    canonical = [
        pick_name(group, lexicon, language=language, acronyms=acronyms) for group in groups
    ]
    order = sorted(range(len(groups)), key=lambda place: _order(groups[place], canonical[place]))
    ids: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for place in order:
        slug = make_id(groups[place][0].type, canonical[place])
        taken[slug] += 1
        ids[place] = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
    home_of = {number: place for place, group in enumerate(numbers) for number in group}
    reasons = _gather_reasons(names, outcome, home_of)
    misses, candidates = _gather_misses(names, outcome, home_of)
    entities = []
    for place in order:
        group = groups[place]
        entities.append(
            Entity(
                id=ids[place],
                type=group[0].type,
                name=canonical[place],
                aliases=_count_aliases(group),
                mentions=assign(_gather_mentions(group), ids[place]),
                links=_find_links(group),
                reasons=tuple(dict.fromkeys((*reasons.get(place, ()), *_explain_forms(group)))),
                near_misses=tuple(dict.fromkeys(misses.get(place, ()))),
                candidates=tuple(ids[other] for other in sorted(candidates.get(place, ()))),
            )
        )
    return entities


def _gather_mentions(group: Sequence[Name]) -> Sequence[Mention]:
    """The mentions of a record in the order of the text."""
    if len(group) == 1:
        return group[0].mentions
    return sort_mentions(mention for name in group for mention in name.mentions)


def _count_aliases(group: Sequence[Name]) -> dict[str, int]:
    """The base forms as the text writes them, most frequent first."""
    forms: dict[str, int] = {}
    if len(group) == 1 and len(group[0].forms) == 1:
        return {group[0].written(group[0].form): group[0].count}
    for name in group:
        for form, count in name.forms.items():
            written = name.written(form)
            forms[written] = forms.get(written, 0) + count
    return dict(sorted(forms.items(), key=lambda item: (-item[1], item[0])))


def _order(group: Sequence[Name], canonical: str) -> tuple[int, int, str, str]:
    if len(group) == 1:
        return -group[0].count, group[0].mentions[0].start, canonical, group[0].type
    first = min(name.mentions[0].start for name in group)
    return -sum(name.count for name in group), first, canonical, group[0].type


@lru_cache(maxsize=16_384)
def make_id(type: str, name: str) -> str:
    """The id of a record: its type and canonical name in plain letters.

    >>> make_id("PER", "Jonas Gahr Støre")
    'per-jonas-gahr-stoere'
    """
    slug = _NOT_SLUG.sub("-", fold_letters(name)).strip("-")
    return f"{type.lower()}-{slug or format(sum(map(ord, name)), 'x')}"


def _find_links(group: Sequence[Name]) -> dict[str, str]:
    """Identifiers of the one thing that the lexicon knows the record as."""
    if not any(name.entries for name in group):
        return {}
    if len(group) == len(group[0].entries) == 1:
        (entry,) = group[0].entries
        return dict(entry.links) if entry.type == group[0].type else {}
    known = [
        {entry.id: entry for entry in name.entries if entry.type == name.type} for name in group
    ]
    own = [{id: entry for id, entry in found.items() if entry.is_own} for found in known]
    meanings = [found for found in own if found] or [found for found in known if found]
    shared = set.intersection(*map(set, meanings)) if meanings else set()
    if len(shared) != 1:
        return {}
    entry = meanings[0][shared.pop()]
    return dict(entry.links)


def _explain_forms(group: Sequence[Name]) -> Iterable[Reason]:
    """Why a written form has the base form that it has."""
    for name in group:
        for mention in name.mentions:
            if mention.kind != "derived" and mention.text in name.forms:
                continue
            core = fold(inner_name(mention))
            if mention.kind == "derived":
                yield Reason(mention.text, core, "compound", f"compound with '{core}'")
                continue
            if mention.text[0] in TAG_MARKS:
                yield Reason(mention.text, core, "tag", f"tag or handle of '{core}'")
            if core not in name.forms:
                base = max(
                    (form for form in name.forms if core.startswith(form)), key=len, default=None
                )
                if base is not None:
                    yield Reason(mention.text, base, "genitive", f"genitive of '{base}'")
        for form in name.forms:
            if form != name.form:
                yield Reason(
                    form, name.form, "letters", f"other casing or accents of '{name.form}'"
                )


def _gather_reasons(
    names: Sequence[Name], outcome: Outcome, home_of: dict[int, int]
) -> dict[int, list[Reason]]:
    reasons: dict[int, list[Reason]] = defaultdict(list)
    for edge in outcome.clusters.taken:
        reasons[home_of[edge.a]].append(
            Reason(names[edge.a].form, names[edge.b].form, edge.rule, edge.detail, edge.score)
        )
    return reasons


def _gather_misses(
    names: Sequence[Name], outcome: Outcome, home_of: dict[int, int]
) -> tuple[dict[int, list[Reason]], dict[int, set[int]]]:
    """Near misses and candidates of each cluster."""
    misses: dict[int, list[Reason]] = defaultdict(list)
    candidates: dict[int, set[int]] = defaultdict(set)
    for edge, a, b, why in outcome.clusters.refused:
        for one, other in ((a, b), (b, a)):
            detail = f"not merged with '{names[other].form}': {why}"
            misses[home_of[one]].append(
                Reason(names[one].form, names[other].form, edge.rule, detail, edge.score)
            )
    for reference in outcome.ambiguous:
        place = home_of[reference.short]
        owners = {home_of[target] for target in reference.targets} - {place}
        candidates[place] |= owners
        shown = " and ".join(f"'{names[t].form}'" for t in reference.targets)
        detail = f"not merged: {reference.words} both {shown}"
        for target in reference.targets:
            misses[place].append(
                Reason(
                    names[reference.short].form,
                    names[target].form,
                    "ambiguous",
                    detail,
                    reference.score,
                )
            )
    return misses, candidates
