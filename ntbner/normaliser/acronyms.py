"""How canonical names write acronyms: as the text has them, or in a newsroom's style.

Acronyms that are read letter by letter have capitals (*NRK*); those that are read as words
may have one (*Nato*, *Nav*), and are in capitals where the body itself writes them (Språkrådet,
"Forkortelser", sprakradet.no). Norwegian newsrooms choose one way; texts from several of them
mix both. Which acronyms can be written both ways is the lexicon's knowledge.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

from ntbner.errors import InputError
from ntbner.lexicon import Lexicon

Acronyms: TypeAlias = Literal["as_written", "capitals", "words"]
"""``as_written``: as the text mostly has them; ``capitals``: *NATO*; ``words``: *Nato*."""

STYLES: Final[tuple[Acronyms, ...]] = get_args(Acronyms)

PARTY: Final = "party"
"""The kind of entry whose letters are neither capitals nor a word (*KrF*, *Ap*)."""


def check_acronyms(style: object) -> Acronyms:
    """The style, if it is one.

    Raises:
        InputError: It is none; the message names them.
    """
    for known in STYLES:
        if style == known:
            return known
    raise InputError(
        f"acronyms is {', '.join(map(repr, STYLES[:-1]))} or {STYLES[-1]!r}, not {style!r}"
    )


def style_acronym(name: str, type: str, style: Acronyms, lexicon: Lexicon) -> str:
    """A canonical name in the style wanted; as it is where the lexicon does not know both ways.

    Args:
        name: Any canonical name.
        type: Its type.
        style: How acronyms that are read as words are to be written.
        lexicon: Known names; how a user's own lexicon writes a name stands.

    >>> from ntbner.lexicon import packaged
    >>> [style_acronym(name, "ORG", "words", packaged()) for name in ("NATO", "NRK", "FRP")]
    ['Nato', 'NRK', 'Frp']
    >>> [style_acronym(name, "ORG", "capitals", packaged()) for name in ("Nato", "NRK", "Frp")]
    ['NATO', 'NRK', 'Frp']
    """
    if style == "as_written" or not name.isalpha():
        return name
    entries = lexicon.find(name, type=type)
    if len(entries) != 1 or entries[0].is_own:
        return name
    (entry,) = entries
    spellings = [s for s in (entry.name, *entry.acronyms) if s.casefold() == name.casefold()]
    if style == "words" and name.isupper():
        return next((s for s in spellings if not s.isupper()), name)
    if style == "capitals" and name.istitle() and entry.kind != PARTY:
        return next((s for s in spellings if s.isupper()), name)
    return name
