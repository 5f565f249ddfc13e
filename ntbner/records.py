"""The records: what a text is found to contain, as plain data.

A :class:`Mention` is one stretch of the caller's text that names somebody or something.
An :class:`Entity` is the record that its mentions share, with the reasons why.
An :class:`Extraction` is both for one text, with the ways to look at them.
A :class:`Comparison` is the answer to "are these two names the same?".

All are frozen, slotted and picklable, hold no spaCy object, and survive a JSON round
trip. The columns of every table that the library makes are declared here, once
(:data:`ENTITY_COLUMNS`, :data:`MENTION_COLUMNS`). Types are kept as plain strings so
that a record from somebody else's tagger needs no import of ours; what its labels mean is
in :data:`TYPE_OF_LABEL`.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from ntbner.errors import AmbiguousName, DataError, InputError, UnknownName

if TYPE_CHECKING:
    import pandas

PER: Final = "PER"
LOC: Final = "LOC"
ORG: Final = "ORG"

TYPES: Final[tuple[str, ...]] = (PER, LOC, ORG)
"""The types that are extracted by default, in the order in which they are shown."""

OTHER_TYPES: Final[tuple[str, ...]] = ("PROD", "EVT", "MISC")
"""Types that come with ``types="all"``: products and works, events, and the rest."""

TYPE_OF_LABEL: Final[Mapping[str, str]] = {
    "PER": PER,
    "PERSON": PER,
    "PRS": PER,
    "ORG": ORG,
    "LOC": LOC,
    "GPE": LOC,
    "GPE_LOC": LOC,
    "GPE_ORG": LOC,
    "PROD": "PROD",
    "EVT": "EVT",
    "MISC": "MISC",
    "DRV": "DRV",
}
"""Our type for a tagger's label. A country is a place whether it acts (``GPE_ORG``) or not."""

Kind = Literal["name", "derived"]
"""``name``: the stretch is a name; ``derived``: a name inside a compound (*Syria-krigen*)."""

MENTION_COLUMNS: Final = (
    "doc_id",
    "start",
    "end",
    "text",
    "type",
    "label",
    "kind",
    "confidence",
    "entity",
)
"""Columns of :meth:`Extraction.mentions_frame`, in order."""

ENTITY_COLUMNS: Final = ("doc_id", "id", "type", "name", "mentions", "aliases", "links", "reasons")
"""Columns of :meth:`Extraction.to_frame`, in order."""


