"""What a name in s and the words around it show: the features of the genitive's model.

1. *Neighbours*: the words before and behind, their classes and endings, how often the next
   word stands behind a genitive, against behind other names, in running text, and whether
   it begins another name.
2. *Letters* of the name's last word (*Hussein* of *Saddam Husseins*).
3. *Usage*: how often the form is seen against its bare form, and where.
4. *Lists* that have the form or its bare form, and which of them the text has elsewhere;
   that the text has neither says the more, the more names it has.
5. The *type*, where it is known.

Weights stand in :mod:`ntbner.names.genitive_model`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST_ENDING: Final = 5
"""Letters of the longest word ending whose class is kept."""

SHORTEST_ENDING: Final = 2
"""Letters of the shortest."""

SHORTEST_TAIL: Final = 4
"""Letters of the shortest word that is taken for the last part of a compound."""

SHORTEST_HEAD: Final = 2
"""Letters of the shortest first part of a compound."""

NOMINAL: Final = ("N", "n")
"""Classes that an unlisted word takes from its last part: most compounds are nouns."""

QUOTATION_MARKS: Final = frozenset('"«“”„')
"""Marks that open the title of a work: *Shakespeares «Hamlet»*."""

LONGEST_SUFFIX: Final = 7
SHORTEST_SUFFIX: Final = 3
"""Letters of the endings whose odds are kept."""

LIMIT: Final = 5
"""Largest absolute value of a form's ratio and of all odds."""

MOST_KNOWN: Final = 7
"""Bits of the number of known names from which on more say no more."""

CLASS_BITS: Final = 16
"""Bits of :class:`ntbner.lexicon.Category`."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How a form in s is used in running text.

    Attributes:
        ratio: log2 of its frequency over the bare form's, -5 to 5.
        odds: Log-odds that it is a genitive, by the words around it, -5 to 5.
    """

    ratio: int
    odds: int


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of words; each is a kind of row of ``genitive_model.tsv``.

    Attributes:
        classes: Word, or ``-`` and an ending, to class.
        usages: Form in s to its usage.
        behind: Word in small letters, or ``-`` and an ending, to log2 of how much more often
            it stands behind a genitive than behind other names, -5 to 5.
    """

    classes: Mapping[str, str]
    usages: Mapping[str, Usage]
    behind: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name that ends in s, in its place.

    Attributes:
        form: The name as it is written, folded.
        previous_word: The word before it; empty at the start of the text.
        next_word: The word or mark behind it; empty at the end.
        known: Forms seen elsewhere in the text.
        type: ``PER``, ``LOC``, ``ORG`` or ``None``.
        form_listed: Categories of its last word in the word lists (0 if not there).
        bare_listed: Categories of its last word without the s.
        form_entry: Whether the lexicon has an entry by the form.
        bare_entry: Whether it has one by the form without the s.
    """

    form: str
    previous_word: str
    next_word: str
    known: Collection[str]
    type: str | None
    form_listed: int = 0
    bare_listed: int = 0
    form_entry: bool = False
    bare_entry: bool = False

    @property
    def last_word(self) -> str:
        """The name's last word."""
        return self.form.rpartition(" ")[2]

    @property
    def is_known(self) -> bool:
        """Whether the form or its last word is seen elsewhere in the text."""
        return self.form in self.known or self.last_word in self.known

    @property
    def is_bare_known(self) -> bool:
        """The same of the form without its s."""
        return self.form[:-1] in self.known or self.last_word[:-1] in self.known

    @property
    def following(self) -> str:
        """What the text has elsewhere that begins with the next word.

        ``name`` for a longer name (*Hamsuns Markens grøde*), ``word`` for it alone, which may
        be a part of a name with the form itself, or nothing.
        """
        if not self.next_word[:1].isupper():
            return ""
        start = f"{self.next_word} "
        if any(name.startswith(start) for name in self.known):
            return "name"
        return "word" if self.next_word in self.known else ""


