"""Names in capitals: how they are written otherwise.

Headlines and datelines shout (*RAWA*, *OSLO*); acronyms are written so always (*NRK*).
:func:`decapitalise` takes the form seen elsewhere in the text where there is one, keeps
what is an acronym, and writes the rest as a name.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from ntbner.names.text import fold, is_all_capitals
from ntbner.names.words import LEGAL_FORMS, LOWER_CASE_WORDS

if TYPE_CHECKING:
    from ntbner.lexicon import Lexicon

VOWELS: Final = frozenset("aeiouyæøåäöüáéíóúàèêôõã")
"""Letters that can carry a syllable in names in Latin script."""

LONGEST_ACRONYM: Final = {"PER": 0, "LOC": 3, "ORG": 5}
"""Words of this many letters may be acronyms, by type: places that are (*USA*, *UAE*) have
three, nobody is one, and Norwegian organisations rarely pass five (*NTNU*, *OECD*, *BRICS*)."""

LONGEST_JOINED: Final = 3
"""Letters of the longest acronym that is joined to another by a hyphen (*NTB-AFP*)."""

LONGEST_LEGAL: Final = 3
"""Letters of the longest legal form that is written in capitals (*ASA*, not *Corp*)."""


def decapitalise(
    name: str,
    *,
    type: str | None = None,
    known: Collection[str] = (),
    lexicon: Lexicon | None = None,
) -> str:
    """The name in small letters with capital initials, unless it is an acronym.

    Args:
        name: A name, in capitals or not; one that is not comes back folded.
        type: ``PER``, ``LOC`` or ``ORG``, if known.
        known: Forms seen elsewhere in the same text; one that differs in case alone wins.
        lexicon: Its spelling of the name wins where it has one in the same letters.

    >>> decapitalise("RAWA", type="LOC"), decapitalise("NRK"), decapitalise("USA", type="LOC")
    ('Rawa', 'NRK', 'USA')
    >>> decapitalise("NTB-AFP", type="ORG"), decapitalise("AUST-AGDER", type="LOC")
    ('NTB-AFP', 'Aust-Agder')
    >>> decapitalise("BASHAR AL-ASSAD", type="PER"), decapitalise("TV 2", type="ORG")
    ('Bashar al-Assad', 'TV 2')
    """
    form = fold(name)
    if not is_all_capitals(form):
        return form
    wanted = form.casefold()
    for other in sorted(map(fold, known)):
        if other.casefold() == wanted and not is_all_capitals(other):
            return other
    if lexicon is not None:
        spelled = _spelling(form, type, lexicon)
        if spelled is not None:
            return spelled
    words = form.split(" ")
    if len(words) == 1:
        return form if looks_like_acronym(form, type=type) else _write_word(form)
    first, *rest = words
    return " ".join((_write_part(first, type), *(_write_later(word, type) for word in rest)))


def _spelling(form: str, type: str | None, lexicon: Lexicon) -> str | None:
    """The lexicon's way to write the form: the same letters, case aside."""
    wanted = form.casefold()
    spellings = [
        spelling
        for entry in lexicon.find(form, type=type)
        for spelling in (entry.name, *entry.aliases)
        if spelling.casefold() == wanted
    ]
    if form in spellings:
        return form
    return spellings[0] if spellings else None


def looks_like_acronym(word: str, *, type: str | None = None) -> bool:
    """Whether a word in capitals is more likely an acronym than a name in capitals.

    It is one where it has a digit or cannot be spoken (no vowel), where it is no longer than
    acronyms of its type are (:data:`LONGEST_ACRONYM`; with no type, as ORG), and where it is an
    organisation's that joins short ones by hyphens.

    >>> looks_like_acronym("NTB"), looks_like_acronym("RAWA", type="LOC")
    (True, False)
    >>> looks_like_acronym("NTB-AFP"), looks_like_acronym("AL-NUSRA")
    (True, False)
    """
    longest = LONGEST_ACRONYM.get(type or "ORG", 5)
    if _is_unspeakable(word) or sum(map(str.isalpha, word)) <= longest:
        return True
    return type in (None, "ORG") and all(
        len(part) <= LONGEST_JOINED and part.lower() not in LOWER_CASE_WORDS
        for part in word.split("-")
    )


def _is_unspeakable(word: str) -> bool:
    """Whether a word has a digit, or no vowel (*TV* in *TV 2*, *FC* in *FC Barcelona*)."""
    return any(map(str.isdigit, word)) or not VOWELS.intersection(word.lower())


def _write_later(word: str, type: str | None) -> str:
    """A word behind the first of a name."""
    if _is_abbreviated(word, type):
        return word
    lowered = word.lower()
    return lowered if lowered in LOWER_CASE_WORDS else _write_part(word, type)


def _write_part(word: str, type: str | None) -> str:
    """A word of a longer name; one that cannot be spoken keeps its capitals, not in people."""
    keeps = type != "PER" and "." not in word and _is_unspeakable(word)
    return word if keeps else _write_word(word)


def _is_abbreviated(word: str, type: str | None) -> bool:
    """Whether a later word of an organisation is a legal form, written as letters (*ASA*)."""
    return type == "ORG" and word.lower() in LEGAL_FORMS and len(word) <= LONGEST_LEGAL


def _write_word(word: str) -> str:
    """One word with a capital after its start and after each hyphen, articles small."""
    parts = word.split("-")
    return "-".join(
        part.lower() if part.lower() in LOWER_CASE_WORDS and len(parts) > 1 else _capital(part)
        for part in parts
    )


def _capital(part: str) -> str:
    return part[:1].upper() + part[1:].lower()
