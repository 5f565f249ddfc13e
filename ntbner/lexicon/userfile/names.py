"""The names of a user's file: its entries, and its pairs of names that are not the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ntbner.errors import CorpusError
from ntbner.lexicon.entry import Entry
from ntbner.lexicon.folding import fold_form

KINDS: Final[Mapping[str, str]] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
"""The types of names, with the kind that an entry of a user's file has."""


@dataclass(slots=True)
class UserNames:
    """What a file says.

    Attributes:
        entries: Its names.
        different: Pairs of names that are not the same.
    """

    entries: list[Entry] = field(default_factory=list)
    different: list[tuple[str, str]] = field(default_factory=list)


class Builder:
    """Gathers the rows of one file and refuses what contradicts another row.

    What a name is not, its aliases are not either, except for an alias that both share
    (*Hansen* of two people of that name).

    Args:
        path: The file, for messages.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, Entry] = {}
        self._lines: dict[str, int] = {}
        self._different: dict[tuple[str, str], int] = {}
        self._implied: list[tuple[str, str]] = []

    def refuse(self, line: int, problem: str) -> CorpusError:
        """The error to raise about a line."""
        return CorpusError(self._path, line, problem)

    def add(
        self,
        line: int,
        *,
        type: str,
        forms: Iterable[str],
        id: str = "",
        links: Mapping[str, str] | None = None,
        different: Iterable[str] = (),
    ) -> None:
        """One name with its other forms and with what it is not."""
        name, *aliases = dict.fromkeys(self._clean(line, form) for form in forms)
        id = id or f"{type.lower()}:{fold_form(name).replace(' ', '-')}"
        if id in self._entries:
            raise self.refuse(
                line,
                f"{name!r} has the id {id!r} of line {self._lines[id]}; put all forms of one "
                "name in one row, and give namesakes an id each",
            )
        others = [self._clean(line, other) for other in different]
        self._lines[id] = line
        self._entries[id] = Entry(
            id=id,
            type=type,
            kind=KINDS[type],
            name=name,
            aliases=tuple(aliases),
            acronyms=tuple(form for form in (name, *aliases) if form.isupper() and form.isalpha()),
            links=dict(links or {}),
        )
        for other in others:
            self.part(line, name, other)
            self._implied += [(alias, other) for alias in aliases]

    def part(self, line: int, a: str, b: str) -> None:
        """Two names that are not the same."""
        a, b = self._clean(line, a), self._clean(line, b)
        if a == b:
            raise self.refuse(line, f"{a!r} is said to be different from itself")
        self._different.setdefault((a, b), line)

    def _clean(self, line: int, form: str) -> str:
        clean = " ".join(unicodedata.normalize("NFC", form).split())
        if not fold_form(clean):
            raise self.refuse(line, f"found the name {form!r}; expected letters or digits")
        return clean

    def finish(self) -> UserNames:
        """All names of the file.

        Raises:
            CorpusError: Two names are said to be the same and not to be.
        """
        homes: dict[str, set[str]] = {}
        for id, entry in self._entries.items():
            for form in entry.forms:
                homes.setdefault(form, set()).add(id)

        def shared(a: str, b: str) -> set[str]:
            return homes.get(a, set()) & homes.get(b, set())

        for (a, b), line in self._different.items():
            for id in sorted(shared(a, b)):
                raise self.refuse(
                    line,
                    f"{a!r} and {b!r} are said to be different, but line {self._lines[id]} has "
                    "them as forms of one name; take one of the two out",
                )
        implied = (pair for pair in self._implied if not shared(*pair))
        return UserNames(
            list(self._entries.values()), list(dict.fromkeys((*self._different, *implied)))
        )
