"""Records as plain text: the table that ``print`` shows, and why a record is one record.

Made for a terminal: columns align by what characters occupy, not by how many they are;
long lists are wrapped, never cut; and what could command a terminal is not sent to it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from ntbner.records import OTHER_TYPES, TYPES, Entity, Extraction

WIDTH: Final = 80
"""Columns of the table: a terminal as it opens."""

NAME_WIDTH: Final = 30
"""Most columns for the canonical name; longer names go on in the next line."""

HEADINGS: Final = ("type", "name", "mentions", "forms")

GAP: Final = "  "
"""What stands between two columns."""

INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})
"""Unicode categories that occupy no column: combining and formatting characters."""

UNPRINTABLE: Final = frozenset({"Cc", "Cs"})
"""Categories that a terminal obeys or cannot encode: controls and lone surrogates."""

REPLACEMENT: Final = "\ufffd"


def table(extraction: Extraction) -> str:
    """The records of a text as an aligned table.

    People first, then places, then organisations; within a type the order of
    ``extraction.entities``, most mentioned first.

    Args:
        extraction: What was found in a text.

    Returns:
        The lines, without a line break at the end.

    >>> from ntbner.records import Entity, Mention
    >>> putin = Mention(0, 6, "Putins", "PER")
    >>> print(table(Extraction("Putins", entities=(Entity("1", "PER", "Putin", {}, (putin,)),))))
    type  name   mentions  forms
    PER   Putin         1  Putins
    """
    if extraction.error is not None:
        return f"no result: {make_printable(extraction.error)}"
    if not extraction.entities:
        return "no names found"
    rows = [_make_row(entity, extraction) for entity in sort_by_type(extraction.entities)]
    widths = [_width_of_column([HEADINGS, *rows], column) for column in range(len(HEADINGS) - 1)]
    widths[1] = min(widths[1], NAME_WIDTH)
    widths.append(WIDTH - sum(widths) - len(GAP) * len(widths))
    lines = list(_lay_out(HEADINGS, widths))
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None and before[0] != row[0]:
            lines.append("")
        lines += _lay_out(row, widths)
    return "\n".join(lines)


def explanation(entity: Entity, extraction: Extraction) -> str:
    """Why the mentions of a record are one record, and what it nearly merged with.

    Args:
        entity: The record.
        extraction: Where it is from; the records that it may be are looked up there.

    Returns:
        The lines, without a line break at the end.

    >>> from ntbner.records import Mention, Reason
    >>> assad = Entity(
    ...     "1",
    ...     "PER",
    ...     "Bashar al-Assad",
    ...     {"Bashar al-Assad": 1, "Assad": 1},
    ...     (Mention(0, 15, "Bashar al-Assad", "PER"), Mention(38, 43, "Assad", "PER")),
    ...     reasons=(Reason("Assad", "Bashar al-Assad", "surname", "surname of the full name"),),
    ... )
    >>> print(explanation(assad, Extraction("…", entities=(assad,))))
    Bashar al-Assad (PER, 2 mentions)
    written
      Bashar al-Assad, Assad
    one record, because
      Assad: surname of the full name
    """
    count = len(entity.mentions)
    title = f"{entity.name} ({entity.type}, {count} mention{'' if count == 1 else 's'})"
    lines = [make_printable(title)]
    for heading, items in (
        ("written", [", ".join(entity.forms)]),
        ("one record, because", [str(r) for r in entity.reasons] or [_no_reason(entity)]),
        ("not merged, because", [str(miss) for miss in entity.near_misses]),
        (
            "may be",
            [f"{other.name} ({other.type})" for other in find_candidates(entity, extraction)],
        ),
    ):
        shown = list(dict.fromkeys(make_printable(item) for item in items))
        if shown:
            lines.append(heading)
            lines += [f"  {line}" for item in shown for line in _wrap_hanging(item)]
    return "\n".join(lines)


def sort_by_type(entities: Iterable[Entity]) -> list[Entity]:
    """Records of people, places, organisations, then the rest; else in the order given."""
    order = {type: place for place, type in enumerate((*TYPES, *OTHER_TYPES))}
    return sorted(entities, key=lambda entity: order.get(entity.type, len(order)))


def find_candidates(entity: Entity, extraction: Extraction) -> list[Entity]:
    """The records that a record may be, where the text does not say."""
    known = {other.id: other for other in extraction.entities}
    return [known[id] for id in entity.candidates if id in known]


def _no_reason(entity: Entity) -> str:
    if len(entity.forms) > 1:
        return "no reasons are kept in it"
    return "it is always written the same"


def _make_row(entity: Entity, extraction: Extraction) -> tuple[str, ...]:
    forms = ", ".join(make_printable(form) for form in entity.forms)
    others = find_candidates(entity, extraction)
    if others:
        forms += f"; may be {' or '.join(make_printable(other.name) for other in others)}"
    name = make_printable(entity.name)
    return make_printable(entity.type), name, str(len(entity.mentions)), forms


# ── laying out ───────────────────────────────────────────────────────────────


def _width_of_column(rows: Iterable[Sequence[str]], column: int) -> int:
    return max(display_width(row[column]) for row in rows)


def _lay_out(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row; the number is set to the right, all else to the left."""
    cells = [list(wrap(cell, width)) for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        type, name, count, forms = (
            (part, " " * (width - display_width(part)))
            for part, width in zip(parts, widths, strict=True)
        )
        yield GAP.join(("".join(type), "".join(name), "".join(reversed(count)), forms[0])).rstrip()


def _wrap_hanging(text: str) -> Iterator[str]:
    for number, line in enumerate(wrap(text, WIDTH - 4)):
        yield line if number == 0 else f"  {line}"


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines of at most so many columns, broken at spaces, in need within a word.

    >>> list(wrap("Det internasjonale pengefondet", 18))
    ['Det internasjonale', 'pengefondet']
    """
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if display_width(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _break_word(word, width)
        yield from full
    yield line


def _break_word(word: str, width: int) -> list[str]:
    """A word in pieces that fit, letters kept together with what combines with them."""
    pieces = [""]
    for char in word:
        if pieces[-1] and display_width(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def display_width(text: str) -> int:
    """How many columns of a terminal a text occupies.

    >>> display_width("Åse"), display_width("A\u030ase"), display_width("北京")
    (3, 3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(char) in INVISIBLE
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def make_printable(text: str) -> str:
    r"""A text on one line, safe to print: runs of whitespace as a space, controls replaced.

    >>> make_printable("Den norske\nNobelkomiteen")
    'Den norske Nobelkomiteen'
    """
    return "".join(
        REPLACEMENT if unicodedata.category(char) in UNPRINTABLE else char
        for char in " ".join(text.split())
    )
