"""Extractions: the mentions and the records of one text, with the ways to look at them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ntbner.errors import AmbiguousName, DataError, InputError, UnknownName
from ntbner.records.entity import Entity
from ntbner.records.mention import Mention
from ntbner.records.plain import as_plain, read_entities, read_row, read_rows
from ntbner.records.types import LOC, ORG, PER

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True, repr=False)
class Extraction:
    """The names of one text: its mentions, its records, and ways to look at them.

    In a notebook it renders as the text with its names marked and the table of records;
    printed, as that table.

    Attributes:
        text: The caller's own string, unchanged.
        mentions: All mentions, in the order of the text.
        entities: The records, most mentioned first.
        doc_id: The caller's id for the text, if one was given.
        language: ``nb`` or ``nn``; ``None`` for a text with no words.
        error: With ``errors="skip"``, what was wrong with the item; else ``None``.
    """

    text: str
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    doc_id: str | None = None
    language: str | None = None
    error: str | None = None

    @classmethod
    def of(
        cls,
        text: str,
        entities: Iterable[Entity],
        *,
        doc_id: str | None = None,
        language: str | None = None,
    ) -> Extraction:
        """The extraction of a text whose records are known: its mentions are theirs."""
        records = tuple(entities)
        mentions = (mention for record in records for mention in record.mentions)
        ordered = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
        return cls(text, ordered, records, doc_id, language)

    # ── records ──────────────────────────────────────────────────────────────

    def of_type(self, type: str) -> tuple[Entity, ...]:
        """The records of one type, most mentioned first."""
        return tuple(entity for entity in self.entities if entity.type == type)

    @property
    def people(self) -> tuple[Entity, ...]:
        """The records of people, most mentioned first."""
        return self.of_type(PER)

    @property
    def places(self) -> tuple[Entity, ...]:
        """The records of places, most mentioned first."""
        return self.of_type(LOC)

    @property
    def organisations(self) -> tuple[Entity, ...]:
        """The records of organisations, most mentioned first."""
        return self.of_type(ORG)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)

    def __contains__(self, name: object) -> bool:
        """Whether a record goes by a name, or is one of these."""
        if isinstance(name, Entity):
            return name in self.entities
        return isinstance(name, str) and bool(self._named(name))

    def __getitem__(self, name: str) -> Entity:
        """The record that goes by a name: its canonical name, an alias or a written form.

        Raises:
            UnknownName: No record has it; the message names the closest ones.
            AmbiguousName: Several have it; the message lists them.
            InputError: It is no string.
        """
        if not isinstance(name, str):
            place = {int: f"[{name}]", slice: ""}.get(type(name))
            advice = "" if place is None else f"; by its place, use result.entities{place}"
            raise InputError(
                f"a record is looked up by name, a string, not {type(name).__name__}{advice}"
            )
        found = self._named(name)
        if len(found) == 1:
            return found[0]
        if found:
            listing = ", ".join(f"{entity.name} ({entity.type}, {entity.id})" for entity in found)
            raise AmbiguousName(
                f"{name!r} fits {len(found)} records: {listing}. "
                f"Ask by the canonical name, or take one from .entities"
            )
        raise UnknownName(self._unknown(name))

    def _named(self, name: str) -> list[Entity]:
        """Records by canonical name; failing that, by any alias or written form, case aside."""
        exact = [entity for entity in self.entities if entity.name == name]
        if exact:
            return exact
        wanted = name.casefold()
        return [
            entity
            for entity in self.entities
            if wanted == entity.name.casefold()
            or any(wanted == alias.casefold() for alias in entity.aliases)
            or any(wanted == form.casefold() for form in entity.forms)
        ]

    def _unknown(self, name: str) -> str:
        from difflib import get_close_matches

        known = {
            alias.casefold(): alias
            for entity in self.entities
            for alias in (*entity.aliases, entity.name)
        }
        close = get_close_matches(name.casefold(), known, n=3, cutoff=0.5)
        if close:
            return f"no record goes by {name!r}; the closest: {', '.join(known[c] for c in close)}"
        return f"no record goes by {name!r}; this text has {len(self.entities)} records"

    # ── views (made by ntbner.views, loaded when first asked for) ────────────

    def explain(self, record: str | Entity) -> str:
        """Why the mentions of a record are one record, and what it nearly merged with.

        Args:
            record: Any name it goes by, or the record itself.

        Raises:
            UnknownName: No record has the name; the message names the closest ones.
            AmbiguousName: Several have it; take one of ``entities``.
        """
        from ntbner.views.text import explanation

        return explanation(record if isinstance(record, Entity) else self[record], self)

    def to_frame(self) -> pandas.DataFrame:
        """The records as a table, one row a record, columns :data:`ENTITY_COLUMNS`."""
        from ntbner.views.frames import entity_frame

        return entity_frame([self])

    def mentions_frame(self) -> pandas.DataFrame:
        """The mentions as a table, one row a mention, columns :data:`MENTION_COLUMNS`."""
        from ntbner.views.frames import mention_frame

        return mention_frame([self])

    def to_html(self) -> str:
        """The text with its names marked and the table of records, as an HTML fragment."""
        from ntbner.views.html import fragment

        return fragment(self)

    def __repr__(self) -> str:
        where = "" if self.doc_id is None else f"{self.doc_id!r}, "
        return (
            f"Extraction({where}{len(self.text)} characters, {len(self.mentions)} mentions, "
            f"{len(self.entities)} records)"
        )

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        from ntbner.views.text import table

        return table(self)

    # ── plain data ───────────────────────────────────────────────────────────

    def to_dict(self) -> dict[str, Any]:
        """The extraction as plain dicts, lists, strings and numbers."""
        return {part.name: as_plain(getattr(self, part.name)) for part in fields(self)}

    def to_json(self, *, indent: int | None = None) -> str:
        """The extraction as JSON; :meth:`from_json` reads it back."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Extraction:
        """The extraction that :meth:`to_dict` wrote.

        Raises:
            DataError: It has another form; the message says where, what was found and what
                was expected.
        """
        row = read_row(cls, data, "the extraction")
        return cls(
            **{
                **row,
                "mentions": read_rows(Mention, row.get("mentions", ()), "mentions"),
                "entities": read_entities(row.get("entities", ()), "entities"),
            }
        )

    @classmethod
    def from_json(cls, data: str | bytes) -> Extraction:
        """The extraction that :meth:`to_json` wrote.

        Raises:
            DataError: It is no JSON, or of another form, as for :meth:`from_dict`.
        """
        try:
            found = json.loads(data)
        except (TypeError, ValueError) as error:
            raise DataError(
                f"expected the JSON that Extraction.to_json writes, found {data!r:.40} ({error})"
            ) from error
        return cls.from_dict(found)
