"""The genitive: what a name is called without it.

Norwegian glues *-s* to a name (*Iraks*), writes an apostrophe after s, x and z (*IS'*,
*Marx’*) and *’s* after letter abbreviations (*Ap’s*). Many names end in s by themselves
(*Hellas, Paris, Jens*), so evidence decides, in this order:

1. an apostrophe at the end marks a genitive where s, x or z stands before it;
2. *'s* marks one, except in names from English whose bare form is nobody the text or the
   lexicon knows (*McDonald's*);
3. a form in *ss*, *xs* or *zs* is none: the genitive of a name in s, x or z has no further
   s (Språkrådet, "Apostrof", sprakradet.no);
4. without any context, lists alone decide: the form or its bare form;
5. in context a small model weighs the letters, the lists, the neighbours and what else is
   seen in the text (:mod:`ntbner.names.genitive_model`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from ntbner.lexicon import packaged
from ntbner.lexicon.categories import listed
from ntbner.names.genitive_model import Occurrence, extract_features, load_model
from ntbner.names.text import fold

if TYPE_CHECKING:
    from ntbner.lexicon import Lexicon

SIBILANTS: Final = ("s", "x", "z", "S", "X", "Z")
"""Final letters after which the genitive is an apostrophe alone."""

SHORTEST_BASE: Final = 2
"""Characters of the shortest base form; *As* is never the genitive of *A*."""

MOSTLY_BARE: Final = -1
"""log2 of the frequency of a form over its bare form's at which lists call it a genitive:
one in three of its uses or fewer, as genitives are."""

LONGEST_ABBREVIATION: Final = 3
"""Letters of the longest bare form that takes *'s* as an abbreviation (*Ap's*, *Frp's*)."""


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
        next_word: The word or mark behind it; ``""`` at the end of the text, ``None`` if not known.
        known: Forms seen elsewhere in the same text; a set is fastest. Last words of longer
            names help where they are in it too.
        type: ``PER``, ``LOC`` or ``ORG``, if known.
        lexicon: Knows which names end in s; ``None`` for the packaged one.

    Returns:
        The name with one kind of apostrophe and space (:func:`ntbner.names.text.fold`),
        without the ending where the evidence says that it has one. With no context, the
        base form of a base form is itself.

    >>> base_form("Marx’"), base_form("Iraks"), base_form("Moss"), base_form("Hellas")
    ('Marx', 'Irak', 'Moss', 'Hellas')
    """
    form = fold(surface)
    if not is_genitive(
        form,
        previous_word=previous_word,
        next_word=next_word,
        known=known,
        type=type,
        lexicon=lexicon,
    ):
        return form
    bare = strip_ending(form)
    while is_genitive(bare, type=type, lexicon=lexicon):
        bare = strip_ending(bare)
    return bare


def strip_ending(form: str) -> str:
    """The folded form without *s*, *'s* or an apostrophe at its end, judged by nobody.

    >>> strip_ending("Olav Vs"), strip_ending("Ap's"), strip_ending("SAS'")
    ('Olav V', 'Ap', 'SAS')
    """
    if form.endswith("'"):
        return form.rstrip("' ")
    return form[:-1].rstrip("'- ") if form.endswith("s") else form


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

    >>> is_genitive("IS'"), is_genitive("Moss"), is_genitive("Syrias")
    (True, False, True)
    >>> is_genitive("Blomdals", previous_word="til", next_word="regjering")
    True
    """
    form = fold(surface)
    if not form.endswith(("s", "'")):
        return False
    bare = strip_ending(form)
    if len(bare) < SHORTEST_BASE or not (bare[-1].isalnum() or bare[-1] == "."):
        return False
    if form.endswith("'"):
        return bare.endswith(SIBILANTS)
    words = packaged() if lexicon is None else lexicon
    if form.endswith("'s"):
        return _is_apostrophe_genitive(form, bare, known, type, words)
    if bare.endswith(SIBILANTS):
        return False
    occurrence = Occurrence(
        form=form,
        bare=bare,
        previous_word=previous_word or "",
        next_word=next_word or "",
        known=known,
        type=type,
        form_listed=listed(form),
        bare_listed=listed(bare),
        form_entry=bool(words.find(form)),
        bare_entry=bool(words.find(bare)),
    )
    if previous_word is None and next_word is None and not known:
        return _is_listed_genitive(occurrence)
    model = load_model()
    return model.score(extract_features(occurrence, model.classes, model.ratios)) > 0


def _is_apostrophe_genitive(
    form: str, bare: str, known: Collection[str], type: str | None, lexicon: Lexicon
) -> bool:
    """*Ap's*, *EU's*, *Obama's*, but not *McDonald's* and *Mulligan's*."""
    if lexicon.find(form) or form in known:
        return False
    last = bare.rpartition(" ")[2]
    if len(last) <= LONGEST_ABBREVIATION or last.isupper() or bare in known:
        return True
    return type == "PER" or bool(lexicon.find(bare))


def _is_listed_genitive(occurrence: Occurrence) -> bool:
    """The answer of the lists alone: the bare form is a known name, the form is none."""
    if occurrence.form_entry or occurrence.form_listed:
        return False
    ratio = load_model().ratios.get(occurrence.form)
    if ratio is not None:
        return ratio <= MOSTLY_BARE
    return occurrence.bare_entry or bool(occurrence.bare_listed)
