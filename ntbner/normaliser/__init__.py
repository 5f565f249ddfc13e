"""From mentions to records: which names of a text are one, and why.

:func:`~ntbner.normaliser.resolve.normalise` tells the story in one page;
:func:`~ntbner.normaliser.steps.find_records` is what ``extract`` and the spaCy face,
:mod:`ntbner.normaliser.component`, do with a tagged text. The latter is loaded by spaCy when
it is named.
"""

from ntbner.normaliser.derived import derive_mentions
from ntbner.normaliser.resolve import normalise
from ntbner.normaliser.steps import find_records

__all__ = ["derive_mentions", "find_records", "normalise"]
