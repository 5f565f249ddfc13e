"""What callers hand to the normaliser, read strictly: what is odd is refused with advice.

The labels of other taggers are read as our types
(:data:`~ntbner.records.TYPE_OF_LABEL`); a label of no known set is refused, because a
guess would be silent and wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from ntbner.errors import InputError
from ntbner.records import OTHER_TYPES, TYPE_OF_LABEL, TYPES, Mention

Item = TypeVar("Item")


def read_type(label: object) -> str:
    """Our type for a type or a tagger's label.

    Raises:
        InputError: It is neither.

    >>> read_type("LOC"), read_type("GPE_LOC"), read_type("PERSON")
    ('LOC', 'LOC', 'PER')
    """
    type = TYPE_OF_LABEL.get(label) if isinstance(label, str) else None
    if type is None:
        others = [label for label in TYPE_OF_LABEL if label not in (*TYPES, *OTHER_TYPES)]
        raise InputError(
            f"{label!r} is no type of a name; expected {', '.join(TYPES)} "
            f"(or {', '.join(OTHER_TYPES)}), or a label that means one: {', '.join(others)}"
        )
    return type


def check_iterable(items: Iterable[Item]) -> Iterable[Item]:
    """The items as they are.

    Raises:
        InputError: They cannot be gone through.
    """
    if not isinstance(items, Iterable):
        raise InputError(f"expected several items, found {type(items).__name__}; use a list")
    return items


def read_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, each with a type of ours; a label of another tagger is kept as its label.

    Raises:
        InputError: Something is no mention, has no text, or has a type that means nothing.

    >>> read_mentions([Mention(0, 4, "Oslo", "GPE")])[0].type
    'LOC'
    """
    return [
        _read_mention(mention, number) for number, mention in enumerate(check_iterable(mentions))
    ]


def _read_mention(mention: Mention, number: int) -> Mention:
    if not isinstance(mention, Mention):
        advice = (
            "Mention(**row) makes one of such a row"
            if isinstance(mention, dict)
            else "make one: ntbner.Mention(start, end, text, type)"
        )
        raise InputError(
            f"mention {number}: expected an ntbner.Mention, found {type(mention).__name__} "
            f"({mention!r:.60}); {advice}"
        )
    if not isinstance(mention.text, str) or not mention.text.strip():
        raise InputError(
            f"mention {number}: expected its words as text, found {mention.text!r} in {mention}; "
            f"fill it in (text[start:end]), or leave it out"
        )
    try:
        type_ = read_type(mention.type)
    except InputError as error:
        raise InputError(f"mention {number} ({mention.text!r:.60}): {error}") from None
    if type_ == mention.type:
        return mention
    return replace(mention, type=type_, label=mention.label or mention.type)


def describe_bad_name(found: object) -> str:
    """What to do about something that is no name to compare.

    >>> describe_bad_name(None)
    'a name is a string, found None; leave it out'
    """
    if found is None:
        return "a name is a string, found None; leave it out"
    kind = type(found).__name__
    return f"a name is a string, found {kind} ({found!r:.60}); of a record, pass its name"


def read_pair(pair: object, number: int, expected: str) -> tuple[str, str]:
    """The two strings of a pair.

    Args:
        pair: Two strings, in a tuple or the like.
        number: Its place among the caller's items, for the message.
        expected: What it should be, for the message.

    Raises:
        InputError: It is no pair of strings; a string of two letters is none either.
    """
    try:
        first, second = pair  # type: ignore[misc]  # what cannot be unpacked is caught
    except (TypeError, ValueError):
        first = second = None
    if isinstance(first, str) and isinstance(second, str) and not isinstance(pair, str):
        return first, second
    raise InputError(
        f"item {number}: expected {expected}, found {type(pair).__name__} ({pair!r:.60})"
    )
