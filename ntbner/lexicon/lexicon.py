"""The lexicon: forms to entries, and which names must not be taken for each other.

1. A form is looked up under its folded key (:func:`~ntbner.lexicon.folding.fold_form`).
2. Entries that have the form exactly beat those that only share the key.
3. A key shared by accident is no hit: a form in lower case is not a name unless an entry
   is written so, and short acronyms (*IS*, *FN*, *AP*) are matched to the letter.

Lexicons combine with ``|``: the left one's entries beat the right one's, form by form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from ntbner.lexicon.entry import Entry
from ntbner.lexicon.folding import fold_form

LONGEST_EXACT_ACRONYM: Final = 3
"""Forms up to this many letters must match to the letter: *IS* is not *is*, *Ap* is not *AP*."""


class Store(Protocol):
    """Where a lexicon keeps its entries: in memory, or in the packaged files."""

    def ids(self, key: str) -> tuple[str, ...]:
        """Ids of the entries that have a form with this folded key."""

    def entry(self, id: str) -> Entry:
        """The entry with this id."""

    def __iter__(self) -> Iterator[Entry]:
        """All entries."""

    def __len__(self) -> int:
        """Number of entries."""


class MemoryStore:
    """Entries held in memory, indexed by the folded keys of their forms."""

    __slots__ = ("_entries", "_index")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._index: dict[str, tuple[str, ...]] = {}
        for entry in self._entries.values():
            for key in {fold_form(form) for form in entry.forms}:
                self._index[key] = (*self._index.get(key, ()), entry.id)

    def ids(self, key: str) -> tuple[str, ...]:
        """Ids of the entries that have a form with this folded key."""
        return self._index.get(key, ())

    def entry(self, id: str) -> Entry:
        """The entry with this id."""
        return self._entries[id]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)


class Lexicon:
    """Names that are known beforehand.

    Args:
        entries: The entries; of two with one id the later stands.
        different: Pairs of forms that are not the same, whatever else speaks for it.

    >>> lexicon = Lexicon(
    ...     [Entry("body:fn", "ORG", "body", "FN", aliases=("De forente nasjoner",))],
    ...     different=[("Ola Nordmann", "Ole Nordmann")],
    ... )
    >>> [entry.id for entry in lexicon.find("de forente nasjoner".title())]
    ['body:fn']
    >>> lexicon.separate("Ole Nordmann", "Ola Nordmann")
    True
    """

    __slots__ = ("_cache", "_different", "_stores")

    def __init__(
        self,
        entries: Iterable[Entry] | Store = (),
        *,
        different: Iterable[tuple[str, str]] = (),
    ) -> None:
        if isinstance(entries, Iterable) and not hasattr(entries, "ids"):
            store: Store = MemoryStore(entries)
        else:
            store = entries  # type: ignore[assignment]  # told apart by the line above
        self._stores: tuple[Store, ...] = (store,)
        self._different = frozenset(_pair(a, b) for a, b in different)
        self._cache: dict[str, tuple[Entry, ...]] = {}

    # ── looking up ───────────────────────────────────────────────────────────

    def find(self, form: str, *, type: str | None = None) -> tuple[Entry, ...]:
        """The entries that go by a form.

        Args:
            form: A base form (no genitive), as written in a text.
            type: Only entries of this type; ``None`` for all.

        Returns:
            Entries that have the form exactly; failing that, those with its folded key.
            Several for a homonym (*Georgia*), none for an unknown name.
        """
        found = self._cache.get(form)
        if found is None:
            found = self._cache[form] = self._look_up(form)
        if type is None:
            return found
        return tuple(entry for entry in found if entry.type == type)

    def _look_up(self, form: str) -> tuple[Entry, ...]:
        key = fold_form(form)
        for store in self._stores:
            entries = [store.entry(id) for id in store.ids(key)]
            exact = tuple(entry for entry in entries if form in entry.forms)
            if exact:
                return exact
            close = tuple(entry for entry in entries if _well_formed(form, key, entry))
            if close:
                return close
        return ()

    def types_of(self, form: str) -> frozenset[str]:
        """The types that a form can have; one element decides, several do not.

        Args:
            form: A base form. A single given name or surname counts as ``PER``, except
                where the form is a country.

        >>> from ntbner.lexicon import packaged
        >>> sorted(packaged().types_of("Tyrkia"))
        ['LOC']
        """
        from ntbner.lexicon.categories import given_name, surname

        found = self.find(form)
        types = {entry.type for entry in found}
        if all(entry.kind != "country" for entry in found) and (given_name(form) or surname(form)):
            types.add("PER")
        return frozenset(types)

    def separate(self, a: str, b: str) -> bool:
        """Whether two forms are known to mean different things.

        True for a "not the same" pair, and for two forms that are both known and share no
        entry. Forms that are not known are not known to be different.
        """
        if self._different and _pair(a, b) in self._different:
            return True
        first = {entry.id for entry in self.find(a)}
        return (
            bool(first)
            and bool(second := {entry.id for entry in self.find(b)})
            and (first.isdisjoint(second))
        )

    def __iter__(self) -> Iterator[Entry]:
        for store in self._stores:
            yield from store

    def __len__(self) -> int:
        return sum(len(store) for store in self._stores)

    # ── combining ────────────────────────────────────────────────────────────

    def merged(self, other: Lexicon) -> Lexicon:
        """Both lexicons; where both know a form, this one's entries stand."""
        both = Lexicon()
        both._stores = (*self._stores, *other._stores)
        both._different = self._different | other._different
        return both

    def __or__(self, other: Lexicon) -> Lexicon:
        return self.merged(other)


def _pair(a: str, b: str) -> tuple[str, str]:
    first, second = sorted((fold_form(a), fold_form(b)))
    return first, second


def _well_formed(form: str, key: str, entry: Entry) -> bool:
    """Whether a form that only shares a key with an entry can still mean it."""
    if len(key) <= LONGEST_EXACT_ACRONYM and any(
        fold_form(acronym) == key for acronym in entry.acronyms
    ):
        return False
    return any(char.isupper() for char in form)
