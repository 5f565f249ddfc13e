"""Agreement: what the rest of the document says about a word.

A name that is hard to type in one sentence is often easy in another (*Aksel Lund Svindal*,
then *Svindal*). After a first reading, every capitalised word that stands several times in
a document hears how probable each kind of name is where it stands elsewhere, as a bonus on
its own tag scores; then the document is decoded once more. Where the network is sure it is
listened to most (*Aksel Lund Svindal* settles ten bare *Svindal*). So do the spellings of one
foreign name (*Ivanisjvili*, *Ivanishvili*). The two senses of a country (``GPE_LOC``,
``GPE_ORG``) differ from sentence to sentence and get the same bonus.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from ntbner.lexicon.categories import listed
from ntbner.names.skeleton import skeleton
from ntbner.tagger.scheme import LABELS, TAGS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

WEIGHT: Final = 1.0
"""What the rest of the document counts; chosen on NorNE dev, where 0.75 to 1.5 score alike."""

CERTAINTY: Final = 16
"""Power of a mention's greatest probability that it speaks with. Over the four dev sets the
mean F is 87.7 without (0), 88.0 from 8 to 20."""

INSIDE: Final = 1.0
"""How much louder a word speaks from inside a longer name, where a given name or *kommune*
beside it gives its kind away."""

DOUBT: Final = 0.02
"""Probability that a kind of name never quite falls below."""

SHORTEST: Final = 5
"""Letters of the shortest word whose other spellings speak for it."""

FEWEST: Final = 4
"""Sounds of the shortest skeleton that tells a name from others."""

KINDS: Final = ("O", "PER", "ORG", "LOC", "GPE", "PROD", "EVT", "DRV", "MISC")

KIND_OF_TAG: Final = np.array(
    [0, *(KINDS.index(label.partition("_")[0]) for label in LABELS for _ in "BI")]
)

INNER: Final = [number for number, tag in enumerate(TAGS) if tag.startswith("I-")]
"""Numbers of the tags of words behind the first of a name."""

LEAST: Final = 1e-9
"""Keeps a sum of voices from being nothing."""


def agree(
    scores: Floats,
    marginals: Floats,
    words: Sequence[str],
    documents: Sequence[int],
    frequent: Container[str],
) -> Floats:
    """Tag scores with the bonus of what the rest of each document says.

    Args:
        scores: ``[tokens, tags]``.
        marginals: Probability of each tag at each token, at the first reading.
        words: The tokens.
        documents: The document of each token.
        frequent: Words of running text, in small letters.
    """
    groups = group_words(words, documents, frequent)
    together = groups >= 0
    if not together.any():
        return scores
    members = groups[together]
    kinds = np.zeros((len(scores), len(KINDS)), dtype=np.float32)
    for tag in range(len(TAGS)):
        kinds[:, KIND_OF_TAG[tag]] += marginals[:, tag]
    own = kinds[together]
    voices = own.max(axis=1) ** CERTAINTY * (1 + INSIDE * marginals[together][:, INNER].sum(axis=1))
    weighted = own * voices[:, None]
    totals = np.zeros((int(members.max()) + 1, len(KINDS)), dtype=np.float32)
    np.add.at(totals, members, weighted)
    others = np.bincount(members, weights=voices)[members] - voices
    elsewhere = (totals[members] - weighted) / np.maximum(others, LEAST)[:, None]
    bonus = WEIGHT * np.log(np.maximum(elsewhere, 0) + DOUBT)
    bonus -= bonus.max(axis=1, keepdims=True)
    raised = scores.copy()
    raised[together] += bonus[:, KIND_OF_TAG]
    return raised


def group_words(words: Sequence[str], documents: Sequence[int], frequent: Container[str]) -> Ints:
    """Number of the group of like words that each token belongs to; -1 for none.

    Words are alike when they stand in the same document, begin with a capital and are
    the same but for a final *s* or apostrophe; or, if they are strange, sound alike.

    >>> group_words(["Assads", "hær", "og", "Assad", "Syria"], [0] * 5, {"hær", "og"}).tolist()
    [0, -1, -1, 0, -1]
    """
    numbers: dict[tuple[int, str], int] = {}
    sizes: list[int] = []
    groups = np.full(len(words), -1, dtype=np.int64)
    for index, (word, document) in enumerate(zip(words, documents, strict=True)):
        if len(word) > 1 and word[0].isupper():
            key = cut_ending(word)
            if len(key) >= SHORTEST and word.lower() not in frequent:
                key = sound_out_strange(key)
            number = numbers.setdefault((document, key), len(sizes))
            if number == len(sizes):
                sizes.append(0)
            sizes[number] += 1
            groups[index] = number
    shared = [number for number, size in enumerate(sizes) if size > 1]
    renumbered = np.full(len(sizes) + 1, -1, dtype=np.int64)
    renumbered[shared] = np.arange(len(shared))
    return renumbered[groups]


def cut_ending(word: str) -> str:
    """A key that a word shares with its genitive; not a base form (*Paris* gives *Pari*).

    >>> cut_ending("Assads"), cut_ending("Moss’"), cut_ending("Moss")
    ('Assad', 'Mos', 'Mos')
    """
    bare = word.rstrip("'’")
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare


@lru_cache(maxsize=16_384)
def sound_out_strange(key: str) -> str:
    """The skeleton of a word that no list of names has; the word itself where one has it.

    >>> sound_out_strange("Ivanisjvili") == sound_out_strange("Ivanishvili")
    True
    >>> sound_out_strange("Kristian"), sound_out_strange("Christian")
    ('Kristian', 'Christian')
    """
    sounds = "" if listed(key) else skeleton(key)
    return sounds if len(sounds) >= FEWEST else key
