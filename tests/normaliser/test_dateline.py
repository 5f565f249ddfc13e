"""Datelines: what stands before an agency at the head of a report is a place."""

import pytest

from ntbner import Mention, normalise
from ntbner.lexicon import packaged
from ntbner.normaliser.context import Context
from ntbner.normaliser.dateline import find_datelines


@pytest.mark.parametrize(
    ("text", "place", "is_one"),
    [
        ("FJORDVIK (NTB): Ferja er innstilt.", "FJORDVIK", True),
        ("Ferja\n\nFjordvik (NTB-AFP) – Ferja er innstilt.", "Fjordvik", True),
        ("Kari Nordmann (H): – Vi sier nei.", "Kari Nordmann", False),
        ("Det sier Fjordvik (NTB): nei.", "Fjordvik", False),
        ("FJORDVIK (NTB) er en by.", "FJORDVIK", False),
    ],
)
def test_a_dateline_has_a_place_and_an_agency(text, place, is_one):
    start = text.index(place)
    mention = Mention(start, start + len(place), place, "ORG")
    found = find_datelines([mention], Context(text), packaged())
    assert found == ({(mention.start, mention.end)} if is_one else set())


def test_a_mention_that_does_not_point_at_its_text_is_in_no_dateline():
    context = Context("FJORDVIK (NTB): Ferja er innstilt.")
    assert find_datelines([Mention(0, 8, "Storvika", "ORG")], context, packaged()) == frozenset()


def test_a_dateline_outvotes_a_tagger_that_is_sure_of_something_else():
    text = "FJORDVIK (NTB): Ferja til Fjordvik er innstilt."
    mentions = [
        Mention(0, 8, "FJORDVIK", "ORG", confidence=0.9),
        Mention(26, 34, "Fjordvik", "PER", confidence=0.4),
    ]
    (record,) = normalise(mentions, text=text)
    assert (record.type, record.name) == ("LOC", "Fjordvik")
