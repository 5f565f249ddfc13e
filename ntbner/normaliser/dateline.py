"""Datelines: the place at the head of a report, with the agency behind it (*RAWA (NTB):*).

A person may stand so with a party (*Kari Nordmann (H):*), so the brackets must hold a news
agency or a newspaper that the lexicon knows.
"""

from __future__ import annotations

import re
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.normaliser.context import Context
from ntbner.records import Mention

_AGENCY: Final = re.compile(r" \(([^()\n]{2,30})\) ?[:–-]")
_JOINTS: Final = re.compile(r"\s*[-/–,]\s*")


def is_dateline(mention: Mention, context: Context, lexicon: Lexicon) -> bool:
    """Whether a mention stands where a report says from where it comes.

    >>> from ntbner.lexicon import packaged
    >>> text = "RAWA (NTB-Reuters): Byen er tatt."
    >>> is_dateline(Mention(0, 4, "RAWA", "ORG"), Context(text), packaged())
    True
    """
    if context.text is None or not context.holds(mention):
        return False
    agency = _AGENCY.match(context.text, mention.end)
    if agency is None:
        return False
    line = context.text.rfind("\n", 0, mention.start) + 1
    if context.text[line : mention.start].strip():
        return False
    first = _JOINTS.split(agency[1])[0]
    return any(entry.kind == "media" for entry in lexicon.find(first))
