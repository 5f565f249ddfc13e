"""Names inside compounds: *Syria-krigen* is no place, but it mentions Syria.

A hyphenated word becomes a ``derived`` mention where the part before its small-letter
tail is a name (:func:`ntbner.names.compound.split_compound`) that something vouches for:
it is named elsewhere in the document, the lexicon knows it, the tagger marked the word,
or it is an acronym. The mention covers the whole word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from ntbner.lexicon import Category, Lexicon, packaged, token_categories
from ntbner.names.compound import split_compound
from ntbner.names.words import PERSON_TAILS
from ntbner.normaliser.bases import Bases
from ntbner.normaliser.context import Context
from ntbner.normaliser.name import make_key, sort_mentions
from ntbner.records import LOC, ORG, PER, TYPES, Mention

DERIVED_LABEL: Final = "DRV"
"""NorNE's label for a word with a name inside; see :mod:`ntbner.mentions`."""

_COMPOUND: Final = re.compile(
    r"(?<![\w\-‐‑–])[^\W\d_][\w'’.]*(?:[-‐‑–][\w'’]+)*[-‐‑–][a-zæøåäöéü][\wé]+(?![\w\-‐‑–])"
)
"""A hyphenated word that ends in a part in small letters."""

_JOINT: Final = re.compile("[-‐‑–][a-zæøåäöéü]")
"""Where a part in small letters begins: found first, for it is rare."""

_RUN: Final = re.compile(r"[\w'’.\-‐‑–]+\Z")
"""What stands before it without a space."""

LONGEST_WORD: Final = 80
"""Characters before a joint in which its word begins."""

_LEFT_WORD: Final = re.compile(r"([A-ZÆØÅÄÖ][\w'’.\-]*|[aA]l|[eE]l) \Z")

BODIES: Final = Category.COMPANY | Category.ORGANISATION | Category.ORG_WORD | Category.MEDIA
"""What words of organisations' names are, and hardly those of people's."""

LONGEST_NAME: Final = 4
"""Words before the hyphenated one that are tried as the opening of its name."""


def derive_mentions(
    text: str | None,
    mentions: Iterable[Mention],
    *,
    lexicon: Lexicon | None = None,
    types: Collection[str] = TYPES,
) -> list[Mention]:
    """The mentions with names inside compounds found, in the order of the text.

    Args:
        text: The text; ``None`` leaves out compounds that no tagger marked.
        mentions: What the tagger found, words that it marked as derived (type ``DRV``)
            among them.
        lexicon: As for :func:`~ntbner.normaliser.resolve.normalise`.
        types: The types wanted.

    Returns:
        All name mentions as they are, and the compounds as mentions of kind ``derived``
        that cover the whole word. A marked word without a name inside is left out, and so
        is a mention that a compound contains.

    >>> text = "Syria-krigen rammer Syria. Aust-Agder er langt unna."
    >>> [(m.text, m.kind, m.type) for m in derive_mentions(text, [Mention(20, 25, "Syria", "LOC")])]
    [('Syria-krigen', 'derived', 'LOC'), ('Syria', 'name', 'LOC')]
    """
    known = packaged() if lexicon is None else lexicon | packaged()
    given = sort_mentions(mentions)
    marked = [mention for mention in given if mention.type == DERIVED_LABEL]
    named = [mention for mention in given if mention.type != DERIVED_LABEL]
    seen = _Seen(named, Context(text), known)
    found: dict[tuple[int, int], Mention] = {}
    for mention in (*marked, *_find_compounds(text)):
        typed = _type_compound(mention, seen, known)
        if typed is not None:
            found.setdefault((typed.start, typed.end), typed)
    for mention in named:
        if mention.kind == "name" and _is_compound(mention, seen, known):
            typed = _type_compound(mention, seen, known) or replace(mention, kind="derived")
            found[mention.start, mention.end] = typed
    compounds = _drop_nested(sorted(found.values(), key=lambda m: (m.start, -m.end)))
    if not compounds:
        return named
    kept = [mention for mention in named if not _is_covered(mention, compounds)]
    derived = [mention for mention in compounds if mention.type in types]
    return sort_mentions((*kept, *derived))


