"""The genitive: what a name is called without it.

Norwegian glues *-s* to a name (*Iraks*), writes an apostrophe after s, x and z (*IS'*,
*Marx’*) and *’s* after letter abbreviations (*Ap’s*). Many names end in s by themselves
(*Hellas, Paris, Jens*), so evidence decides, in this order:

1. an apostrophe at the end marks a genitive; so does *'s*, unless the lexicon knows the
   whole form (*McDonald's*);
2. a form that ends in *ss*, *xs* or *zs* is none: the genitive of a name in s, x or z has
   no further s (Språkrådet, "Genitiv", sprakradet.no);
3. the bare form seen elsewhere in the text, or known to the lexicon, against the same
   for the form as it stands;
4. the words around it and the letters at its end.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from ntbner.names.text import fold

if TYPE_CHECKING:
    from ntbner.lexicon import Lexicon

SIBILANTS: Final = ("s", "x", "z", "S", "X", "Z")
"""Final letters after which the genitive is an apostrophe alone."""

_MINIMUM: Final = 2
"""A base form has at least two characters; *As* is never the genitive of *A*."""


def base_form(
    surface: str,
    *,
    previous_word: str | None = None,
    next_word: str | None = None,
    known: Collection[str] = (),
    type: str | None = None,
    lexicon: Lexicon | None = None,
) -> str:
    """The name without its genitive ending.

    Args:
        surface: The name as it is written, possibly several words.
        previous_word: The word before it; ``""`` at the start of the text, ``None`` if not known.
        next_word: The word or mark after it; ``""`` at the end of the text, ``None`` if not known.
        known: Forms seen elsewhere in the same text.
        type: ``PER``, ``LOC`` or ``ORG``, if known.
        lexicon: Knows which names end in s; ``None`` for the packaged one.

    Returns:
        The name with one kind of apostrophe and space (:func:`ntbner.names.text.fold`),
        without the ending where the evidence says that it has one. Without context, the
        base form of a base form is itself.

    >>> base_form("Marx’"), base_form("Iraks", known={"Irak"}), base_form("Moss")
    ('Marx', 'Irak', 'Moss')
    """
    form = fold(surface)
    if is_genitive(
        form,
        previous_word=previous_word,
        next_word=next_word,
        known=known,
        type=type,
        lexicon=lexicon,
    ):
        return strip_ending(form)
    return form


def strip_ending(form: str) -> str:
    """The folded form without *s*, *'s* or an apostrophe at its end, judged by nobody.

    >>> strip_ending("Olav Vs"), strip_ending("Ap's"), strip_ending("SAS'")
    ('Olav V', 'Ap', 'SAS')
    """
    if form.endswith("'"):
        return form.rstrip("'").rstrip()
    bare = form[:-1] if form.endswith(("s", "S")) else form
    return bare.rstrip("'-").rstrip()


def is_genitive(
    surface: str,
    *,
    previous_word: str | None = None,
    next_word: str | None = None,
    known: Collection[str] = (),
    type: str | None = None,
    lexicon: Lexicon | None = None,
) -> bool:
    """Whether the name stands in the genitive; arguments as in :func:`base_form`.

    >>> is_genitive("IS'"), is_genitive("Moss"), is_genitive("Syrias", known={"Syria"})
    (True, False, True)
    """
    form = fold(surface)
    bare = strip_ending(form)
    if len(bare) < _MINIMUM or bare == form:
        return False
    if form.endswith("'"):
        return bare.endswith(SIBILANTS)
    if form.endswith(("'s", "'S")):
        return not (lexicon is not None and lexicon.find(form, type=type))
    if not form.endswith("s") or bare.endswith(SIBILANTS):
        return False
    return _evidence(form, bare, known, lexicon, type) > 0


def _evidence(
    form: str, bare: str, known: Collection[str], lexicon: Lexicon | None, type: str | None
) -> int:
    """Votes for (positive) or against (negative) the genitive."""
    votes = 2 * (bare in known) - (form in known)
    if lexicon is not None:
        votes += bool(lexicon.find(bare, type=type)) - 2 * bool(lexicon.find(form, type=type))
    return votes
