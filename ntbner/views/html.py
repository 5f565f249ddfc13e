"""Records as HTML: the text with its names marked, and the table of its records.

The fragment stands on its own (no scripts, nothing loaded from elsewhere), follows the
light or dark theme of the notebook, and holds every character of the text, escaped. The
type of a name is shown by a word beside its colour; the word is drawn by the style sheet,
so that text copied from the page is the caller's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from ntbner.records import Entity, Extraction, Mention
from ntbner.views.text import find_candidates, sort_by_type

if TYPE_CHECKING:
    from jinja2 import Template

WORDS: Final = {
    "PER": "person",
    "LOC": "place",
    "ORG": "organisation",
    "PROD": "product or work",
    "EVT": "event",
    "MISC": "other name",
}
"""The types in words, as a tooltip says them."""

LANGUAGES: Final = {"nb": "Bokmål", "nn": "Nynorsk"}

ADDRESSES: Final = {
    "geonames": "https://www.geonames.org/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}
"""Sources whose identifiers have a page of their own."""

_NOT_IN_HTML: Final = re.compile("[\0\ud800-\udfff]")
"""NUL and lone surrogates: no HTML document can hold them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: between names, or in one.

    Attributes:
        text: Its characters.
        type: The type of the name; ``None`` between names.
        kind: ``name`` or ``derived``.
        title: What the tooltip says.
    """

    text: str
    type: str | None = None
    kind: str = "name"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of records.

    Attributes:
        entity: The record.
        candidates: Names of the records that it may be.
        links: Source, identifier and address (``None``: it has no page) of each link.
    """

    entity: Entity
    candidates: tuple[str, ...]
    links: tuple[tuple[str, str, str | None], ...]


def fragment(extraction: Extraction) -> str:
    """The text with its names marked and the table of records, as an HTML fragment.

    Args:
        extraction: What was found in a text.

    Returns:
        One ``div`` element with its style sheet in it.
    """
    return _render(extraction, styled=True)


def document(extractions: Iterable[Extraction]) -> Iterator[str]:
    """A whole HTML document with one or more texts, piece by piece, as they come."""
    yield '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width">\n<title>ntbner</title>\n'
    for number, extraction in enumerate(extractions):
        yield _render(extraction, styled=number == 0) + "\n"
    yield "</html>\n"


def cut_pieces(extraction: Extraction) -> Iterator[Piece]:
    """The text in stretches; joined, they are the text.

    Where names overlap, a stretch looks like the shortest of them and its tooltip tells of all.
    """
    names = {entity.id: entity.name for entity in extraction.entities}
    waiting = sorted(extraction.mentions, key=lambda mention: -mention.start)
    edges = {0, len(extraction.text)}
    edges.update(edge for mention in waiting for edge in (mention.start, mention.end))
    inside: list[Mention] = []
    for start, end in pairwise(sorted(edges)):
        while waiting and waiting[-1].start <= start:
            inside.append(waiting.pop())
        inside = sorted((m for m in inside if m.end > start), key=lambda m: m.end - m.start)
        text = extraction.text[start:end]
        if inside:
            title = "\n".join(describe_mention(mention, names) for mention in inside)
            yield Piece(text, inside[0].type, inside[0].kind, title)
        elif text:
            yield Piece(text)


def describe_mention(mention: Mention, names: dict[str, str]) -> str:
    """What a tooltip says of a name: its record, type and confidence.

    >>> assad = Mention(0, 5, "Assad", "PER", confidence=0.75, entity="per-assad")
    >>> describe_mention(assad, {"per-assad": "Bashar al-Assad"})
    'Bashar al-Assad · person · confidence 0.75'
    """
    name = names.get(mention.entity or "", mention.text)
    parts = [name, WORDS.get(mention.type, mention.type)]
    if mention.kind == "derived":
        parts.append("inside a compound")
    if mention.confidence is not None:
        parts.append(f"confidence {mention.confidence:.4g}")
    return " · ".join(parts)


def make_rows(extraction: Extraction) -> Iterator[Row]:
    """The lines of the table, people first."""
    for entity in sort_by_type(extraction.entities):
        candidates = tuple(other.name for other in find_candidates(entity, extraction))
        yield Row(entity, candidates, tuple(_find_addresses(entity)))


def _find_addresses(entity: Entity) -> Iterator[tuple[str, str, str | None]]:
    for source, identifier in entity.links.items():
        address = ADDRESSES.get(source)
        yield source, identifier, address and address.format(quote(identifier, safe=""))


def _render(extraction: Extraction, *, styled: bool) -> str:
    rows = list(make_rows(extraction))
    rendered = load_template().render(
        extraction=extraction,
        pieces=cut_pieces(extraction),
        rows=rows,
        linked=any(row.links for row in rows),
        summary=_summarise(extraction),
        styled=styled,
    )
    return _NOT_IN_HTML.sub("\ufffd", rendered)


def _summarise(extraction: Extraction) -> str:
    counted: Sequence[tuple[int, str]] = (
        (len(extraction.entities), "record"),
        (len(extraction.mentions), "mention"),
    )
    parts = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counted]
    if extraction.language is not None:
        parts.append(LANGUAGES.get(extraction.language, extraction.language))
    return " · ".join(parts)


@cache
def load_template() -> Template:
    """The template beside this module; every value that it prints is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ntbner", "views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("extraction.html.j2")
