"""A text with two people and a place, as the tests of records need it."""

from __future__ import annotations

from ntbner.records import Entity, Extraction, Mention, Reason, assign

TEXT = "Bashar al-Assad møtte Kong Harald V i Oslo. Assad takket Noregs konge."


def mentions_of(*forms, type, entity):
    """Mentions at the first place of each form in the text."""
    found = [Mention(TEXT.index(form), TEXT.index(form) + len(form), form, type) for form in forms]
    return assign(found, entity)


ASSAD = Entity(
    "per-assad",
    "PER",
    "Bashar al-Assad",
    {"Assad": 1, "Bashar al-Assad": 1},
    mentions_of("Bashar al-Assad", type="PER", entity="per-assad")
    + assign([Mention(44, 49, "Assad", "PER", confidence=0.75)], "per-assad"),
    reasons=(Reason("Assad", "Bashar al-Assad", "surname", "surname of 'Bashar al-Assad'", 0.9),),
    near_misses=(Reason("Assad", "Harald V", "initial", "not merged with 'Harald V'", 0.1),),
)
HARALD = Entity(
    "per-harald-v",
    "PER",
    "Harald V",
    {"Harald V": 1},
    mentions_of("Harald V", type="PER", entity="per-harald-v"),
    candidates=("per-assad",),
)
NORWAY = Entity(
    "loc-noreg",
    "LOC",
    "Noreg",
    {"Noreg": 1},
    mentions_of("Noregs", type="LOC", entity="loc-noreg"),
    links={"iso3166": "NO"},
)
RESULT = Extraction(
    TEXT,
    tuple(sorted(ASSAD.mentions + HARALD.mentions + NORWAY.mentions, key=lambda m: m.start)),
    (ASSAD, HARALD, NORWAY),
    doc_id="a",
    language="nb",
)
