"""The genitive: what a name is called without it.

Norwegian glues *-s* to a name (*Iraks*), writes an apostrophe after s, x and z (*IS'*,
*Marx’*) and *’s* after letter abbreviations (*Ap’s*). Many names end in s by themselves
(*Hellas, Paris, Jens*), so evidence decides, in this order:

1. an apostrophe cut off as the next word marks a genitive where s, x or z stands before it;
2. a word with which a longer name begins is none: it has no base form of its own (*Norges*
   in *Norges Bank*), except an acronym with *s* (*FNs sikkerhetsråd*);
3. an apostrophe at the end marks one behind s, x and z;
4. *'s* marks one, except in names from English whose bare form is nobody the text or the
   lexicon knows (*McDonald's*);
5. an *s* behind an acronym in S, a king's number or a point marks one (*CBSs*, *Olav Vs*,
   *U.S.A.s*); else a form in *ss*, *xs* or *zs* is none: the genitive of a name in s, x or z
   has no further s (Språkrådet, "Apostrof", sprakradet.no);
6. a place whose bare form is a country while nothing has the form itself is one, whatever
   follows (*Irans Rouhani*);
7. so is a person's full name whose surname the text has without *s* and never with it
   (*Alexander Stubbs*, where *Stubb* speaks too);
8. without any context, lists decide: the form or its bare form, and how both are used in
   running text; an *s* behind a capital or a number is a genitive's (*NTBs*, *TV 2s*);
9. *Jesu* and *Kristi* are genitives as Latin has them, the latter where the text has *Kristus*;
10. in context a small model weighs the letters, the lists, the neighbours and what else is
   seen in the text (:mod:`ntbner.names.genitive_model`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from ntbner.lexicon import packaged
from ntbner.lexicon.categories import listed
from ntbner.names.genitive_features import Occurrence
from ntbner.names.genitive_model import load_model
from ntbner.names.text import fold

if TYPE_CHECKING:
    from ntbner.lexicon import Lexicon

SIBILANTS: Final = ("s", "x", "z", "S", "X", "Z")
"""Final letters after which the genitive is an apostrophe alone."""

APOSTROPHES: Final = ("'", "’")
"""What a tokeniser may cut off behind a genitive: *IS’* → *IS*, *’*."""

SHORTEST_BASE: Final = 2
"""Characters of the shortest base form; *As* is never the genitive of *A*."""

MOSTLY_BARE: Final = -1
"""log2 of the frequency of a form over its bare form's at which lists call it a genitive:
one in three of its uses or fewer, as genitives are."""

HARDLY_OWN: Final = 1
MOSTLY_GENITIVE: Final = 4
"""The same, and the log-odds of a genitive by its neighbours, at which the neighbours alone
settle it: definite forms are often seen in the genitive (*Arbeiderpartiets*)."""

LATIN_GENITIVES: Final = {"Jesu": "Jesus", "Kristi": "Kristus", "Jesu Kristi": "Jesus Kristus"}
"""Genitives that do not end in s."""

_REGNAL_NUMBER: Final = re.compile(r"[IVX]+")
"""*V* in *Olav V*."""

LONGEST_ABBREVIATION: Final = 3
"""Letters of the longest bare form that takes *'s* as an abbreviation (*Ap's*, *Frp's*)."""


