"""An organisation's name as words sorted by what they say, so that two can be matched.

Articles and other small words, legal forms and words for *club*, and numbers are told from
the core, whose words are written as concepts where they have one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ntbner.lexicon.categories import Category, listed
from ntbner.names.text import fold_letters
from ntbner.names.words import (
    BRANCH_WORDS,
    CLUB_FORMS,
    LEGAL_FORMS,
    ORGANISATION_WORDS,
    PARTY_LETTERS,
    SMALL_WORDS,
    TELLING_FORMS,
)
from ntbner.normaliser.pairs.concepts import find_concepts, is_concept

JOINED_FORM: Final = "spor"
"""The Turkish word for *sport* as the end of a club's name (*Akhisarspor*)."""

_DOTTED: Final = sorted(form for form in LEGAL_FORMS if not form.isalpha())
_DOTTED_FORM: Final = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _DOTTED))})\.?(?!\w)")
"""Legal forms with points or strokes (*A/S*, *S.p.A.*)."""
_CLUB_LETTERS: Final = re.compile(
    r"[a-z]?(?:fc|fk|sk|bk|sc|ac|cf|cd|ik|if|il|nk)|(?:fc|fk|sc|ac|cd)[a-z]{1,2}|[a-z]{1,2}fco?"
)
"""Letters that hold a form of *club* (*RCD*, *GFC*, *MFK*)."""
_CLUB_WORD: Final = re.compile(
    r"(?:topp)?(?:f(?:oo?|u)t|voet|fuss)b[ao]l+[a-z]*|sport(?:[yi]|klub|club)[a-z]*|elitesport"
)
"""Words for *football* and *sports* in names of clubs, in any language and ending."""
_BREAK: Final = re.compile(r"[^\w'&]+")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation's name, its words sorted by what they say.

    Attributes:
        core: Words that are neither small words nor legal nor club forms, as concepts
            where they have one.
        forms: Legal and club forms.
        numbers: Numbers in it.
        distinctive: Words of the core that few organisations share.
        plain: The core's words as they are written, joined.
        initials: First letters of its content words, for acronyms.
        letter: The letter before its first hyphen (*A-magasinet*).
        parties: Names of parties that are letters (*SV*).
    """

    core: tuple[str, ...]
    forms: frozenset[str]
    numbers: frozenset[str]
    distinctive: frozenset[str]
    plain: str
    initials: str
    letter: str
    parties: frozenset[str]


@lru_cache(maxsize=131_072)
def read_body(text: str) -> Body:
    """The words of a folded name, sorted.

    >>> read_body("Fulham Football Club").core, read_body("Den norske kyrkja").core
    (('fulham',), ('NORWAY', 'CHURCH'))
    """
    letters = fold_letters(text)
    if "." in letters or "/" in letters:
        letters = _DOTTED_FORM.sub(_join_letters, letters)
    words = [word.strip("'") for word in _BREAK.split(letters)]
    words = [word.replace("'", "") for word in words if word.strip("'")]
    parties = frozenset(PARTY_LETTERS & set(text.split(" ")))
    lowered = {party.lower() for party in parties}
    numbers = frozenset(word for word in words if word.isdigit())
    kept = [word for word in words if word not in SMALL_WORDS and not word.isdigit()] or words
    capitals = {fold_letters(word) for word in text.split(" ") if word.isupper()}
    forms = frozenset(
        word for word in kept if is_form(word, word in capitals) and word not in lowered
    )
    plain = [word for word in kept if word not in forms]
    if not plain:
        plain, forms = kept, frozenset()
    core = tuple(part for word in plain for part in find_concepts(_cut_joined_form(word)))
    return Body(
        core=core,
        forms=forms,
        numbers=numbers,
        distinctive=frozenset(word for word in core if is_distinctive(word)),
        plain="".join(plain),
        initials="".join(word[0] for word in words if word not in SMALL_WORDS),
        letter=text[0].lower() if text[1:2] == "-" else "",
        parties=parties,
    )


def _join_letters(match: re.Match[str]) -> str:
    return "".join(filter(str.isalpha, match[0]))


@lru_cache(maxsize=65_536)
def is_form(word: str, is_capital: bool) -> bool:
    """Whether a word in plain letters is a legal form or a form of *club*.

    Args:
        word: The word.
        is_capital: Whether it is written in capitals.

    >>> is_form("rcd", True), is_form("acre", False), is_form("futbolniy", False)
    (True, False, True)
    """
    if word in CLUB_FORMS or word in LEGAL_FORMS or word in TELLING_FORMS:
        return True
    letters = _CLUB_LETTERS if is_capital else _CLUB_WORD
    return letters.fullmatch(word) is not None


def _cut_joined_form(word: str) -> str:
    """*akhisarspor* → *akhisar*."""
    bare = word.removesuffix(JOINED_FORM)
    return bare if len(bare) >= len(JOINED_FORM) else word


@lru_cache(maxsize=65_536)
def is_distinctive(word: str) -> bool:
    """Whether few organisations share a word: no common word, no country.

    >>> is_distinctive("party"), is_distinctive("fulham"), is_distinctive("japan")
    (False, True, False)
    """
    if is_concept(word) or word in ORGANISATION_WORDS or word in BRANCH_WORDS or len(word) < 2:
        return False
    return not is_country(word)


def is_country(word: str) -> bool:
    """Whether a word of a core is a country or who is from one.

    >>> is_country("NORWAY"), is_country("danmark"), is_country("fulham")
    (True, True, False)
    """
    return bool(listed(word.title()) & (Category.COUNTRY | Category.INHABITANT))
