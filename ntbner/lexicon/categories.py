"""What a single word of a text may be, as a bit mask: features for the tagger.

A mask says what is possible, not what is so: *Jordan* is a country, a given name and a
surname. Words are looked up as they are written; failing that, without a genitive -s, in
ordinary case for words in capitals (*OSLO*), and in lower case for the classes that are
not names (*Statsminister* at the start of a sentence).
"""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import Final

from ntbner.lexicon.packaged import read_resource


class Category(enum.IntFlag):
    """The bits of :func:`token_categories`."""

    COUNTRY = 1 << 0
    CITY = 1 << 1
    REGION = 1 << 2
    WATER = 1 << 3
    """A river, sea, lake, island group, mountain or other feature of nature."""
    GIVEN_NAME = 1 << 4
    SURNAME = 1 << 5
    ORGANISATION = 1 << 6
    """A whole name or acronym of an organisation (*Nato*, *Stortinget*)."""
    ORG_WORD = 1 << 7
    """A word inside names of organisations (*Sparebank*, *FK*, *direktoratet*)."""
    PARTY = 1 << 8
    MEDIA = 1 << 9
    INHABITANT = 1 << 10
    """An adjective or noun for what is from a country (*irakisk*, *iraker*)."""
    TITLE = 1 << 11
    """What stands before a person's name (*statsminister*, *general*, *kong*)."""
    PLACE_NOUN = 1 << 12
    """What stands before a place's name (*byen*, *provinsen*, *elven*)."""
    COMPANY = 1 << 13
    PLACE_WORD = 1 << 14
    """A word inside names of places (*New*, *Saint*, *Angeles*)."""
    CLUB = 1 << 15


NOT_NAMES: Final = int(
    Category.INHABITANT | Category.TITLE | Category.PLACE_NOUN | Category.ORG_WORD
)
"""Classes of words that are written in lower case."""

PLACES: Final = int(Category.COUNTRY | Category.CITY | Category.REGION | Category.WATER)
"""Classes of places, which some surname endings also make (*Genova*, *Moldova*)."""

PATRONYMIC: Final = re.compile(
    r"[A-ZÆØÅÖÄÁÉÍÓÚÝÞĐ][\w'’]+"
    r"(?:sen|sson|son|dottir|dóttir|ovitsj|evitsj|ovich|evich|ovna|evna|ović|ević|ovic|evic"
    r"|enko|yan|jan|shvili|sjvili|dze|adze|ski|skij|skaja|sky|skyj|wski|ova|eva|opoulos|oğlu|oglu)"
)
"""Endings that make surnames and patronymics in the languages of the news."""

SHORTEST_PATRONYMIC: Final = 6
"""Letters; shorter words with these endings are as often other words (*Svejan*, *Oslova*)."""

_GENITIVES: Final = ("'s", "’s", "s", "'", "’")


@lru_cache(maxsize=1)
def _table() -> dict[str, int]:
    """Word to mask, from ``words.txt``: blocks ``#mask`` with one word a line."""
    table: dict[str, int] = {}
    for block in read_resource("words.txt").split("#")[1:]:
        mask, *words = block.rstrip("\n").split("\n")
        table.update(dict.fromkeys(words, int(mask)))
    return table


@lru_cache(maxsize=131072)
def token_categories(token: str) -> int:
    """What a word may be.

    Args:
        token: One token of a text, as written.

    Returns:
        Bits of :class:`Category`; 0 for a word that is in no list.

    >>> bool(token_categories("Iraks") & Category.COUNTRY)
    True
    >>> token_categories("og")
    0
    """
    table = _table()
    mask = table.get(token, 0)
    if not mask:
        mask = _bare_mask(token, table)
    if not mask and token.isupper() and len(token) > 3:
        ordinary = token.title()
        mask = table.get(ordinary, 0) or _bare_mask(ordinary, table)
    if not mask & NOT_NAMES and token[:1].isupper():
        lower = token.lower()
        mask |= (table.get(lower, 0) or _bare_mask(lower, table)) & NOT_NAMES
    if not mask & PLACES and token not in table and _is_patronymic(token):
        mask |= Category.SURNAME
    return int(mask)


def _bare_mask(token: str, table: dict[str, int]) -> int:
    """The mask of the word without its genitive ending."""
    for ending in _GENITIVES:
        if token.endswith(ending) and len(token) > len(ending) + 1:
            mask = table.get(token[: -len(ending)], 0)
            if mask:
                return mask
    return 0


def _is_patronymic(token: str) -> bool:
    return len(token) >= SHORTEST_PATRONYMIC and PATRONYMIC.fullmatch(token) is not None


def given_name(token: str) -> bool:
    """Whether a word is in the lists of given names (genitives too).

    >>> given_name("Astrid"), given_name("Bagdad")
    (True, False)
    """
    return bool(token_categories(token) & Category.GIVEN_NAME)


def surname(token: str) -> bool:
    """Whether a word is in the lists of surnames, or is made like one (*Karlsen*).

    >>> surname("Karlsen"), surname("Hansens"), surname("Bagdad")
    (True, True, False)
    """
    return bool(token_categories(token) & Category.SURNAME)


def listed(word: str) -> int:
    """What a word may be, exactly as it stands: no endings cut, no case changed.

    >>> listed("Iraks"), bool(listed("Irak"))
    (0, True)
    """
    return _table().get(word, 0)
