"""From mentions to records: which names of a text are one, and why.

:func:`~ntbner.normaliser.resolve.normalise` tells the story in one page;
:func:`~ntbner.normaliser.derived.derive_mentions` finds names inside compounds,
:func:`~ntbner.normaliser.own.find_own` a user's own. The spaCy face,
:mod:`ntbner.normaliser.component`, is loaded by spaCy when it is named.
"""

from ntbner.normaliser.derived import derive_mentions
from ntbner.normaliser.own import find_own
from ntbner.normaliser.resolve import normalise

__all__ = ["derive_mentions", "find_own", "normalise"]
