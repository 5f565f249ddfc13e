"""What callers hand to the normaliser: whose labels are understood, and what is refused."""

import pytest

from ntbner.errors import InputError
from ntbner.normaliser.given import read_mentions, read_pair, read_type
from ntbner.records import TYPE_OF_LABEL, Mention


@pytest.mark.parametrize(("label", "type"), TYPE_OF_LABEL.items())
def test_labels_of_known_sets_are_read_as_our_types(label, type):
    assert read_type(label) == type
    (mention,) = read_mentions([Mention(0, 4, "Oslo", label)])
    assert (mention.type, mention.label) == (type, None if label == type else label)


def test_a_label_that_is_there_already_stays():
    (mention,) = read_mentions([Mention(0, 4, "Oslo", "GPE", "GPE_ORG")])
    assert (mention.type, mention.label) == ("LOC", "GPE_ORG")


@pytest.mark.parametrize("label", [None, "WEIRD", "per", 3, ["PER"]])
def test_a_label_that_means_nothing_is_refused_with_those_that_do(label):
    with pytest.raises(InputError, match=r"expected PER, LOC, ORG .*PERSON.*GPE_LOC"):
        read_type(label)
    with pytest.raises(InputError, match=r"mention 1 \('Oslo'\): .* is no type of a name"):
        read_mentions([Mention(0, 4, "Oslo", "LOC"), Mention(5, 9, "Oslo", label)])


@pytest.mark.parametrize(
    ("found", "advice"),
    [
        ("Oslo", r"mention 0: .* found str \('Oslo'\); make one: ntbner\.Mention\(start"),
        (("Oslo", "LOC"), r"found tuple"),
        (None, r"found NoneType"),
        ({"start": 0, "end": 4, "text": "Oslo", "type": "LOC"}, r"Mention\(\*\*row\)"),
    ],
)
def test_what_is_no_mention_is_refused_with_advice(found, advice):
    with pytest.raises(InputError, match=advice):
        read_mentions([found])


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0", None])
def test_a_mention_without_text_is_refused_by_name(text):
    with pytest.raises(InputError, match=r"mention 0: .*Mention\(start=3, end=4"):
        read_mentions([Mention(3, 4, text, "LOC")])


@pytest.mark.parametrize("found", [None, 3, Mention(0, 4, "Oslo", "LOC")])
def test_what_cannot_be_gone_through_is_refused(found):
    with pytest.raises(InputError, match="use a list"):
        read_mentions(found)


def test_a_pair_is_two_strings_in_whatever_holds_them():
    assert read_pair(("Kyiv", "Kiev"), 0, "a pair") == ("Kyiv", "Kiev")
    assert read_pair(["Kyiv", "Kiev"], 0, "a pair") == ("Kyiv", "Kiev")


@pytest.mark.parametrize(
    "found", ["Oslo", "FN", ("Oslo",), ("Oslo", None), ("a", "b", "c"), None, 3]
)
def test_what_is_no_pair_is_refused_by_its_place(found):
    with pytest.raises(InputError, match=r"item 7: expected a pair, found "):
        read_pair(found, 7, "a pair")
