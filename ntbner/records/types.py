"""The types of names, and what the labels of taggers mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PER: Final = "PER"
LOC: Final = "LOC"
ORG: Final = "ORG"

TYPES: Final[tuple[str, ...]] = (PER, LOC, ORG)
"""The types that are extracted by default, in the order in which they are shown."""

OTHER_TYPES: Final[tuple[str, ...]] = ("PROD", "EVT", "MISC")
"""Types that come with ``types="all"``: products and works, events, and the rest."""

TYPE_OF_LABEL: Final[Mapping[str, str]] = {
    "PER": PER,
    "PERSON": PER,
    "PRS": PER,
    "ORG": ORG,
    "LOC": LOC,
    "GPE": LOC,
    "GPE_LOC": LOC,
    "GPE_ORG": LOC,
    "PROD": "PROD",
    "EVT": "EVT",
    "MISC": "MISC",
    "DRV": "DRV",
}
"""Our type for a tagger's label. A country is a place whether it acts (``GPE_ORG``) or not."""
