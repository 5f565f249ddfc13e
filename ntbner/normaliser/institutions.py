"""Institutions that go by a part of their name: *Lillevik skole*, *Lillevik*.

Where a text has a school, or something *in* a place (*Museet i Lillevik*), it means that by the
name alone too, whether a mention is tagged as a place or an organisation. Not so where the lexicon
knows the name, where several are called so, or where a mention stands behind *i*, as villages do
(*i Lillevik*; pupils are *ved* or *på* Lillevik). On NARC's training part the rule is right seven
times of seven. Of centres, hotels and churches it is not: they are in the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from ntbner.names.words import SCHOOLS
from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import Name
from ntbner.records import LOC, ORG

SCORE_INSTITUTION: Final = 0.7


def join_institutions(names: Sequence[Name], context: Context) -> Iterator[Edge]:
    """Edges from the short name of an institution to its whole one, which may be of another type.

    Args:
        names: The names of a document.
        context: The text.
    """
    wholes: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        opening = find_opening(name) if len(name.words) > 1 else ""
        if opening:
            wholes[opening].append(number)
    for number, name in enumerate(names if wholes else ()):
        found = wholes.get(name.key, ())
        if len(found) == 1 and _may_be_short(name, context):
            detail = f"short for '{names[found[0]].form}'"
            yield Edge(number, found[0], "part", detail, SCORE_INSTITUTION)


def share_types(names: Sequence[Name], edges: Sequence[Edge]) -> None:
    """Give both names of each edge the type of the whole one, if it is known or mentioned as
    often, else that of the short one.
    """
    for edge in edges:
        short, whole = names[edge.a], names[edge.b]
        is_weightier = bool(whole.entries) or whole.count >= short.count
        short.type = whole.type = whole.type if is_weightier else short.type


def find_opening(name: Name) -> str:
    """The key of what stands before the word for a school, or before *i*; or nothing.

    >>> from ntbner.normaliser.name import make_key
    >>> forms = "Lillevik skole", "Museet i Lillevik", "Lillevik hotell"
    >>> [find_opening(Name(make_key(form), "LOC", (), {form: 1})) for form in forms]
    ['lillevik', 'museet', '']
    """
    if name.type not in (LOC, ORG):
        return ""
    if name.words[-1].endswith(SCHOOLS):
        return " ".join(name.words[:-1])
    opening, _, place = name.key.partition(" i ")
    return opening if place else ""


def _may_be_short(name: Name, context: Context) -> bool:
    """Whether a name is none that is known, nor a village's by what stands before it."""
    return (
        name.type in (LOC, ORG)
        and not name.entries
        and all((context.words_around(m)[0] or "").lower() != "i" for m in name.mentions)
    )
