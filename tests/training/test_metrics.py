from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.training.metrics import (
    Score,
    bin_confidences,
    calibration_error,
    fold_spans,
    keep_unseen,
    known_tokens,
    score_spans,
)
from ntbner.training.sentences import Sentence, Span

PER, ORG, LOC = (Span(0, 4, "PER"), Span(5, 9, "ORG"), Span(10, 14, "LOC"))


def mark(text, *names):
    """Spans of names in a text, each written ``form:LABEL``."""
    spans = []
    for name in names:
        form, label = name.rsplit(":", 1)
        start = text.index(form)
        spans.append(Span(start, start + len(form), label))
    return tuple(spans)


def sentence(text, *names):
    return Sentence(text, mark(text, *names), "nb", "s", None, 0)


# ── counting ────────────────────────────────────────────────────────────────


def test_hand_counted_case():
    gold = [[PER, ORG], [LOC], [PER]]
    predicted = [[PER, Span(5, 9, "LOC")], [LOC, ORG], []]
    scores = score_spans(gold, predicted)
    assert scores.by_label == {
        "PER": Score(right=1, spurious=0, missed=1),
        "ORG": Score(right=0, spurious=1, missed=1),
        "LOC": Score(right=1, spurious=1, missed=0),
    }
    assert scores.micro == Score(right=2, spurious=2, missed=2)
    assert (scores.micro.precision, scores.micro.recall, scores.micro.f) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("near", [Span(0, 5, "PER"), Span(1, 4, "PER"), Span(0, 4, "ORG")])
def test_a_near_miss_is_wrong_twice(near):
    assert score_spans([[PER]], [[near]]).micro == Score(right=0, spurious=1, missed=1)


def test_the_same_span_in_another_sentence_does_not_count():
    assert score_spans([[PER], []], [[], [PER]]).micro == Score(right=0, spurious=1, missed=1)


def test_nothing_to_find_and_nothing_found_scores_zero_without_error():
    micro = score_spans([[]], [[]]).micro
    assert (micro.precision, micro.recall, micro.f) == (0.0, 0.0, 0.0)


def test_labels_come_in_the_order_of_the_scheme():
    spans = [LOC, ORG, PER, Span(20, 22, "DRV"), Span(30, 31, "GPE_LOC")]
    assert list(score_spans([spans], [[]]).by_label) == ["PER", "ORG", "LOC", "GPE_LOC", "DRV"]


def test_sentences_must_pair_up():
    with pytest.raises(ValueError, match="shorter"):
        score_spans([[PER], [ORG]], [[PER]])


SPANS = st.lists(
    st.builds(
        lambda start, length, label: Span(start, start + length, label),
        st.integers(0, 5),
        st.integers(1, 3),
        st.sampled_from(["PER", "ORG"]),
    ),
    max_size=5,
    unique=True,
)


@settings(max_examples=100, deadline=None)
@given(SPANS, SPANS)
def test_swapping_gold_and_prediction_swaps_precision_and_recall(gold, predicted):
    one, other = score_spans([gold], [predicted]).micro, score_spans([predicted], [gold]).micro
    assert (one.precision, one.recall) == (other.recall, other.precision)
    assert one.f == other.f
    assert one.right + one.missed == len(gold)


# ── three types ─────────────────────────────────────────────────────────────


def test_places_that_act_are_places_and_works_and_events_drop_out():
    text = "Norge og Bergen, NRK, Peer Gynt, OL, Oslo-ordføreren"
    spans = mark(
        text, "Norge:GPE_ORG", "Bergen:GPE_LOC", "NRK:ORG", "Peer Gynt:PROD", "OL:EVT",
        "Oslo-ordføreren:DRV",
    )  # fmt: skip
    assert fold_spans(text, spans) == mark(text, "Norge:LOC", "Bergen:LOC", "NRK:ORG")


@pytest.mark.parametrize("form", ["EU", "EUs", "EU's", "EU’s"])
@pytest.mark.parametrize("label", ["GPE_ORG", "GPE_LOC", "ORG", "LOC"])
def test_eu_is_an_organisation(form, label):
    text = f"I {form} i dag"
    assert fold_spans(text, mark(text, f"{form}:{label}")) == mark(text, f"{form}:ORG")


def test_a_place_with_eu_in_its_name_is_a_place():
    assert fold_spans("Eupen", [Span(0, 5, "GPE_LOC")]) == (Span(0, 5, "LOC"),)


# ── unseen names ────────────────────────────────────────────────────────────

TRAINING = [
    sentence("Kari Berg møtte Iraks statsminister i SAS.", "Kari Berg:PER", "Iraks:GPE_ORG"),
    sentence("SAS’ fly", "SAS’:ORG"),
]


@pytest.mark.parametrize("form", ["Berg", "KARI", "Bergs", "Ola Berg", "Irak", "SAS", "Irak’s"])
def test_a_name_with_a_known_token_is_seen(form):
    known = known_tokens(TRAINING)
    assert keep_unseen(form, [Span(0, len(form), "PER")], known) == ()


@pytest.mark.parametrize("form", ["Moe", "Iran", "møtte", "Vikberg", "Ola Moe"])
def test_a_name_of_new_tokens_is_unseen(form):
    span = Span(0, len(form), "PER")
    assert keep_unseen(form, [span], known_tokens(TRAINING)) == (span,)


# ── calibration ─────────────────────────────────────────────────────────────


def test_hand_computed_calibration_error():
    confidences = [0.1, 0.3, 0.6, 0.8]
    table = bin_confidences(confidences, [False, True, True, True], bins=2)
    assert [(row.count, row.lowest, row.highest) for row in table] == [(2, 0.1, 0.3), (2, 0.6, 0.8)]
    assert [row.accuracy for row in table] == [0.5, 1.0]
    # |0.5 - 0.2| / 2 + |1.0 - 0.7| / 2
    assert calibration_error(table) == pytest.approx(0.3)


def test_a_sure_and_right_tagger_is_calibrated():
    assert calibration_error(bin_confidences([1.0] * 7, [True] * 7)) == 0


def test_half_sure_and_half_right_is_calibrated_in_any_order():
    outcomes = [True, False] * 10
    assert calibration_error(bin_confidences([0.5] * 20, outcomes)) == 0
    assert calibration_error(bin_confidences([0.5] * 20, sorted(outcomes))) == 0


def test_no_predictions_no_error():
    assert bin_confidences([], []) == ()
    assert calibration_error([]) == 0


def test_fewer_predictions_than_bins():
    assert [row.count for row in bin_confidences([0.2, 0.9, 0.5], [True] * 3)] == [1, 1, 1]


def test_no_bins_is_refused():
    with pytest.raises(ValueError, match="at least one bin"):
        bin_confidences([0.5], [True], bins=0)


PREDICTIONS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40)


@settings(max_examples=100, deadline=None)
@given(PREDICTIONS, st.integers(1, 12), st.randoms(use_true_random=False))
def test_bins_have_equal_mass_and_do_not_depend_on_order(predictions, bins, random):
    table = bin_confidences(*zip(*predictions, strict=True), bins=bins)
    counts = [row.count for row in table]
    assert sum(counts) == len(predictions)
    assert max(counts) - min(counts) <= 1
    assert 0 <= calibration_error(table) <= 1
    random.shuffle(predictions)
    shuffled = bin_confidences(*zip(*predictions, strict=True), bins=bins)
    assert calibration_error(shuffled) == pytest.approx(calibration_error(table))
