from __future__ import annotations

import pytest

from ntbner.errors import CorpusError
from ntbner.lexicon.userfile.source import Source


def test_an_empty_file_is_refused(write):
    with pytest.raises(CorpusError, match="the file is empty"):
        Source.open(write("names.csv", ""))


def test_another_encoding_is_refused(write):
    path = write("names.csv", "name,type", "Åse,PER", encoding="latin-1")
    with pytest.raises(CorpusError, match="UTF-8"):
        Source.open(path)
