"""Calibration: what is fitted on held-out text."""

import spacy

from ntbner.training.calibration import fit_balance
from ntbner.training.sentences import Sentence, Span

TEXT = "Glomma renner gjennom Norge."
HELD_OUT = [
    Sentence(TEXT, (Span(0, 6, "LOC"), Span(22, 27, "GPE_LOC")), "nb", "1", "a", 0),
]


def pipeline_that_leans(limit):
    """A pipeline that calls a river a state until enough is added, and how to add."""
    nlp = spacy.blank("nb")
    ruler = nlp.add_pipe("entity_ruler")

    def set_balance(value):
        river = "LOC" if value >= limit else "GPE_LOC"
        patterns = {"Glomma": river, "Norge": "GPE_LOC"}
        ruler.clear()
        ruler.add_patterns([{"label": label, "pattern": word} for word, label in patterns.items()])

    return nlp, set_balance


def test_the_smallest_balance_that_tells_the_labels_apart_is_taken():
    assert fit_balance(*pipeline_that_leans(0.6), HELD_OUT) == 0.75


def test_nothing_is_added_where_nothing_is_wrong():
    assert fit_balance(*pipeline_that_leans(0.0), HELD_OUT) == 0.0
