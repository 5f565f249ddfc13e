"""A user's own names: found in the text as they are written, whatever the tagger says.

A newsroom that lists a name wants it found. Every form of a user's lexicon is looked for,
letter for letter, as a word of its own, with or without a genitive ending; longer forms
first. What the tagger found inside a listed form gives way to it, a longer name that holds
the form stays (*Kari* in *Kari Nordmann*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.normaliser.name import sort_mentions
from ntbner.records import Mention

ENDING: Final = r"(?:['’]?s|(?<=[sxzSXZ])['’])?(?![\w]|[-‐‑–]\w)"
"""A genitive ending or none, then the end of the word; a compound is found elsewhere."""


def find_own(text: str, mentions: Iterable[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions, and those of a user's names, in the order of the text.

    Args:
        text: The text.
        mentions: What the tagger found.
        lexicon: Known names, of which the user's own are looked for
            (:attr:`~ntbner.Entry.is_own`).

    Returns:
        Mentions without overlap among those that were added; an added one has no label and
        no confidence.

    >>> from ntbner.lexicon import Entry
    >>> own = Lexicon([Entry("own:1", "ORG", "own", "Kraftlauget", aliases=("laget",))])
    >>> [(m.text, m.type) for m in find_own("Kraftlaugets leder. Nå vil laget mer.", [], own)]
    [('Kraftlaugets', 'ORG'), ('laget', 'ORG')]
    """
    pattern, types = _compile(lexicon)
    given = sort_mentions(mentions)
    if pattern is None:
        return given
    kept: list[Mention] = []
    overlapping: list[Mention] = []
    place = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        while place < len(given) and given[place].start < end:
            overlapping.append(given[place])
            place += 1
        kept += [m for m in overlapping if m.end <= start]
        overlapping = [m for m in overlapping if m.end > start]
        if any(m.start <= start and end <= m.end for m in overlapping):
            continue
        overlapping = [Mention(start, end, match[0], types[match[1]])]
    return sort_mentions((*kept, *overlapping, *given[place:]))


@lru_cache(maxsize=8)
def _compile(lexicon: Lexicon) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """One pattern for all forms of one meaning, and the type of each."""
    types: dict[str, set[str]] = {}
    for entry in lexicon.own_entries():
        for form in entry.forms:
            types.setdefault(form, set()).add(entry.type)
    certain = {form: kinds.pop() for form, kinds in types.items() if len(kinds) == 1}
    if not certain:
        return None, {}
    longest_first = sorted(certain, key=lambda form: (-len(form), form))
    forms = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w])(?<!\w[-‐‑–])({forms}){ENDING}"), certain
