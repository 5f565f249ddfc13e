"""Other names that the text itself gives: *Mohamed Hamdan Dagalo, best kjent som Hemedti*.

Of people and organisations alone: a town *tidligere kjent som* another is told apart.
The annotated texts have four such pairs of people and organisations, and all are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ntbner.normaliser.cluster import Edge
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import Name, number_mentions
from ntbner.records import ORG, PER, Mention

SCORE_CALLED: Final = 0.93

SIGNS: Final = ("kjent som ", "kjend som ", "kjent under ", "kjend under ", " heter ", " heiter ")
"""One of these stands between the two names: most texts have none."""

_CALLED: Final = re.compile(
    r",? (?:(?:også|òg|best|bedre|betre|mest) )*(?:kjent|kjend) "
    r"(?:som|under (?:artist|dekk|kunstnar|kunstner)?na[vm]net) "
    r"|, som (?:egentlig |eigentleg )?(?:heter|heiter) "
)


def join_called(
    mentions: Sequence[Mention], names: Sequence[Name], context: Context
) -> Iterator[Edge]:
    """Edges between two names of which the text says that they are one.

    Args:
        mentions: In the order of the text.
        names: The names of the document.
        context: The text.
    """
    if context.text is None or not any(sign in context.text for sign in SIGNS):
        return
    number_of = number_mentions(names)
    for first, second in pairwise(mentions):
        gap = context.between(first, second)
        if gap is None or _CALLED.fullmatch(gap) is None:
            continue
        a, b = number_of[id(first)], number_of[id(second)]
        if a != b and names[a].type == names[b].type and names[a].type in (PER, ORG):
            yield Edge(b, a, "called", f"the text calls '{names[a].form}' so", SCORE_CALLED)
