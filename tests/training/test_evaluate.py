from __future__ import annotations

import pytest

from ntbner.errors import InputError
from ntbner.training.evaluate import find_corpora

CLONE = (
    "ndt/nob/ap001_0000.conll",
    "ud/nno/no_nynorsk-ud-dev.conllu",
    "ud/nno/no_nynorsk-ud-train.conllu",
    "ud/nob/no_bokmaal-ud-dev.conllu",
    "ud/samnorsk/no_samnorsk-ud-dev.conllu",
    "ud_aligned/nob/no_bokmaal-ud-dev.conllu",
)
"""Files of NorNE as https://github.com/ltgoslo/norne has them."""


@pytest.fixture
def clone(tmp_path):
    """NorNE's folder, in one that somebody called Sami has made."""
    folder = tmp_path / "sami" / "norne"
    for name in CLONE:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def test_each_sentence_of_norne_is_found_once(clone):
    found = [path.relative_to(clone).as_posix() for path in find_corpora([clone], "dev")]
    assert found == ["ud/nno/no_nynorsk-ud-dev.conllu", "ud/nob/no_bokmaal-ud-dev.conllu"]


def test_a_file_stands_for_itself(clone):
    path = clone / CLONE[0]
    assert find_corpora([path], "dev") == [path]


def test_a_folder_without_the_part_is_refused(clone):
    with pytest.raises(InputError, match=r"no file named \*test\.conll"):
        find_corpora([clone], "test")


def test_a_path_that_is_not_there_is_refused(clone):
    with pytest.raises(InputError, match="no such file or folder"):
        find_corpora([clone / "nowhere"], "dev")
