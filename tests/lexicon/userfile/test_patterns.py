from __future__ import annotations

import pytest

from ntbner.errors import CorpusError
from ntbner.lexicon.userfile import read_entity_ruler


def test_patterns_with_one_id_are_forms_of_one_name(write):
    path = write(
        "p.jsonl",
        {"label": "PERSON", "pattern": [{"LOWER": "kari"}, {"LOWER": "n."}], "id": "k"},
        {"label": "PER", "pattern": "Kari Nordmann", "id": "k"},
        {"label": "GPE", "pattern": [{"ORTH": "Nord"}, {"ORTH": "-"}, {"TEXT": "Norge"}]},
    )
    kari, north = read_entity_ruler(path).entries
    assert (kari.id, kari.name, kari.aliases) == ("k", "Kari Nordmann", ("Kari N.",))
    assert (north.type, north.name) == ("LOC", "Nord-Norge")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"label": "EVENT", "pattern": "OL"}, 'found the label "EVENT"'),
        ({"label": ["PER"], "pattern": "Ola"}, 'found the label ["PER"]'),
        ({"label": "PER"}, "found the pattern nothing"),
        ({"label": "PER", "pattern": []}, "found the pattern []"),
        ({"label": "PER", "pattern": [{"LOWER": "a", "OP": "?"}]}, "expected a plain word"),
        ({"label": "PER", "pattern": [{"POS": "PROPN"}]}, "expected a plain word"),
        ({"label": "PER", "pattern": [{"LOWER": {"IN": ["a"]}}]}, "expected a plain word"),
        ({"label": "PER", "pattern": "Ola", "weight": 1}, "found the key 'weight'"),
        ({"label": "ORG", "pattern": "Ola", "id": "a"}, "one id is one name of one type"),
    ],
)
def test_a_pattern_that_is_no_name_says_where_and_why(write, row, words):
    path = write("p.jsonl", {"label": "PER", "pattern": "Kari", "id": "a"}, row)
    with pytest.raises(CorpusError, match=r"p\.jsonl:2: ") as caught:
        read_entity_ruler(path)
    assert words in str(caught.value)
