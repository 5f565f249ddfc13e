"""Where a lexicon keeps its entries: in memory, or in the packaged files.

A form is looked up under its folded key (:func:`~ntbner.lexicon.folding.fold_form`):

1. Entries that have the form exactly beat those that only share the key.
2. A key shared by accident is no hit: a form in lower case is not a name unless an entry
   is written so, and short acronyms (*IS*, *FN*, *AP*) are matched to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Protocol, runtime_checkable

from ntbner.errors import InputError
from ntbner.lexicon.entry import Entry
from ntbner.lexicon.folding import fold_form
from ntbner.records import TYPES

LONGEST_EXACT_ACRONYM: Final = 3
"""Forms up to this many letters must match to the letter: *IS* is not *is*, *Ap* is not *AP*."""


@runtime_checkable
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
        self._entries = {entry.id: entry for entry in map(_check_entry, entries)}
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


def look_into(store: Store, form: str) -> tuple[Entry, ...]:
    """The entries of one store that have a form; failing that, those with its key."""
    key = fold_form(form)
    entries = [store.entry(id) for id in store.ids(key)]
    exact = tuple(entry for entry in entries if form in entry.forms)
    return exact or tuple(entry for entry in entries if _well_formed(form, key, entry))


def _well_formed(form: str, key: str, entry: Entry) -> bool:
    """Whether a form that only shares a key with an entry can still mean it."""
    if len(key) <= LONGEST_EXACT_ACRONYM and any(
        fold_form(acronym) == key for acronym in entry.acronyms
    ):
        return False
    return any(char.isupper() for char in form)


def _check_entry(entry: Entry) -> Entry:
    if not isinstance(entry, Entry):
        raise InputError(
            f"a Lexicon is made of ntbner.Entry, found {type(entry).__name__} ({entry!r:.60}); "
            f"pass Entry(id, type, kind, name, aliases=(…,))"
        )
    if entry.type not in TYPES:
        raise InputError(
            f"the entry {entry.id!r} has the type {entry.type!r}; expected {', '.join(TYPES)}"
        )
    if not all(isinstance(form, str) and form.strip() for form in entry.forms):
        raise InputError(f"the entry {entry.id!r} has a form without letters: {entry.forms!r:.60}")
    return entry
