"""Datelines: the place at the head of a report, with the agency behind it (*RAWA (NTB):*).

A person may stand so with a party (*Kari Nordmann (H):*), so the brackets must hold a news
agency or a newspaper that the lexicon knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.normaliser.context import Context
from ntbner.records import Mention

_AGENCY: Final = re.compile(r" \(([^()\n]{2,30})\) ?[:–-]")
_JOINTS: Final = re.compile(r"\s*[-/–,]\s*")


def find_datelines(
    mentions: Iterable[Mention], context: Context, lexicon: Lexicon
) -> frozenset[tuple[int, int]]:
    """Start and end of the mentions that stand where a report says from where it comes.

    >>> from ntbner.lexicon import packaged
    >>> context = Context("RAWA (NTB-Reuters): Byen er tatt.")
    >>> find_datelines([Mention(0, 4, "RAWA", "ORG")], context, packaged())
    frozenset({(0, 4)})
    """
    text = context.text or ""
    places = {found.start() for found in _AGENCY.finditer(text) if _is_agency(found[1], lexicon)}
    return frozenset(
        (mention.start, mention.end)
        for mention in (mentions if places else ())
        if mention.end in places and context.holds(mention)
        if not text[text.rfind("\n", 0, mention.start) + 1 : mention.start].strip()
    )


def _is_agency(brackets: str, lexicon: Lexicon) -> bool:
    """Whether what stands in brackets begins with a news agency or a newspaper."""
    return any(entry.kind == "media" for entry in lexicon.find(_JOINTS.split(brackets)[0]))
