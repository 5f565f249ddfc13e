from __future__ import annotations

import json

import pytest

from ntbner.lexicon import Entry


@pytest.fixture
def write(tmp_path):
    """Writes lines to a file, what is no string as JSON, and returns its path."""

    def write(name, *lines, encoding="utf-8"):
        path = tmp_path / name
        text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def kari():
    """The entry of a name with two aliases."""
    aliases = ("Kari N.", "Sjefen")
    return Entry("per:kari-nordmann", "PER", "person", "Kari Nordmann", aliases=aliases)
