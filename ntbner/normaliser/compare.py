"""Are two names the same? Gate before score, three answers, a reason for each.

In this order, the first that answers decides:

1. the same letters, or the same without breaks, Arabic articles and what other keyboards
   lack (*Tromsø, Tromso*): same;
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
from typing import TYPE_CHECKING, Final, NamedTuple

from ntbner.errors import InputError
from ntbner.lexicon import packaged
from ntbner.lexicon.categories import Category, listed
from ntbner.lexicon.lexicon import check_lexicon
from ntbner.names.words import CLUB_FORMS, LEGAL_FORMS, ORGANISATION_WORDS
from ntbner.normaliser.given import check_iterable, describe_bad_name, read_pair, read_type
from ntbner.normaliser.pairs.bodies import judge_bodies
from ntbner.normaliser.pairs.parsed import Parsed, prepare
from ntbner.normaliser.pairs.people import judge_people
from ntbner.normaliser.pairs.places import judge_places
from ntbner.normaliser.pairs.verdict import DIFFERENT, SAME, UNSURE, Verdict
from ntbner.records import TYPES, Comparison, Judgement

if TYPE_CHECKING:
    from ntbner.lexicon import Lexicon

PAIR: Final = "two names to compare, ('Kyiv', 'Kiev')"
"""What an item of :func:`compare_many` is."""

SHORTEST_SOLID: Final = 3
"""Letters of the shortest name that is the same when only case and breaks differ."""


def compare(
    a: str, b: str, *, type: str | None = None, lexicon: Lexicon | None = None
) -> Comparison:
    """Whether two names mean the same, as far as names alone can say.

    Args:
        a: A name without genitive.
        b: Another.
        type: ``PER``, ``LOC`` or ``ORG`` of both, or another tagger's label for one
            (``PERSON``, ``GPE`` …); guessed from their words where ``None``.
        lexicon: Known names; ``None`` for the packaged ones.

    Returns:
        Judgement, score and reasons; the same for ``compare(b, a)``.

    Raises:
        InputError: A name is no string, ``type`` means nothing to us, or ``lexicon`` is no
            lexicon.

    >>> compare("Sotsji", "Sochi", type="LOC").judgement.name
    'SAME'
    >>> compare("Erna Solberg", "Svend Solberg", type="PER").judgement.name
    'DIFFERENT'
    """
    if not (isinstance(a, str) and isinstance(b, str)):
        raise InputError(describe_bad_name(a if not isinstance(a, str) else b))
    known = packaged() if lexicon is None else check_lexicon(lexicon)
    return find_comparer(known).compare(a, b, type if type in TYPES else _read_type(type))


def compare_many(
    pairs: Iterable[tuple[str, str]], *, type: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[Comparison]:
    """Comparisons of many pairs, in order, lazily; as :func:`compare`, with less ado.

    Raises:
        InputError: An item is no pair of strings, or as for :func:`compare`.

    >>> [c.judgement.name for c in compare_many([("Kyiv", "Kiev"), ("Irak", "Iran")], type="LOC")]
    ['SAME', 'DIFFERENT']
    """
    known = packaged() if lexicon is None else check_lexicon(lexicon)
    return _compare_each(check_iterable(pairs), _read_type(type), find_comparer(known))


def _compare_each(
    pairs: Iterable[tuple[str, str]], type: str | None, comparer: Comparer
) -> Iterator[Comparison]:
    judge = comparer.judge
    for number, pair in enumerate(pairs):
        a, b = pair if pair.__class__ is tuple and len(pair) == 2 else (None, None)
        if not (isinstance(a, str) and isinstance(b, str)):
            a, b = read_pair(pair, number, PAIR)
        yield (judge(a, b, type) if a <= b else judge(b, a, type)).as_comparison()


def _read_type(label: str | None) -> str | None:
    return None if label is None else read_type(label)


class Known(NamedTuple):
    """A name as it is compared: its parts, and what the lexicon knows by it.

    Attributes:
        parsed: The name in the shapes that rules ask for.
        entries: Ids of the lexicon's entries of the type that are called so; where some
            entry has it for its own name, of those alone.
        all_entries: Ids of all entries of the type that go by it.
        any_entries: Ids of all entries of any type that go by it.
    """

    parsed: Parsed
    entries: frozenset[str]
    all_entries: frozenset[str]
    any_entries: frozenset[str]


class Comparer:
    """Compares names against one lexicon and remembers what it has looked up.

    Args:
        lexicon: Known names.
    """

    __slots__ = ("_known", "_lexicon", "_seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str | None, dict[str, Known]] = {}
        self._seen: dict[tuple[str, str, str | None], Comparison] = {}

    def compare(self, a: str, b: str, type: str | None = None) -> Comparison:
        """As :func:`compare`."""
        key = (a, b, type) if a <= b else (b, a, type)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= MEMORY:
                self._seen.clear()
            found = self._seen[key] = self.judge(*key).as_comparison()
        return found

    def judge(self, a: str, b: str, type: str | None) -> Verdict:
        """The verdict on two names, of which the first sorts first; nothing is remembered."""
        return self.judge_known(self.know(a, type), self.know(b, type), type)

    def judge_known(self, first: Known, second: Known, type: str | None) -> Verdict:
        """As :meth:`judge` for names that are made ready."""
        one, other = first.parsed, second.parsed
        if one.text == other.text:
            return SAME_FORM
        known = self._ask_lexicon(first, second)
        if known is DIFFERENT:
            return TWO_ENTRIES
        if one.solid == other.solid and len(one.solid) >= SHORTEST_SOLID:
            return SAME_LETTERS
        if one.stripped == other.stripped and is_stripped(one, other):
            return SAME_STRIPPED
        if known is SAME:
            shared = min(first.entries & second.entries)
            name = next(e.name for e in self._lexicon.find(one.text) if e.id == shared)
            return Verdict(SAME, 0.95, f"lexicon: both are names of '{name}'")
        if known is UNSURE:
            return HOMONYM
        verdict = RULES[type if type in RULES else guess_type(one, other)](one, other)
        if verdict.adds and is_shorter_known(first, second):
            return ONE_ENTRY
        return verdict

    def know(self, name: str, type: str | None) -> Known:
        """A name made ready, once."""
        known = self._known.get(type)
        if known is None:
            known = self._known[type] = {}
        found = known.get(name)
        if found is None:
            if len(known) >= MEMORY:
                known.clear()
            found = known[name] = self._look_up(name, type)
        return found

    def _look_up(self, name: str, type: str | None) -> Known:
        parsed = prepare(name)
        found = self._lexicon.find(parsed.text)
        if not found:
            return Known(parsed, NOTHING, NOTHING, NOTHING)
        entries = [entry for entry in found if type is None or entry.type == type]
        own = frozenset(entry.id for entry in entries if entry.name == parsed.text)
        every = frozenset(entry.id for entry in entries)
        return Known(parsed, own or every, every, frozenset(entry.id for entry in found))

    def _ask_lexicon(self, first: Known, second: Known) -> Judgement | None:
        """What the lexicon says of two names, if it says anything.

        A pair that is stated to be different is so, whatever entries say; a name that an
        entry bears is not said of another that goes by it too (*Samara*, and *Samarra*).
        """
        one, other = first.any_entries, second.any_entries
        apart = self._lexicon.parts(first.parsed.text, second.parsed.text) or (
            bool(one) and bool(other) and one.isdisjoint(other)
        )
        if not first.entries or not second.entries:
            return DIFFERENT if apart and not (one and other) else None
        if apart:
            return DIFFERENT
        return UNSURE if first.entries.isdisjoint(second.entries) else SAME


NOTHING: Final[frozenset[str]] = frozenset()
SAME_FORM: Final = Verdict(SAME, 1.0, "same form")
SAME_LETTERS: Final = Verdict(SAME, 0.98, "same letters, accents, case and breaks aside")
SAME_STRIPPED: Final = Verdict(SAME, 0.97, "same letters, one without Norwegian ones")
TWO_ENTRIES: Final = Verdict(DIFFERENT, 0.0, "lexicon: two different entries")
ONE_ENTRY: Final = Verdict(UNSURE, 0.45, "lexicon: it has the shorter name, and no longer one")
HOMONYM: Final = Verdict(UNSURE, 0.45, "lexicon: one is another's name too")

MEMORY: Final = 500_000
"""Comparisons that are remembered before the memory is emptied (about 150 MB)."""

RULES: Final = {"PER": judge_people, "LOC": judge_places, "ORG": judge_bodies}
"""The rules of each type."""


def is_stripped(one: Parsed, other: Parsed) -> bool:
    """Whether one of two names that are the same without æ, ø, å and accents has none of them.

    *Vågå* and *Våga* are written with a keyboard that has them, so they are two names.
    """
    plain = one.text.isascii() or other.text.isascii()
    return plain and len(one.stripped) >= SHORTEST_SOLID


def is_shorter_known(first: Known, second: Known) -> bool:
    """Whether the lexicon has the one of two names that has fewer words, and it alone.

    *Telenor Norge* and *Inter Miami* are no names of what it knows as *Telenor* and *Inter*.
    """
    if len(first.parsed.words) > len(second.parsed.words):
        first, second = second, first
    return bool(first.entries) and not second.entries


@lru_cache(maxsize=8)
def find_comparer(lexicon: Lexicon) -> Comparer:
    """The comparer of a lexicon, which remembers what it has looked up."""
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
