from __future__ import annotations

from ntbner.records import Mention, assign, retype


def test_assigning_marks_each_mention_with_its_record():
    (mention,) = assign([Mention(0, 4, "Oslo", "LOC")], "loc-oslo")
    assert mention == Mention(0, 4, "Oslo", "LOC", entity="loc-oslo")


def test_a_confidence_is_of_the_type_that_the_tagger_gave():
    sure = Mention(0, 6, "Tyrkia", "LOC", "GPE_ORG", confidence=0.9)
    assert retype(sure, "LOC") is sure
    assert retype(sure, "ORG") == Mention(0, 6, "Tyrkia", "ORG", "GPE_ORG")
    compound = Mention(0, 12, "Syria-krigen", "LOC", "DRV", "derived", confidence=0.9)
    assert retype(compound, "LOC").confidence is None