class Judgement(enum.Enum):
    """The three answers to "do these two names mean the same?".

    Unsure never merges by itself; different is binding. Two judgements about the same
    pair combine with ``|``: different beats same beats unsure.

    >>> Judgement.SAME | Judgement.UNSURE
    <Judgement.SAME: 'same'>
    >>> Judgement.SAME | Judgement.DIFFERENT
    <Judgement.DIFFERENT: 'different'>
    """

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"

    def __or__(self, other: Judgement) -> Judgement:
        order = (Judgement.DIFFERENT, Judgement.SAME, Judgement.UNSURE)
        return min(self, other, key=order.index)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer of :func:`ntbner.compare`.

    Attributes:
        judgement: Same, different or unsure.
        score: Strength of the likeness, 0 to 1. It orders pairs that have the same
            judgement; it is not a probability.
        reasons: What spoke for or against, most important first.
    """

    judgement: Judgement
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that names a person, a place or an organisation.

    Attributes:
        start: Offset of its first character in the caller's string.
        end: Offset behind its last character; ``text[start:end] == mention.text``.
        text: The stretch as it is written, genitive and all.
        type: ``PER``, ``LOC`` or ``ORG`` (others with ``types="all"``).
        label: What the tagger said before mapping (``GPE_ORG`` …), if it said anything.
        kind: ``name``, or ``derived`` for the name inside a compound (*Syria-krigen*).
        confidence: Calibrated probability that span and type are right, 0 to 1; ``None``
            where the tagger gives none, or gave it for another type than the record's
            (``label`` says which).
        entity: Id of the record it belongs to; ``None`` before normalising.
    """

    start: int
    end: int
    text: str
    type: str
    label: str | None = None
    kind: Kind = "name"
    confidence: float | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one form belongs to a record, or why it does not.

    Attributes:
        form: The base form that was judged (*Assad*).
        other: The form it was judged against (*Bashar al-Assad*).
        rule: Name of the rule that decided (``surname``, ``skeleton``, ``lexicon`` …).
        detail: The evidence in words (``surname of 'Bashar al-Assad', 2 sentences before``).
        score: Strength of the likeness, 0 to 1.
    """

    form: str
    other: str
    rule: str
    detail: str
    score: float = 1.0

    def __str__(self) -> str:
        return f"{self.form}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Entity:
    """A record: one person, place or organisation, with all its mentions in the text.

    Attributes:
        id: Stable: the same text gives the same ids.
        type: ``PER``, ``LOC`` or ``ORG``.
        name: The canonical name: the fullest base form among its own mentions.
        aliases: Every base form it goes by in the text, with its number of mentions,
            most frequent first.
        mentions: Its mentions in the order of the text.
        links: Identifiers in cited sources (``{"iso3166": "IQ", "geonames": "99237"}``).
        reasons: Why these mentions are one record.
        near_misses: What it was nearly merged with, and why it was not.
        candidates: Ids of the records that it may be, where the text does not say
            (a surname that fits two people).
    """

    id: str
    type: str
    name: str
    aliases: Mapping[str, int] = field(hash=False)
    mentions: tuple[Mention, ...]
    links: Mapping[str, str] = field(default_factory=dict, hash=False)
    reasons: tuple[Reason, ...] = ()
    near_misses: tuple[Reason, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms as they are written in the text, each once, in order of appearance."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))

    def __str__(self) -> str:
        return f"{self.name} ({self.type}, {len(self.mentions)})"


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
            place = f"[{name}]" if isinstance(name, int) else ""
            raise InputError(
                f"a record is looked up by name, a string, not {type(name).__name__}; "
                f"by its place, use result.entities{place}"
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

    def explain(self, name: str) -> str:
        """Why the mentions of a record are one record, and what it nearly merged with."""
        from ntbner.views.text import explanation

        return explanation(self[name], self)

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
        from ntbner.views.html import page

        return page(self)

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
        return {part.name: _as_plain(getattr(self, part.name)) for part in fields(self)}

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
        row = _read_row(cls, data, "the extraction")
        return cls(
            **{
                **row,
                "mentions": _read_rows(Mention, row.get("mentions", ()), "mentions"),
                "entities": tuple(
                    _read_entity(entity, f"entities[{number}]")
                    for number, entity in enumerate(row.get("entities", ()))
                ),
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


def _as_plain(value: object) -> object:
    """Records as dicts, tuples as lists, all the way down; nothing is shared with the original."""
    if isinstance(value, (Mention, Entity, Reason)):
        return {part.name: _as_plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Mapping):
        return {key: _as_plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_as_plain(inner) for inner in value]
    return value


# ── reading plain data ───────────────────────────────────────────────────────

_FORMS: Final[Mapping[str, tuple[str, Callable[[Any], bool]]]] = {
    **dict.fromkeys(("start", "end"), ("a whole number", lambda v: _is_number(v, int))),
    **dict.fromkeys(
        ("text", "type", "form", "other", "rule", "detail", "id", "name"),
        ("a string", lambda v: isinstance(v, str)),
    ),
    "kind": (" or ".join(map(repr, get_args(Kind))), lambda v: v in get_args(Kind)),
    **dict.fromkeys(
        ("label", "entity", "doc_id", "language", "error"),
        ("a string or null", lambda v: v is None or isinstance(v, str)),
    ),
    "score": ("a number", lambda v: _is_number(v, int, float)),
    "confidence": ("a number or null", lambda v: v is None or _is_number(v, int, float)),
    "aliases": ("an object of whole numbers", lambda v: _is_object_of(v, int)),
    "links": ("an object of strings", lambda v: _is_object_of(v, str)),
    "candidates": (
        "a list of strings",
        lambda v: _is_list(v) and all(isinstance(inner, str) for inner in v),
    ),
    **dict.fromkeys(
        ("mentions", "entities", "reasons", "near_misses"), ("a list", lambda v: _is_list(v))
    ),
}
"""What each field of a record is in plain data, in words and as a test."""


def _is_number(value: object, *classes: type) -> bool:
    """Whether a value is a number of these classes; true and false are none."""
    return isinstance(value, classes) and not isinstance(value, bool)


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _is_object_of(value: object, of: type) -> bool:
    """Whether a value is an object with strings as keys and values of one class."""
    return isinstance(value, Mapping) and all(
        isinstance(key, str) and isinstance(inner, of) and not isinstance(inner, bool)
        for key, inner in value.items()
    )


def _read_row(record: type, row: object, where: str) -> dict[str, Any]:
    """The fields of a record, as they stand in plain data.

    Raises:
        DataError: It is no object, a key is missing or unknown, or a value has another form.
    """
    if not isinstance(row, Mapping):
        raise DataError(f"{where}: expected an object (a dict), found {_shown(row)}")
    known = {part.name: part for part in fields(record)}
    for name, part in known.items():
        if name not in row and part.default is MISSING and part.default_factory is MISSING:
            raise DataError(f"{where}: expected the key {name!r}, found {_shown(list(row))}")
    for name, value in row.items():
        if name not in known:
            raise DataError(f"{where}: expected the keys {', '.join(known)}, found {name!r}")
        words, is_well_formed = _FORMS[name]
        if not is_well_formed(value):
            raise DataError(f"{where}: expected {words} as {name}, found {_shown(value)}")
    return dict(row)


def _read_rows(record: type, rows: Iterable[object], where: str) -> tuple[Any, ...]:
    return tuple(
        record(**_read_row(record, row, f"{where}[{number}]")) for number, row in enumerate(rows)
    )


def _read_entity(row: object, where: str) -> Entity:
    found = _read_row(Entity, row, where)
    inner = {"mentions": Mention, "reasons": Reason, "near_misses": Reason}
    for name, record in inner.items():
        found[name] = _read_rows(record, found.get(name, ()), f"{where}.{name}")
    return Entity(**{**found, "candidates": tuple(found.get("candidates", ()))})


def _shown(found: object) -> str:
    return f"{type(found).__name__} ({found!r:.60})"


# ── small changes ────────────────────────────────────────────────────────────


def assign(mentions: Iterable[Mention], entity_id: str) -> tuple[Mention, ...]:
    """The same mentions, marked as belonging to a record."""
    return tuple(
        Mention(m.start, m.end, m.text, m.type, m.label, m.kind, m.confidence, entity_id)
        for m in mentions
    )


def retype(mention: Mention, type: str) -> Mention:
    """The mention with its record's type.

    A confidence is of the type that the tagger gave; for another one there is none.

    >>> retype(Mention(0, 6, "Tyrkia", "ORG", "ORG", confidence=0.9), "LOC").confidence is None
    True
    """
    given = TYPE_OF_LABEL.get(mention.label or mention.type)
    confidence = mention.confidence if given == type else None
    if (mention.type, mention.confidence) == (type, confidence):
        return mention
    return replace(mention, type=type, confidence=confidence)
