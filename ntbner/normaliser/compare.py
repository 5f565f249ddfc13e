"""Are two names the same? Gate before score, three answers, a reason for each.

In this order, the first that answers decides:

1. the same letters, or the same without breaks and Arabic articles: same;
2. the lexicon: one entry for both is same; two entries, or a pair known to differ, is
   different;
3. the rules for their type: :mod:`~ntbner.normaliser.pairs.people`,
   :mod:`~ntbner.normaliser.pairs.places`, :mod:`~ntbner.normaliser.pairs.bodies`.

The score orders pairs with one judgement; it never makes one. Nothing here looks at a
text: that a bare *Assad* is *Bashar al-Assad* is for the document to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ntbner.lexicon import packaged
from ntbner.lexicon.categories import Category, listed
from ntbner.names.words import CLUB_FORMS, LEGAL_FORMS, ORGANISATION_WORDS
from ntbner.normaliser.pairs.bodies import judge_bodies
from ntbner.normaliser.pairs.parsed import Parsed, prepare
from ntbner.normaliser.pairs.people import judge_people
from ntbner.normaliser.pairs.places import judge_places
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, Verdict
from ntbner.records import Comparison

if TYPE_CHECKING:
    from ntbner.lexicon import Lexicon

SHORTEST_SOLID: Final = 3
"""Letters of the shortest name that is the same when only case and breaks differ."""


def compare(
    a: str, b: str, *, type: str | None = None, lexicon: Lexicon | None = None
) -> Comparison:
    """Whether two names mean the same, as far as names alone can say.

    Args:
        a: A name without genitive.
        b: Another.
        type: ``PER``, ``LOC`` or ``ORG`` of both; guessed from their words where ``None``.
        lexicon: Known names; ``None`` for the packaged ones.

    Returns:
        Judgement, score and reasons; the same for ``compare(b, a)``.

    >>> compare("Sotsji", "Sochi", type="LOC").judgement.name
    'SAME'
    >>> compare("Erna Solberg", "Svend Solberg", type="PER").judgement.name
    'DIFFERENT'
    """
    return _comparer(packaged() if lexicon is None else lexicon).compare(a, b, type)


def compare_many(
    pairs: Iterable[tuple[str, str]], *, type: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[Comparison]:
    """Comparisons of many pairs, in order, lazily; as :func:`compare`, with less ado.

    >>> [c.judgement.name for c in compare_many([("Kyiv", "Kiev"), ("Irak", "Iran")], type="LOC")]
    ['SAME', 'DIFFERENT']
    """
    judge = _comparer(packaged() if lexicon is None else lexicon).compare
    return (judge(a, b, type) for a, b in pairs)


class Comparer:
    """Compares names against one lexicon and remembers what it has looked up.

    Args:
        lexicon: Known names.
    """

    __slots__ = ("_known", "_lexicon", "_seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[str, str | None], frozenset[str]] = {}
        self._seen: dict[tuple[str, str, str | None], Comparison] = {}

    def compare(self, a: str, b: str, type: str | None = None) -> Comparison:
        """As :func:`compare`."""
        key = (a, b, type) if a <= b else (b, a, type)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= MEMORY:
                self._seen.clear()
            verdict = self.judge(prepare(key[0]), prepare(key[1]), type)
            found = Comparison(verdict.judgement, round(verdict.score, 4), (verdict.reason,))
            self._seen[key] = found
        return found

    def judge(self, one: Parsed, other: Parsed, type: str | None) -> Verdict:
        """The verdict on two prepared names."""
        if one.text == other.text:
            return Verdict(SAME, 1.0, "same form")
        if self._lexicon.separate(one.text, other.text) and self._differ(one, other, type):
            return Verdict(DIFFERENT, 0.0, "lexicon: two different entries")
        if one.solid == other.solid and len(one.solid) >= SHORTEST_SOLID:
            return Verdict(SAME, 0.98, "same letters, accents, case and breaks aside")
        shared = self.entries(one.text, type) & self.entries(other.text, type)
        if shared:
            return Verdict(SAME, 0.95, f"lexicon: both are names of {min(shared)}")
        return RULES[type if type in RULES else guess_type(one, other)](one, other)

    def entries(self, form: str, type: str | None) -> frozenset[str]:
        """Ids of the lexicon's entries by a form."""
        key = (form, type)
        found = self._known.get(key)
        if found is None:
            found = frozenset(entry.id for entry in self._lexicon.find(form, type=type))
            self._known[key] = found
        return found

    def _differ(self, one: Parsed, other: Parsed, type: str | None) -> bool:
        """Whether what the lexicon holds apart are entries of this type, or a stated pair."""
        first, second = self.entries(one.text, type), self.entries(other.text, type)
        if first and second:
            return first.isdisjoint(second)
        return not (self.entries(one.text, None) and self.entries(other.text, None))


MEMORY: Final = 500_000
"""Comparisons that are remembered before the memory is emptied (about 150 MB)."""

RULES: Final = {"PER": judge_people, "LOC": judge_places, "ORG": judge_bodies}
"""The rules of each type."""


@lru_cache(maxsize=8)
def _comparer(lexicon: Lexicon) -> Comparer:
    return Comparer(lexicon)


def guess_type(one: Parsed, other: Parsed) -> str:
    """The type whose rules two names are compared by where none is given.

    Organisations by their words, people by a given name or initials before another word,
    places otherwise.
    """
    words = {*one.words, *other.words}
    if words & ORGANISATION_WORDS or words & CLUB_FORMS or words & LEGAL_FORMS:
        return "ORG"
    for name in (one, other):
        first = name.text.split(" ")[0]
        if len(name.words) > 1 and (listed(first) & Category.GIVEN_NAME or len(first) <= 2):
            return "PER"
    return "LOC"
