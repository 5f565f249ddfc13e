"""When two names of one document must not meet: the binding *different*.

A name that says less than another is not different from it; names differ where both say
something and it does not agree: type, given name, number, point of the compass, or what
the lexicon knows them as.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.names.words import POINTS, PRINCES, ROMAN
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import Name, number_mentions
from ntbner.normaliser.namesakes import tell_apart
from ntbner.normaliser.person_parts import find_double_surnames, list_surnames
from ntbner.records import PER, Mention

CLOSING: Final = frozenset({"og"})
"""What stands before the last item of a list."""
JOINTS: Final = frozenset({",", *CLOSING})
"""What stands between the items of a list, and before its last."""

LONGEST_JOINT: Final = 6
"""Characters of the longest of them, with the spaces around it."""


class Judge:
    """Says of two names by number why they are different, or ``None``.

    Args:
        names: The names of a document.
        lexicon: Known names, and pairs known to be different.
        listed: Pairs of numbers, the smaller first, that the text lists (:func:`find_listed`).
        princes: Numbers of names that stand behind a prince's title (:func:`find_princes`).
        spelt_out: Pairs of numbers of an acronym and the long form that the text gives it,
            whatever else is known by it.
    """

    def __init__(
        self,
        names: Sequence[Name],
        lexicon: Lexicon,
        listed: Collection[tuple[int, int]] = frozenset(),
        princes: Collection[int] = frozenset(),
        spelt_out: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._names = names
        self._lexicon = lexicon
        self._listed = listed
        self._princes = princes
        self._spelt_out = {(min(pair), max(pair)) for pair in spelt_out}
        self._surnames = find_double_surnames(names)
        self._answers: dict[tuple[int, int], str | None] = {}

    def __call__(self, a: int, b: int) -> str | None:
        """Why the names with these numbers must not meet."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self._answers:
            self._answers[pair] = self._find_difference(*pair)
        return self._answers[pair]

    def _find_difference(self, a: int, b: int) -> str | None:
        first, second = self._names[a], self._names[b]
        if (a, b) in self._listed and not _are_spellings(first, second):
            return "side by side with 'og'"
        if (a in self._princes and second.person.suffix) or (
            b in self._princes and first.person.suffix
        ):
            return "prince and king"
        if first.type == second.type == PER and not self._surnames.isdisjoint((a, b)):
            surnames = [set(list_surnames(name)) for name in (first, second)]
            if surnames[0] & surnames[1]:
                return None
        is_spelt_out = (a, b) in self._spelt_out
        return find_difference(first, second, self._lexicon, is_spelt_out=is_spelt_out)


def find_listed(
    mentions: Sequence[Mention], names: Sequence[Name], context: Context
) -> frozenset[tuple[int, int]]:
    """Pairs of names that stand side by side in a list that ends with *og*: nobody lists one
    thing twice.

    Args:
        mentions: In the order of the text.
        names: The names of the document.
        context: The text.
    """
    number_of: dict[int, int] = {}
    pairs: set[tuple[int, int]] = set()
    for items in _read_lists(mentions, context.text or ""):
        if not all(map(context.holds, items)):
            continue
        if not number_of:
            number_of = number_mentions(names)
        numbers = sorted({number_of[id(item)] for item in items})
        pairs.update(combinations(numbers, 2))
    return frozenset(pairs)


def _read_lists(mentions: Sequence[Mention], text: str) -> Iterator[list[Mention]]:
    """The mentions that stand between commas, up to the one behind *og*."""
    items: list[Mention] = []
    for mention in mentions:
        gap = mention.start - items[-1].end if items else 0
        word = text[items[-1].end : mention.start].strip() if 0 < gap <= LONGEST_JOINT else ""
        if word not in JOINTS:
            items = []
        items.append(mention)
        if word in CLOSING:
            yield items
            items = [mention]


def find_princes(names: Sequence[Name], context: Context) -> frozenset[int]:
    """Numbers of the names that stand behind a prince's or princess's title in the text, where
    somebody has a king's number (*kronprins Haakon*, *Haakon VII*).
    """
    if not any(name.type == PER and name.person.suffix for name in names):
        return frozenset()
    return frozenset(
        number
        for number, name in enumerate(names)
        if name.type == PER and not name.is_full and not name.person.suffix
        if any((context.words_around(m)[0] or "").lower() in PRINCES for m in name.mentions)
    )


def find_difference(
    a: Name, b: Name, lexicon: Lexicon, *, is_spelt_out: bool = False
) -> str | None:
    """Why two names cannot mean the same, or ``None``; symmetric.

    Args:
        a: A name.
        b: Another.
        lexicon: Known names.
        is_spelt_out: Whether the text says that one is the acronym of the other, which
            outweighs what the packaged lexicon knows by it.
    """
    if a.type != b.type:
        return f"different type, {min(a.type, b.type)} and {max(a.type, b.type)}"
    if any(lexicon.parts(x, y) for x in a.forms for y in b.forms):
        return "said to be different"
    if _own_ids(a) & _own_ids(b):
        return None
    outweighed = is_spelt_out and not any(entry.is_own for entry in (*a.entries, *b.entries))
    if not outweighed and _known_apart(a, b, lexicon):
        return "known as different"
    if a.type == PER:
        return tell_apart(a, b)
    if _numbers(a) and _numbers(b) and _numbers(a) != _numbers(b):
        return "different number"
    if _points(a) and _points(b) and _points(a) != _points(b):
        return "different point of the compass"
    return None


def _known_apart(a: Name, b: Name, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows two names as different, and each as something of its own type.

    A surname that is also a town (*Halden*) is not told from another by the towns.
    """
    if not any(lexicon.separate(x, y) for x in a.forms for y in b.forms):
        return False
    if not a.entries or not b.entries:
        return True
    types_a = {entry.type for entry in a.entries}
    types_b = {entry.type for entry in b.entries}
    return a.type in types_a and b.type in types_b


def _are_spellings(a: Name, b: Name) -> bool:
    """Whether two listed names are one in two spellings, as in a text about its spelling: the
    user says so, or for others than people the lexicon or the sounds (*Sotsji og Sochi*).
    """
    if _own_ids(a) & _own_ids(b):
        return True
    if a.type == PER:
        return False
    known = {entry.id for entry in a.entries} & {entry.id for entry in b.entries}
    return bool(known) or (len(a.words) == len(b.words) and a.skeleton == b.skeleton)


def _own_ids(name: Name) -> set[str]:
    """Ids of the user's own entries that a name goes by: what they join, no rule parts."""
    return {entry.id for entry in name.entries if entry.is_own and entry.type == name.type}


def _numbers(name: Name) -> frozenset[str]:
    digits = {"".join(filter(str.isdigit, word)) for word in name.words}
    romans = {word for word in name.words[1:] if word in ROMAN}
    return frozenset((digits - {""}) | (romans - {"i"}))


def _points(name: Name) -> frozenset[str]:
    return frozenset(POINTS[word] for word in name.words if word in POINTS)
