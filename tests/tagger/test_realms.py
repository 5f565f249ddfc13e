"""Royals and their realms."""

import pytest

from ntbner.tagger.realms import join_realms
from ntbner.tagger.tagging import TaggedSpan


@pytest.mark.parametrize(
    ("text", "spans", "joined"),
    [
        ("Grace av Monaco kom", [(0, 1, "PER"), (2, 3, "GPE_LOC")], ["Grace av Monaco"]),
        ("Georg II av Hannover", [(0, 2, "PER"), (3, 4, "LOC")], ["Georg II av Hannover"]),
        ("Erna Solberg av Norge", [(0, 2, "PER"), (3, 4, "GPE_LOC")], []),  # a surname
        ("Grace i Monaco", [(0, 1, "PER"), (2, 3, "GPE_LOC")], []),
        ("Grace av Høyre", [(0, 1, "PER"), (2, 3, "ORG")], []),
        ("Høyre av Monaco", [(0, 1, "ORG"), (2, 3, "GPE_LOC")], []),
    ],
)
def test_a_given_name_and_its_realm_are_one(text, spans, joined):
    words = text.split()
    names = [TaggedSpan(*span, 0.9) for span in spans]
    found = list(join_realms(words, names))
    assert [" ".join(words[start:end]) for start, end, _, _ in found] == joined
    assert all(label == "PER" and inside == names for _, _, label, inside in found)
