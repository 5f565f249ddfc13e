from __future__ import annotations

import pytest

from ntbner.records import Judgement


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("unsure", "unsure", "unsure"),
        ("unsure", "same", "same"),
        ("same", "different", "different"),
        ("unsure", "different", "different"),
    ],
)
def test_different_beats_same_beats_unsure(one, other, both):
    assert Judgement(one) | Judgement(other) is Judgement(both)
    assert Judgement(other) | Judgement(one) is Judgement(both)
