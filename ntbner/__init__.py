"""People, places and organisations in Norwegian text, merged into canonical records.

text ─pipeline→ Doc ─mentions→ Mention[] ─normaliser→ Entity[] ─api→ Extraction ─views→ what you see
"""

from ntbner.api import compare, extract, extract_many, load, normalise
from ntbner.errors import NtbnerError
from ntbner.lexicon import Lexicon
from ntbner.records import Comparison, Entity, Extraction, Judgement, Mention, Reason

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Entity",
    "Extraction",
    "Judgement",
    "Lexicon",
    "Mention",
    "NtbnerError",
    "Reason",
    "__version__",
    "compare",
    "extract",
    "extract_many",
    "load",
    "normalise",
]
