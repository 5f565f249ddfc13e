"""The tokeniser: spaCy's for Bokmål, less four habits that glue marks to names.

1. Party names are no abbreviations: *Frp.* at the end of a sentence is *Frp* and a stop.
2. A number ends before its full stop: *TV 2.* is *TV*, *2* and a stop. An ordinal becomes
   two tokens, which costs a tagger of names nothing.
3. A slash ends a word: *AP/ NTB*.
4. A full stop behind a small letter and a capital ends a sentence: *UiB.*, *KrF.*
"""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_suffix_regex

PARTIES: Final = ("Ap.", "Frp.", "Sp.")
"""spaCy's exceptions for Bokmål that name a party (``spacy/lang/nb``)."""

SUFFIXES: Final = (r"(?<=[0-9])\.", "/+", r"(?<=[a-zæøå][A-ZÆØÅ])\.")


def adapt_tokeniser(nlp: Language) -> Language:
    """Change the tokeniser of a blank Norwegian pipeline; returns the pipeline.

    >>> import spacy
    >>> [token.text for token in adapt_tokeniser(spacy.blank("nb"))("Frp vant på TV 2.")][-2:]
    ['2', '.']
    >>> [token.text for token in adapt_tokeniser(spacy.blank("nb"))("ved UiB.")]
    ['ved', 'UiB', '.']
    """
    tokeniser = nlp.tokenizer
    if not isinstance(tokeniser, Tokenizer):
        raise TypeError(f"expected spaCy's rule-based tokeniser, found {type(tokeniser).__name__}")
    tokeniser.rules = {
        form: rule for form, rule in (tokeniser.rules or {}).items() if form not in PARTIES
    }
    suffixes = (*(nlp.Defaults.suffixes or ()), *SUFFIXES)
    tokeniser.suffix_search = compile_suffix_regex(suffixes).search
    return nlp
