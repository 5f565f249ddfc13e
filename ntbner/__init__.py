"""People, places and organisations in Norwegian text, merged into canonical records.

text ─pipeline→ Doc ─mentions→ Mention[] ─normaliser→ Entity[] ─api→ Extraction ─views→ what you see
"""

from ntbner.api import (
    cluster_names,
    compare,
    compare_many,
    extract,
    extract_many,
    load,
    normalise,
)
from ntbner.errors import NtbnerError
from ntbner.lexicon import Entry, Lexicon
from ntbner.records import Comparison, Entity, Extraction, Judgement, Mention, Reason

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Entity",
    "Entry",
    "Extraction",
    "Judgement",
    "Lexicon",
    "Mention",
    "NtbnerError",
    "Reason",
    "__version__",
    "cluster_names",
    "compare",
    "compare_many",
    "extract",
    "extract_many",
    "load",
    "normalise",
]
