"""What is cut off at the edges of a name."""

import pytest

from ntbner import extract
from ntbner.tagger.edges import trim


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ("Kari Moe", "Kari Moe"),
        ("– Kari Moe", "Kari Moe"),
        ("Lillevik 2–0", "Lillevik"),
        ("FK Lillevik 10-11", "FK Lillevik"),
        ("Boeing 737-800", "Boeing 737-800"),
        ("TV 2", "TV 2"),
        ("–", "–"),
        ("2–0", "2–0"),
    ],
)
def test_a_name_has_no_dash_before_it_and_no_result_behind(taken, name):
    words = taken.split()
    start, end = trim(words)
    assert " ".join(words[start:end]) == name


def test_a_result_is_no_part_of_who_lost():
    result = extract("Bodø/Glimt slo Lazio 2–0 på Aspmyra torsdag.")
    assert "Lazio" in {mention.text for mention in result.mentions}
