from __future__ import annotations

import pytest

from ntbner.errors import DataError
from ntbner.textfiles import read_text


@pytest.fixture
def write(tmp_path):
    """A function that writes a file and returns its path as a string."""

    def write(content, encoding="utf-8"):
        path = tmp_path / "en fil.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return str(path)

    return write


def test_a_byte_order_mark_is_no_part_of_the_text(write):
    assert read_text(write("I Oslo.", "utf-8-sig")) == "I Oslo."


def test_line_breaks_stay_as_they_are(write):
    assert read_text(write("en\r\nto\rtre\n")) == "en\r\nto\rtre\n"


@pytest.mark.parametrize("encoding", ["cp1252", "macintosh", "cp850", "utf-16"])
def test_another_encoding_is_recognised_and_the_way_out_is_named(write, encoding):
    path = write("Første linje\nBlåbær på Røros", encoding)
    with pytest.raises(DataError) as caught:
        read_text(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: expected UTF-8, found the byte 0x")
    assert f"in line 1; it looks like {encoding}. " in message
    assert message.endswith(f"pass --encoding {encoding}")
    assert read_text(path, encoding=encoding) == "Første linje\nBlåbær på Røros"


def test_a_file_in_another_encoding_than_the_named_one_is_refused(write):
    path = write("Blåbær", "cp1252")
    with pytest.raises(DataError, match="expected ASCII, found the byte 0xE5 in line 1"):
        read_text(path, encoding="ascii")


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\xff\xe6", b"%PDF-1.7\n\xe2\xe3"])
def test_what_is_no_text_is_recognised(write, content):
    with pytest.raises(DataError, match="it looks like no text"):
        read_text(write(content))


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(DataError, match="expected a file, found a folder"):
        read_text(str(tmp_path))


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_text(str(tmp_path / "a.txt"))