def word_class(word: str, classes: Mapping[str, str]) -> str:
    """Class of a neighbouring word; of its last part or ending, marked ``~``, if not listed.

    >>> word_class("bøker", {"-er": "N"}), word_class("er", {"er": "V"})
    ('N~', 'V')
    >>> word_class("sjeføkonom", {"økonom": "N", "-om": "O"})
    'N~'
    """
    lowered = word.lower()
    found = classes.get(lowered)
    if found is not None:
        return found
    for start in range(SHORTEST_HEAD, len(lowered) - SHORTEST_TAIL + 1):
        found = classes.get(lowered[start:], "O")
        if found in NOMINAL:
            return found + "~"
    for length in range(LONGEST_ENDING, SHORTEST_ENDING - 1, -1):
        if len(lowered) > length:
            found = classes.get("-" + lowered[-length:])
            if found is not None:
                return found + "~"
    return "?"


def word_shape(word: str) -> str:
    """``start`` (none), ``cap``, ``low``, ``dig``, ``quote`` or ``mark``."""
    if not word:
        return "start"
    first = word[0]
    if first.isalpha():
        return "cap" if first.isupper() else "low"
    if first in QUOTATION_MARKS:
        return "quote"
    return "dig" if first.isdigit() else "mark"


def odds_behind(word: str, behind: Mapping[str, int]) -> tuple[int | None, str]:
    """Odds of a genitive before a word; by its longest listed ending, marked ``~``, if not listed.

    >>> odds_behind("vinterkyst", {"-kyst": 5}), odds_behind("er", {"er": -4})
    ((5, '~'), (-4, ''))
    """
    found = behind.get(word)
    if found is not None:
        return found, ""
    for length in range(min(LONGEST_SUFFIX, len(word)), SHORTEST_SUFFIX - 1, -1):
        found = behind.get("-" + word[-length:])
        if found is not None:
            return found, "~"
    return None, ""


def extract_features(occurrence: Occurrence, tables: Tables) -> list[str]:
    """The features of a name in its place, as names of rows ``w``."""
    around = neighbour_features(occurrence.previous_word, occurrence.next_word, tables.classes)
    return around + name_features(occurrence, tables)


def name_features(occurrence: Occurrence, tables: Tables) -> list[str]:
    """What the name itself says, alone and together with its neighbours."""
    shape, kind = _shape_and_class(occurrence.next_word, tables.classes)
    seen, odds = _usage_keys(tables.usages.get(occurrence.last_word))
    group = kind[0].upper()
    features = [seen, f"{seen},{group}", odds, f"{odds},{group}", f"{odds},{shape}"]
    features += _letter_features(occurrence.last_word, group)
    features += _list_features(occurrence, shape, kind)
    unlisted = f"u{int(not occurrence.form_listed)}"
    features.append(f"{unlisted}{int(odds != 'g?')},{shape}")
    if shape == "low":
        features += _odds_features(occurrence.next_word, tables.behind, seen)
    following = occurrence.following
    if following:
        features += [f"B{following}{other}" for other in ("", f",{seen}", f",{odds}")]
        if occurrence.last_word[:-1].isupper():
            features.append(f"B{following},capitals")
    if " " in occurrence.form:
        features += ["m", f"m,{kind[0]}", f"mps{word_shape(occurrence.previous_word)}"]
    if occurrence.type is not None:
        features += _type_features(occurrence, kind, [seen, f"{unlisted},{shape}"])
    return features


def neighbour_features(previous_word: str, next_word: str, classes: Mapping[str, str]) -> list[str]:
    """What the words around a name say, whatever the name is."""
    shape, kind = _shape_and_class(next_word, classes)
    found = ["bias", *_next_features(next_word, shape, kind)]
    return found + _previous_features(previous_word, shape, kind, classes)


def _shape_and_class(word: str, classes: Mapping[str, str]) -> tuple[str, str]:
    """Shape of a neighbouring word, and its class if it is in small letters."""
    shape = word_shape(word)
    return shape, word_class(word, classes) if shape == "low" else shape


