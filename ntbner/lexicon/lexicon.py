"""The lexicon: forms to entries, and which names must not be taken for each other.

How a form finds its entry is told in :mod:`~ntbner.lexicon.store`, how a user's own names
are read in :mod:`~ntbner.lexicon.userfile`.

Lexicons combine with ``|``: the left one's entries beat the right one's, form by form.
An entry of the left one whose name the right one knows is the same thing: it adds its
forms and links to what is known, and takes nothing away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from os import PathLike
from typing import Final

from ntbner.errors import InputError
from ntbner.lexicon import userfile
from ntbner.lexicon.entry import Entry
from ntbner.lexicon.pairs import fold_pair, fold_pairs
from ntbner.lexicon.store import MemoryStore, Store, look_into

MEMORY: Final = 100_000
"""Forms whose entries are remembered before the memory is emptied (about 11 MB)."""


class Lexicon:
    """Names that are known beforehand.

    Args:
        entries: The entries; of two with one id the later stands.
        different: Pairs of forms that are not the same, whatever else speaks for it.

    Raises:
        InputError: An entry is none, has a type that is not ``PER``, ``LOC`` or ``ORG``, or
            an empty form; or ``different`` holds no pairs of two names.

    >>> lexicon = Lexicon(
    ...     [Entry("body:fn", "ORG", "body", "FN", aliases=("De forente nasjoner",))],
    ...     different=[("Ola Nordmann", "Ole Nordmann")],
    ... )
    >>> [entry.id for entry in lexicon.find("de forente nasjoner".title())]
    ['body:fn']
    >>> lexicon.separate("Ole Nordmann", "Ola Nordmann")
    True
    """

    __slots__ = ("_adopted", "_cache", "_different", "_merged", "_stores")

    def __init__(
        self,
        entries: Iterable[Entry] | Store = (),
        *,
        different: Iterable[tuple[str, str]] = (),
    ) -> None:
        store = entries if isinstance(entries, Store) else MemoryStore(_check_entries(entries))
        self._stores: tuple[Store, ...] = (store,)
        self._different = fold_pairs(different)
        self._cache: dict[str, tuple[Entry, ...]] = {}
        self._adopted: dict[str, Entry] | None = None
        self._merged: tuple[Lexicon, Lexicon] | None = None

    # ── reading a newsroom's own names ───────────────────────────────────────

    @classmethod
    def from_file(cls, path: userfile.StrPath) -> Lexicon:
        """The lexicon in a file of any of the forms below, told apart by its first line.

        Args:
            path: The file, in UTF-8.

        Raises:
            CorpusError: A row cannot be read; the message has file and line.
        """
        return cls._of(userfile.read_file(path))

    @classmethod
    def from_csv(cls, path: userfile.StrPath) -> Lexicon:
        """The lexicon in a table with a header.

        Columns: ``name`` and ``type`` (``PER``, ``LOC`` or ``ORG``) must be there;
        ``aliases`` and ``different`` (names that are *not* the same) hold names with ``|``
        between them; ``id`` tells namesakes apart; a column ``link:SOURCE`` holds an
        identifier. The separator is the comma, semicolon or tab of the header.

        Args:
            path: The file, in UTF-8.

        Raises:
            CorpusError: A row cannot be read; the message has file and line.
        """
        return cls._of(userfile.read_csv(path))

    @classmethod
    def from_jsonl(cls, path: userfile.StrPath) -> Lexicon:
        """The lexicon in JSON lines.

        A line is ``{"name": …, "type": …, "aliases": […], "id": …, "links": {…},
        "different": […]}``, all but the first two optional, or ``{"different": [A, B]}``.

        Args:
            path: The file, in UTF-8.

        Raises:
            CorpusError: A row cannot be read; the message has file and line.
        """
        return cls._of(userfile.read_jsonl(path))

    @classmethod
    def from_entity_ruler(cls, path: userfile.StrPath) -> Lexicon:
        """The lexicon in the patterns of a spaCy ``EntityRuler``.

        A line is ``{"label": …, "pattern": …, "id": …}``; patterns with one id are forms of
        one name. A pattern is a string, or tokens that are plain words (``LOWER``, ``ORTH``,
        ``TEXT``). Words in ``LOWER`` are written with capitals: nothing says where they
        stand.

        Args:
            path: The file, in UTF-8.

        Raises:
            CorpusError: A row cannot be read, or a pattern is more than plain words.
        """
        return cls._of(userfile.read_entity_ruler(path))

    @classmethod
    def from_followthemoney(cls, path: userfile.StrPath, *, skip: Collection[str] = ()) -> Lexicon:
        """The lexicon in entities of FollowTheMoney (OpenSanctions, Aleph, nomenklatura).

        Args:
            path: The file: one entity a line, in UTF-8.
            skip: Schemata of entities to leave out, which are no names (``Sanction`` …).

        Raises:
            CorpusError: A row cannot be read, or its schema is none of a name.
        """
        return cls._of(userfile.read_followthemoney(path, skip=skip))

    @classmethod
    def _of(cls, names: userfile.UserNames) -> Lexicon:
        return cls(names.entries, different=names.different)

    # ── looking up ───────────────────────────────────────────────────────────

    def find(self, form: str, *, type: str | None = None) -> tuple[Entry, ...]:
        """The entries that go by a form.

        Args:
            form: A base form (no genitive), as written in a text.
            type: Only entries of this type; ``None`` for all.

        Returns:
            Entries that have the form exactly; failing that, those with its folded key.
            Several for a homonym (*Kongo*), none for an unknown name. A form that is
            said to be different from an entry's name is no form of it.
        """
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) >= MEMORY:
                self._cache.clear()
            found = self._cache[form] = self._look_up(form)
        if type is None:
            return found
        return tuple(entry for entry in found if entry.type == type)

    def _look_up(self, form: str) -> tuple[Entry, ...]:
        adopted = self._adopt()
        for store in self._stores:
            found = {
                entry.id: entry
                for known in look_into(store, form)
                for entry in (adopted.get(known.id, known),)
                if not self.parts(form, entry.name)
            }
            if found:
                return tuple(found.values())
        return ()

    def _adopt(self) -> dict[str, Entry]:
        """What a later store knows by the name of an earlier store's entry, as one entry."""
        if self._adopted is None:
            adopted: dict[str, Entry] = {}
            for place, store in enumerate(self._stores[:-1]):
                for entry in store:
                    for later in self._stores[place + 1 :]:
                        known = [e for e in look_into(later, entry.name) if e.type == entry.type]
                        if len(known) == 1 and known[0].id not in adopted:
                            joined = _join(adopted.get(entry.id, entry), known[0])
                            adopted[entry.id] = adopted[known[0].id] = joined
            self._adopted = adopted
        return self._adopted

    def separate(self, a: str, b: str) -> bool:
        """Whether two forms are known to mean different things.

        True for a "not the same" pair, and for two forms that are both known and share no
        entry. Forms that are not known are not known to be different.
        """
        if self.parts(a, b):
            return True
        first = {entry.id for entry in self.find(a)}
        return (
            bool(first)
            and bool(second := {entry.id for entry in self.find(b)})
            and (first.isdisjoint(second))
        )

    def parts(self, a: str, b: str) -> bool:
        """Whether two forms are a "not the same" pair, which stands whatever else is known.

        >>> lexicon = Lexicon(different=[("Ola Nordmann", "Ole Nordmann")])
        >>> lexicon.parts("OLE NORDMANN", "Ola Nordmann")
        True
        """
        return bool(self._different) and a != b and fold_pair(a, b) in self._different

    def own_entries(self) -> Iterator[Entry]:
        """The entries that a user brought; packaged ones are not even read."""
        for store in self._stores:
            if isinstance(store, MemoryStore):
                yield from (entry for entry in store if entry.is_own)

    def __iter__(self) -> Iterator[Entry]:
        for store in self._stores:
            yield from store

    def __len__(self) -> int:
        return sum(len(store) for store in self._stores)

    # ── combining ────────────────────────────────────────────────────────────

    def __or__(self, other: Lexicon) -> Lexicon:
        """Both lexicons; where both know a form, this one's entries stand."""
        if not isinstance(other, Lexicon):
            return NotImplemented
        if self._merged is None or self._merged[0] is not other:
            both = Lexicon()
            both._stores = (*self._stores, *other._stores)
            both._different = self._different | other._different
            self._merged = (other, both)
        return self._merged[1]

    def __repr__(self) -> str:
        return f"Lexicon(entries={len(self)}, different={len(self._different)})"


