"""The canonical name of a record: the fullest base form among its own.

1. A full name beats a surname, a name a title (*Kongen*), a long form its acronym, a compound
   its second part; more words beat fewer.
2. Of equals the more frequent is taken, then the one that stands first in the text.
3. Capitals throughout are undone unless the form is an acronym.
4. A form that the lexicon knows as a spelling of a Norwegian name is written so
   (*Sochi* → *Sotsji*); another name of the same thing never takes its place.
5. An acronym that can be written two ways gets the way asked for (*NATO*, *Nato*).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ntbner.lexicon import Lexicon
from ntbner.names.casing import decapitalise
from ntbner.names.person import is_initial
from ntbner.names.place import strip_generic
from ntbner.names.skeleton import skeleton
from ntbner.names.text import is_all_capitals
from ntbner.names.words import DEFINITE_TITLES
from ntbner.normaliser.acronyms import Acronyms, style_acronym
from ntbner.normaliser.name import Name
from ntbner.normaliser.organisations import is_head
from ntbner.records import LOC, ORG, PER

NORWEGIAN: Final = frozenset("abcdefghijklmnopqrstuvwxyzæøåéèêóòôüöä -'.")
"""Letters that Norwegian spellings of names are written with."""


def pick_name(
    names: Sequence[Name],
    lexicon: Lexicon,
    *,
    language: str | None = None,
    acronyms: Acronyms = "as_written",
) -> str:
    """The canonical name of a record.

    Args:
        names: The names of the record.
        lexicon: Known names and their Norwegian spelling.
        language: ``nn`` keeps the spellings of the text, which may be Nynorsk's own.
        acronyms: How those that are read as words are written (:mod:`.acronyms`).
    """
    best = min(_leave_out_heads(names), key=_rank) if len(names) > 1 else names[0]
    form = _tidy(best)
    if is_all_capitals(form):
        known = [other for name in names for other in name.forms]
        form = decapitalise(form, type=best.type, known=known, lexicon=lexicon)
    if language != "nn" and (best.entries or form != best.form):
        form = spell_norwegian(form, best.type, lexicon)
    shown = best.written(form)
    return shown if acronyms == "as_written" else style_acronym(shown, best.type, acronyms, lexicon)


def _leave_out_heads(names: Sequence[Name]) -> Sequence[Name]:
    """The names without those that are the second part of another (*Rådet*, *Kulturrådet*)."""
    if names[0].type != ORG:
        return names
    lasts = [name.words[-1] for name in names if name.words]
    return [name for name in names if len(name.words) > 1 or not is_head(name.key, lasts)]


def _rank(name: Name) -> tuple[object, ...]:
    """The order in which names of a record are preferred, best first."""
    if name.type == PER:
        words = sum(not is_initial(word) for word in name.person.core.split())
        length = len(name.untitled_key.split())
        is_title = name.key in DEFINITE_TITLES
        return (is_title, not name.is_full, -words, -length, -name.count, _first(name), name.key)
    generic = name.type == LOC and len(strip_generic(name.words)) < len(name.words)
    official = any(
        form == entry.name and NORWEGIAN.issuperset(form.lower())
        for entry in name.entries
        for form in name.forms
    )
    return (
        generic,
        is_all_capitals(name.form) or len(name.key) < 4,
        -min(len(name.words), 2) if name.type != LOC else 0,
        not official,
        -len(name.words),
        -name.count,
        _first(name),
        name.key,
    )


def _first(name: Name) -> int:
    return name.mentions[0].start


def _tidy(name: Name) -> str:
    """The form without a title."""
    if name.type == PER and name.person.title:
        return " ".join((name.person.core, *name.person.suffix))
    return name.form


def spell_norwegian(form: str, type: str, lexicon: Lexicon) -> str:
    """The Norwegian spelling of a form, where the lexicon knows one of the same name.

    >>> from ntbner.lexicon import packaged
    >>> spell_norwegian("Sochi", "LOC", packaged()), spell_norwegian("FN", "ORG", packaged())
    ('Sotsji', 'FN')
    """
    if is_all_capitals(form):
        return form
    entries = lexicon.find(form, type=type)
    if len(entries) != 1 or form == entries[0].name:
        return form
    name = entries[0].name
    if _letters(name) == _letters(form):
        return form
    if not NORWEGIAN.issuperset(name.lower()) or is_all_capitals(name):
        return form
    return name if skeleton(name) == skeleton(form) else form


def _letters(form: str) -> str:
    """A form without breaks and case: what is left to differ is spelling."""
    return "".join(filter(str.isalnum, form)).casefold()