def _usage_keys(usage: Usage | None) -> tuple[str, str]:
    return ("r?", "g?") if usage is None else (f"r{usage.ratio}", f"g{usage.odds}")


def _letter_features(word: str, group: str) -> list[str]:
    bare = word[:-1]
    lowered = bare.lower()
    found = [f"e{lowered[-n:]}" for n in (1, 2, 3, 4, 5) if len(lowered) >= n]
    found += [f"l{min(len(bare), 8)}", f"l{min(len(bare), 4)},{group}"]
    if len(bare) > 1 and bare.isupper():
        found.append("capitals")
    elif bare[-1:].isupper():
        found.append("capital-end")
    if word[:1].islower():
        found += ["small", f"s{lowered[-2:]}", f"s{lowered[-3:]}"]
    return found


def _odds_features(next_word: str, behind: Mapping[str, int], seen: str) -> list[str]:
    """Odds by the next word in running text, with all smaller ones."""
    odds, mark = odds_behind(next_word, behind)
    if odds is None:
        return ["o?"]
    smaller = (f"o>{step}" for step in range(-LIMIT, odds))
    return [f"o{odds}", f"o{odds}{mark}", f"o{odds}{mark},{seen}", *smaller]


def _list_features(occurrence: Occurrence, shape: str, kind: str) -> list[str]:
    known = f"K{int(occurrence.is_known)}{int(occurrence.is_bare_known)}"
    entries = f"E{int(occurrence.form_entry)}{int(occurrence.bare_entry)}"
    found = [entries, f"m{entries}"] if " " in occurrence.form else [entries]
    if known == "K00":
        found.append(f"z{min(len(occurrence.known).bit_length(), MOST_KNOWN)}")
    lists = occurrence.form_listed, occurrence.bare_listed
    return [*found, *_listed_features(*lists, known, shape, kind[0])]


@lru_cache(maxsize=4096)
def _listed_features(form: int, bare: int, known: str, shape: str, kind: str) -> tuple[str, ...]:
    """What the word lists have, alone and with the text's names and the next word."""
    listed = f"L{int(bool(form))}{int(bool(bare))}"
    found = [listed, f"{listed},{shape}", f"{listed},{kind}", known, f"{known},{kind}"]
    if not form and not bare:
        found.append(f"{known}unlisted")
    if form:
        found.append(f"{known}listed")
    found += [f"f{bit}" for bit in range(CLASS_BITS) if form >> bit & 1]
    found += [f"b{bit}" for bit in range(CLASS_BITS) if bare >> bit & 1]
    return tuple(found)


def _type_features(occurrence: Occurrence, kind: str, others: Iterable[str]) -> list[str]:
    type = f"t{occurrence.type}"
    ending = occurrence.last_word[:-1].lower()[-2:]
    found = [type, f"{type},{kind[0]}", f"{type},e{ending}", *(f"{type},{o}" for o in others)]
    if " " in occurrence.form:
        found.append(f"{type},m,{kind[0]}")
    return found


def _next_features(word: str, shape: str, kind: str) -> list[str]:
    lowered = word.lower()
    found = [f"n={lowered}", f"ns{shape}", f"nk{kind}", f"nK{kind[0]}"]
    if shape in ("low", "cap"):
        found += [f"n{shape[0]}{lowered[-n:]}" for n in (2, 3)]
        if "-" in word and word.rpartition("-")[2].islower():
            found.append("n-compound")
    if shape == "low":
        found += [f"n{lowered[-4:]}", f"n{lowered[-5:]}", f"nl{min(12, len(lowered))}"]
    return found


def _previous_features(
    word: str, next_shape: str, kind: str, classes: Mapping[str, str]
) -> list[str]:
    shape, own = _shape_and_class(word, classes)
    return [f"p={word.lower()}", f"ps{shape}", f"ps{shape},{next_shape}", f"pk{own},{kind}"]