# ── what is refused, and what to do about it ─────────────────────────────────


def check_lexicon(lexicon: Lexicon) -> Lexicon:
    """The lexicon as it is.

    Raises:
        InputError: It is something else.
    """
    if isinstance(lexicon, Lexicon):
        return lexicon
    raise InputError(
        f"lexicon is an ntbner.Lexicon, not {type(lexicon).__name__}; {_advise(lexicon)}"
    )


def _check_entries(entries: Iterable[Entry]) -> Iterable[Entry]:
    if isinstance(entries, (str, PathLike)) or not isinstance(entries, Iterable):
        raise InputError(
            f"a Lexicon is made of an iterable of ntbner.Entry, not {type(entries).__name__}; "
            f"{_advise(entries)}"
        )
    return entries


def _advise(found: object) -> str:
    if isinstance(found, (str, PathLike)):
        return f"pass Lexicon.from_file({str(found)!r})"
    return "pass Lexicon([Entry(…), …]), or Lexicon.from_file(…) for a file of names"


# ── two lexicons as one ───────────────────────────────────────────────────


def _join(own: Entry, known: Entry) -> Entry:
    """An entry with the forms, adjectives and links of another that is the same thing."""
    return replace(
        own,
        kind=known.kind,
        aliases=tuple(dict.fromkeys((*own.forms, *known.forms)))[1:],
        acronyms=tuple(dict.fromkeys((*own.acronyms, *known.acronyms))),
        adjectives=tuple(dict.fromkeys((*own.adjectives, *known.adjectives))),
        links={**known.links, **own.links},
    )