def base_form(
    surface: str,
    *,
    previous_word: str | None = None,
    next_word: str | None = None,
    known: Collection[str] = (),
    type: str | None = None,
    whole: bool = False,
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
        whole: Whether the name ends here for certain, as a tagged one does; else it may be a
            part of a longer name.
        lexicon: Knows which names end in s; ``None`` for the packaged one.

    Returns:
        The name with one kind of apostrophe and space (:func:`ntbner.names.text.fold`),
        without the ending where the evidence says that it has one. With no context, the
        base form of a base form is itself.

    >>> base_form("Marx’"), base_form("Iraks"), base_form("Moss"), base_form("Hellas")
    ('Marx', 'Irak', 'Moss', 'Hellas')
    """
    form = fold(surface)
    latin = find_latin_base(form, known)
    if latin is not None:
        return latin
    if not is_genitive(
        form,
        previous_word=previous_word,
        next_word=next_word,
        known=known,
        type=type,
        whole=whole,
        lexicon=lexicon,
    ):
        return form
    if _is_cut_off(form, next_word):
        return form
    bare = strip_ending(form)
    while is_genitive(bare, type=type, lexicon=lexicon):
        bare = strip_ending(bare)
    return bare


def find_latin_base(form: str, known: Collection[str] = ()) -> str | None:
    """The base form of a Latin genitive; *Kristi* is also a given name.

    >>> find_latin_base("Jesu"), find_latin_base("Kristi"), find_latin_base("Kristi", {"Kristus"})
    ('Jesus', None, 'Kristus')
    """
    base = LATIN_GENITIVES.get(form)
    return base if base in known or form.startswith("Jesu") else None


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
    whole: bool = False,
    lexicon: Lexicon | None = None,
) -> bool:
    """Whether the name stands in the genitive; arguments as in :func:`base_form`.

    >>> is_genitive("IS'"), is_genitive("Moss"), is_genitive("Syrias")
    (True, False, True)
    >>> is_genitive("Blomdals", previous_word="til", next_word="regjering")
    True
    >>> is_genitive("Blomdals", next_word="plass", known={"Blomdals plass"})
    False
    """
    form = fold(surface)
    if _is_cut_off(form, next_word) or find_latin_base(form, known) is not None:
        return True
    if not form.endswith(("s", "'")):
        return False
    bare = strip_ending(form)
    if len(bare) < SHORTEST_BASE or not (bare[-1].isalnum() or bare[-1] == "."):
        return False
    words = packaged() if lexicon is None else lexicon
    if not whole and goes_on(form, next_word, known=known, type=type, lexicon=words):
        return form.endswith("s") and bare.isupper()
    said = _judge_ending(form, bare, known, type, words)
    if said is not None:
        return said
    form_entries, bare_entries = words.find(form), words.find(bare)
    if type == "LOC" and not form_entries and any(e.kind == "country" for e in bare_entries):
        return True
    head, _, last = form.rpartition(" ")
    if type == "PER" and head and last[:-1] in known and last not in known:
        return True
    occurrence = Occurrence(
        form=form,
        previous_word=previous_word or "",
        next_word=next_word or "",
        known=known,
        type=type,
        form_listed=listed(last),
        bare_listed=listed(last[:-1]),
        form_entry=bool(form_entries),
        bare_entry=bool(bare_entries),
    )
    if previous_word is None and next_word is None and not known:
        return _is_listed_genitive(occurrence)
    return load_model().score(occurrence) > 0


def _judge_ending(
    form: str, bare: str, known: Collection[str], type: str | None, lexicon: Lexicon
) -> bool | None:
    """What the ending alone decides (3 to 5 of the order above); ``None`` where it does not."""
    if form.endswith("'"):
        return bare.endswith(SIBILANTS)
    if form.endswith("'s"):
        return _is_apostrophe_genitive(form, bare, known, type, lexicon)
    if bare.endswith("."):
        return True
    head, _, last = form.rpartition(" ")
    if head and _REGNAL_NUMBER.fullmatch(last[:-1]):
        return True
    if bare.endswith(SIBILANTS):
        return len(last) > SHORTEST_BASE and last[:-1].isupper()
    return None


def goes_on(
    form: str,
    next_word: str | None,
    *,
    known: Collection[str],
    type: str | None,
    lexicon: Lexicon,
) -> bool:
    """Whether a form and its next word stand together in a longer name.

    That is one of the known names, or what something of this type is called in the lexicon;
    its other aliases do not count, for some say what it is (*Norges regjering*).

    >>> goes_on("Norges", "Bank", known=(), type=None, lexicon=packaged())
    True
    >>> goes_on("Norges", "regjering", known=(), type=None, lexicon=packaged())
    False
    """
    if not next_word or not next_word[0].isalnum():
        return False
    joined = f"{form} {next_word}"
    if any(joined in name and f" {joined} " in f" {name} " for name in known):
        return True
    return any(
        entry.name.casefold() == joined.casefold() and type in (None, entry.type)
        for entry in lexicon.find(joined)
    )


def _is_cut_off(form: str, next_word: str | None) -> bool:
    """Whether the apostrophe of a genitive stands behind the form as a word of its own."""
    return next_word in APOSTROPHES and form.endswith(SIBILANTS)


def _is_apostrophe_genitive(
    form: str, bare: str, known: Collection[str], type: str | None, lexicon: Lexicon
) -> bool:
    """*Ap's*, *EU's*, *Obama's*, but not *McDonald's* and *Mulligan's*."""
    if _is_spelled(form, lexicon):
        return False
    last = bare.rpartition(" ")[2]
    if len(last) <= LONGEST_ABBREVIATION or last.isupper() or bare in known:
        return True
    return form not in known and (type == "PER" or bool(lexicon.find(bare)))


def _is_spelled(form: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has a name with this very spelling, apostrophe and all."""
    return any(
        fold(spelling) == form
        for entry in lexicon.find(form)
        for spelling in (entry.name, *entry.aliases)
    )


def _is_listed_genitive(occurrence: Occurrence) -> bool:
    """The answer of the lists alone: the bare form is a known name, the form is none."""
    if occurrence.form_entry or occurrence.form_listed:
        return False
    last = occurrence.last_word
    if last[-2].isupper() or last[-2].isdigit():
        return True
    usage = load_model().tables.usages.get(last)
    if usage is not None:
        return (usage.ratio <= MOSTLY_BARE and usage.odds > 0) or (
            usage.ratio <= HARDLY_OWN and usage.odds >= MOSTLY_GENITIVE
        )
    return occurrence.bare_entry or bool(occurrence.bare_listed)