class _Seen:
    """The names of a document, and the type that each is tagged most often.

    They are counted when they are first asked for, and only those that are: most texts have
    no compound, the others few.

    Args:
        named: Mentions that are names.
        context: The text around them.
        lexicon: Known names.
    """

    def __init__(self, named: list[Mention], context: Context, lexicon: Lexicon) -> None:
        self._named, self._context, self._lexicon = named, context, lexicon
        self._types: dict[str, str | None] = {}

    @cached_property
    def _bases(self) -> Bases:
        return Bases(self._named, self._context, self._lexicon)

    @cached_property
    def _filed(self) -> dict[str, list[str]]:
        """Written forms by the keys that their base forms, or the last words of them, may have."""
        filed: dict[str, list[str]] = {}
        for surface in self._bases.places:
            for key in {make_key(surface), make_key(surface.rpartition(" ")[2])}:
                filed.setdefault(key, []).append(surface)
                while key.endswith("s"):
                    key = key[:-1].rstrip()
                    filed.setdefault(key, []).append(surface)
        return filed

    def type_of(self, form: str) -> str | None:
        """The type of a name of the document; ``None`` where it is not among them."""
        key = make_key(form)
        if key not in self._types:
            self._types[key] = self._vote(key)
        return self._types[key]

    def _vote(self, key: str) -> str | None:
        """The type that most mentions of a name have; those of longer names count half."""
        votes: Counter[str] = Counter()
        for surface in dict.fromkeys(self._filed.get(key, ())):
            base = self._bases.find(surface)
            is_it = make_key(base) == key
            is_end = " " in base and make_key(base.split()[-1]) == key
            for mention in self._bases.places[surface]:
                if mention.kind != "name" or split_compound(mention.text) is not None:
                    continue
                votes[mention.type] += 2 * is_it + (is_end and mention.type in (PER, ORG))
        votes += Counter()  # drops types without a vote
        return max(votes, key=lambda type: (votes[type], type)) if votes else None


def _find_compounds(text: str | None) -> Iterator[Mention]:
    """Hyphenated words of a text, alone and with the words before them."""
    if text is None or not any(hyphen in text for hyphen in "-–‑"):
        return
    done = 0
    for joint in _JOINT.finditer(text):
        if joint.start() < done:
            continue
        word = _RUN.search(text, max(done, joint.start() - LONGEST_WORD), joint.start())
        match = _COMPOUND.search(text, word.start() if word else joint.start())
        if match is None:
            return
        if match.start() > joint.start():
            continue
        done = match.end()
        start = match.start()
        for _ in range(LONGEST_NAME):
            left = _LEFT_WORD.search(text, max(0, start - 40), start)
            if left is None:
                break
            start = left.start()
            yield Mention(start, match.end(), text[start : match.end()], DERIVED_LABEL)
        yield Mention(match.start(), match.end(), match[0], DERIVED_LABEL)


def _type_compound(mention: Mention, seen: _Seen, lexicon: Lexicon) -> Mention | None:
    """The derived mention of a compound, or ``None`` where nothing vouches for its name."""
    place = split_compound(mention.text)
    if place is None:
        return None
    name = mention.text[place[0] : place[1]]
    type = seen.type_of(name) or _type_by_lexicon(name, lexicon)
    if type is None and mention.label is not None:
        type = _type_by_shape(name, mention.text[place[1] + 1 :])
    if type is None:
        return None
    return replace(mention, type=type, kind="derived", label=mention.label or DERIVED_LABEL)


def _type_by_lexicon(name: str, lexicon: Lexicon) -> str | None:
    """The type of a name that only the lexicon vouches for: the first of its entries."""
    types = {entry.type for entry in lexicon.find(name)}
    return next((type for type in (LOC, ORG, PER) if type in types), None)


def _type_by_shape(name: str, tail: str) -> str:
    """The type of a name that only the tagger vouches for, by what such compounds mostly hold."""
    if tail.lower() in PERSON_TAILS and not name.isupper():
        return PER
    if name.isupper() or " " not in name:
        return ORG
    given, *others = map(token_categories, name.split())
    is_body = not given & Category.GIVEN_NAME and any(mask & BODIES for mask in (given, *others))
    return ORG if is_body else PER


def _is_compound(mention: Mention, seen: _Seen, lexicon: Lexicon) -> bool:
    """Whether a mention that was tagged as a name is a compound with a name that is known."""
    place = split_compound(mention.text)
    if place is None or place[0] > 0 or lexicon.find(mention.text):
        return False
    name = mention.text[: place[1]]
    return seen.type_of(name) is not None or bool(lexicon.find(name))


def _drop_nested(compounds: list[Mention]) -> list[Mention]:
    """Of compounds that overlap, the one that starts first, with the longest name."""
    kept: list[Mention] = []
    for mention in compounds:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _is_covered(mention: Mention, compounds: list[Mention]) -> bool:
    place = bisect_right(compounds, mention.start, key=lambda compound: compound.start)
    return place > 0 and mention.end <= compounds[place - 1].end
