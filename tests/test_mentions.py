import pytest
import spacy
from spacy.tokens import Doc, Span

from ntbner.errors import InputError, UnknownLabels
from ntbner.mentions import CONFIDENCE, check_labels, find_mentions, wanted_types
from ntbner.records import Mention


@pytest.fixture
def vocab():
    return spacy.blank("nb").vocab


def tagged(vocab, words, *spans):
    """A document with entities given as (first token, token behind the last, label)."""
    doc = Doc(vocab, words=words)
    doc.ents = [Span(doc, start, end, label) for start, end, label in spans]
    return doc


def test_mentions_carry_offsets_type_and_label(vocab):
    doc = tagged(vocab, ["Iraks", "hær"], (0, 1, "GPE_ORG"))
    assert find_mentions(doc, offset=10) == [Mention(10, 15, "Iraks", "LOC", "GPE_ORG")]


def test_a_tagger_without_probabilities_gives_none(vocab):
    doc = tagged(vocab, ["Oslo"], (0, 1, "LOC"))
    assert find_mentions(doc)[0].confidence is None
    doc.user_data[CONFIDENCE] = [[0, 1, 0.75]]
    assert find_mentions(doc)[0].confidence == 0.75


@pytest.mark.parametrize(
    ("label", "type"),
    [("PERSON", "PER"), ("GPE", "LOC"), ("GPE_LOC", "LOC"), ("ORG", "ORG"), ("DRV", "DRV")],
)
def test_labels_of_known_sets_are_mapped(vocab, label, type):
    assert [m.type for m in find_mentions(tagged(vocab, ["X"], (0, 1, label)))] == [type]


def test_other_types_come_only_when_wanted(vocab):
    doc = tagged(vocab, ["OL", "i", "Oslo"], (0, 1, "EVT"), (2, 3, "GPE_LOC"))
    assert [m.type for m in find_mentions(doc)] == ["LOC"]
    assert [m.type for m in find_mentions(doc, types=wanted_types("all"))] == ["EVT", "LOC"]


def test_an_entity_of_white_space_is_no_mention(vocab):
    doc = tagged(vocab, ["Oslo", "\n", "Bergen"], (1, 2, "LOC"), (2, 3, "LOC"))
    assert [m.text for m in find_mentions(doc)] == ["Bergen"]


def test_an_unknown_label_is_refused(vocab):
    with pytest.raises(UnknownLabels, match="CARDINAL"):
        find_mentions(tagged(vocab, ["tre"], (0, 1, "CARDINAL")))


def test_a_pipeline_with_unknown_labels_is_refused_before_it_runs():
    nlp = spacy.blank("nb")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "VEHICLE", "pattern": "Volvo"}])
    with pytest.raises(UnknownLabels, match="VEHICLE"):
        check_labels(nlp)


def test_an_unknown_type_is_refused():
    with pytest.raises(InputError, match="person"):
        wanted_types(["person"])
