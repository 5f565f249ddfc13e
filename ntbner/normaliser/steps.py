"""The steps from what a tagger found to the records that are wanted.

1. A user's own names are found (:mod:`.own`), then names inside compounds (:mod:`.derived`).
2. All mentions, of wanted types and others, become records (:mod:`.resolve`): a stray tag
   (*Assad* EVT) may belong to a person, so which types are wanted is asked of the records.
3. A record's mentions take its type.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.normaliser.acronyms import Acronyms
from ntbner.normaliser.derived import derive_mentions
from ntbner.normaliser.own import find_own
from ntbner.normaliser.resolve import normalise
from ntbner.records import OTHER_TYPES, TYPES, Entity, Mention, retype

EVERY_TYPE: Final = (*TYPES, *OTHER_TYPES)
"""The types that are normalised, wanted or not."""


def find_records(
    text: str,
    mentions: Iterable[Mention],
    *,
    types: Collection[str] = TYPES,
    lexicon: Lexicon | None = None,
    language: str | None = None,
    acronyms: Acronyms = "as_written",
) -> list[Entity]:
    """The records of a text.

    Args:
        text: The text as it was tagged.
        mentions: What the tagger found in it, of :data:`EVERY_TYPE`.
        types: The types wanted.
        lexicon: The user's own names alone.
        language: As for :func:`ntbner.normalise`.
        acronyms: As for :func:`ntbner.normalise`.

    >>> tagged = [Mention(0, 6, "Tyrkia", "ORG"), Mention(11, 13, "OL", "EVT")]
    >>> [(r.name, r.type, r.mentions[0].type) for r in find_records("Tyrkia fikk OL.", tagged)]
    [('Tyrkia', 'LOC', 'LOC')]
    """
    if lexicon is not None:
        mentions = find_own(text, mentions, lexicon)
    names = derive_mentions(text, mentions, lexicon=lexicon, types=EVERY_TYPE)
    records = normalise(names, text=text, lexicon=lexicon, language=language, acronyms=acronyms)
    return [_retype_all(record) for record in records if record.type in types]


def _retype_all(record: Entity) -> Entity:
    mentions = tuple(retype(mention, record.type) for mention in record.mentions)
    return record if mentions == record.mentions else replace(record, mentions=mentions)
