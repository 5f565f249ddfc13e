"""Inputs: what callers pass in, and what to do about what cannot be worked with."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Integral, Real
from typing import Final, TypeAlias

from ntbner.errors import InputError

Item: TypeAlias = str | tuple[str | None, str]
"""A text, or an id and a text."""


def find_fault(doc_id: object, text: object) -> str | None:
    """What is wrong with an item; ``None`` if nothing is.

    >>> find_fault(17, "Oslo")
    'expected a string as id, found int (17); convert it with str(…)'
    >>> find_fault("17", "Oslo") is None
    True
    """
    if not isinstance(text, str):
        return describe_bad_text(text)
    if doc_id is not None and not isinstance(doc_id, str):
        return (
            f"expected a string as id, found {type(doc_id).__name__} ({doc_id!r:.40}); "
            f"convert it with str(…)"
        )
    return None


def describe_bad_text(found: object) -> str:
    """What to do about something that is not text.

    >>> describe_bad_text(None)
    'expected a string of text, found None; leave it out, or pass "" for an empty text'
    """
    if found is None:
        return 'expected a string of text, found None; leave it out, or pass "" for an empty text'
    kind = type(found).__name__
    advice = ADVICE_ON_TEXT.get(kind, "convert it with str(…)")
    return f"expected a string of text, found {kind}; {advice}"


ADVICE_ON_TEXT: Final = {
    "bytes": "decode it first: text.decode('utf-8')",
    "Doc": "pass doc.text, or use nlp.add_pipe('ntbner_normaliser') in your own pipeline",
    "float": 'a missing value? Leave it out, or pass "" for an empty text',
    "list": "for several texts, call extract_many(texts); an id and its text go in a tuple",
    "tuple": "in extract_many, an id and its text go in a tuple of two",
    "PosixPath": "read the file first: path.read_text(encoding='utf-8')",
    "WindowsPath": "read the file first: path.read_text(encoding='utf-8')",
}
"""What to do about something that is not a text, by the name of its class."""

ADVICE_ON_TEXTS: Final = {
    "str": "for one text, call extract(text)",
    "bytes": "for one text, call extract(text)",
    "dict": "pass texts.items() for pairs of an id and a text, or texts.values()",
    "DataFrame": "pass a column, or zip(frame['id'], frame['text'])",
}
"""What to do about what is no iterable of texts, or would be read otherwise than meant."""


def check_settings(
    texts: object, min_confidence: object, n_process: object, batch_size: object, errors: object
) -> None:
    """Refuse what :func:`ntbner.extract_many` cannot work with.

    Raises:
        InputError: A setting has an impossible value.
    """
    kind = type(texts).__name__
    if kind in ADVICE_ON_TEXTS or not isinstance(texts, Iterable):
        advice = ADVICE_ON_TEXTS.get(kind, "put the texts in a list")
        raise InputError(f"extract_many takes an iterable of texts, not {kind}; {advice}")
    least, processes, together = _real(min_confidence), _whole(n_process), _whole(batch_size)
    if least is None or not 0 <= least <= 1:
        raise InputError(f"min_confidence is a probability from 0 to 1, not {min_confidence!r}")
    if processes is None or processes < -1 or processes == 0:
        raise InputError(f"n_process is a number of processes, or -1 for all, not {n_process!r}")
    if together is None or together < 1:
        raise InputError(f"batch_size is a number of texts, at least 1, not {batch_size!r}")
    if errors not in ("raise", "skip"):
        raise InputError(f"errors is 'raise' or 'skip', not {errors!r}")


def _whole(number: object) -> int | None:
    """A whole number, numpy's too, as Python's own; ``None`` for anything else, ``True`` too.

    >>> _whole(2), _whole(2.0), _whole(True)
    (2, None, None)
    """
    return int(number) if isinstance(number, Integral) and not isinstance(number, bool) else None


def _real(number: object) -> float | None:
    """As :func:`_whole`, for any real number.

    >>> _real(1), _real("0.5")
    (1.0, None)
    """
    return float(number) if isinstance(number, Real) and not isinstance(number, bool) else None
