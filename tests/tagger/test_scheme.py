from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ntbner.tagger.scheme import (
    LABELS,
    TAGS,
    allowed_starts,
    allowed_transitions,
    decode,
    encode,
)


@st.composite
def windows_with_spans(draw):
    """A length and spans that do not overlap; neighbours may touch."""
    spans, position = [], 0
    for _ in range(draw(st.integers(0, 5))):
        start = position + draw(st.integers(0, 3))
        position = start + draw(st.integers(1, 4))
        spans.append((start, position, draw(st.sampled_from(LABELS))))
    return position + draw(st.integers(0, 3)), spans


@given(windows_with_spans())
def test_decoding_undoes_encoding(window):
    length, spans = window
    tags = encode(length, spans)
    assert len(tags) == length
    assert decode(tags) == spans


@given(windows_with_spans())
def test_encoded_spans_obey_the_scheme(window):
    tags = encode(*window)
    allowed = allowed_transitions()
    assert all(allowed[before, after] for before, after in pairwise(tags))
    assert not tags or allowed_starts()[tags[0]]


def test_inside_follows_only_its_own_label():
    allowed = allowed_transitions()
    for tag, name in enumerate(TAGS):
        if name.startswith("I-"):
            before = {TAGS[index] for index in range(len(TAGS)) if allowed[index, tag]}
            assert before == {name, "B-" + name[2:]}
