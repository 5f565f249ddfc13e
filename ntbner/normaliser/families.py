"""Families: *familien Fjordvik* is no mention of the one Fjordvik that a text names in full.

On NARC's training part such mentions have a cluster of their own, or none, seven times of eight.
"""

from __future__ import annotations

from typing import Final

from ntbner.names.words import FAMILIES, SIBLINGS
from ntbner.normaliser.context import Context
from ntbner.records import PER, Mention

FAMILY: Final = "familien"
"""What stands before a family's name in its key, which parts it from its members' names."""

_WINDOW: Final = 2 + max(map(len, FAMILIES | SIBLINGS))
_JOINTS: Final = frozenset({",", "og"})


def is_family(mention: Mention, context: Context) -> bool:
    """Whether a surname stands for those who bear it together.

    >>> text = "Brødrene Fjordvik møtte brødrene Ola og Per."
    >>> mentions = Mention(9, 17, "Fjordvik", "PER"), Mention(33, 36, "Ola", "PER")
    >>> [is_family(mention, Context(text)) for mention in mentions]
    [True, False]
    """
    if mention.type != PER or context.text is None or " " in mention.text:
        return False
    words = context.text[max(0, mention.start - _WINDOW) : mention.start].lower().split()
    if not words or not context.holds(mention):
        return False
    if words[-1] in SIBLINGS:
        return context.words_around(mention)[1] not in _JOINTS
    return words[-1] in FAMILIES
