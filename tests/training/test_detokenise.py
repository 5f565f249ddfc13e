from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.training.detokenise import join_tokens

SET = [
    ("Hun kom , så og vant .", "Hun kom, så og vant."),
    ("« Nei » , sa han .", "«Nei», sa han."),
    ('" Nei " , sa han , " aldri . "', '"Nei", sa han, "aldri."'),
    ("Laget ( 4 - 0 ) vant", "Laget (4-0) vant"),
    ("- Det er bra , sier hun .", "- Det er bra, sier hun."),
    ("De kom - og gikk .", "De kom - og gikk."),
    ("Bodø / Glimt slo Brann 2 - 1", "Bodø/Glimt slo Brann 2-1"),
    ("Oslo ( NTB ) : Til sammen 90 % kom", "Oslo (NTB): Til sammen 90 % kom"),
    ("« Fram » -skipet seilte", "«Fram»-skipet seilte"),
    ("Temperaturen var -3,5 grader", "Temperaturen var -3,5 grader"),
    ("Hva ... ?", "Hva...?"),
    ("Ja visst ! ! !", "Ja visst!!!"),
    ('Det er over , " sier han .', 'Det er over," sier han.'),
    ('Slik er det . "', 'Slik er det."'),
    ('" Slik er det .', '"Slik er det.'),
    ("Berg & Co. og § 4", "Berg & Co. og § 4"),
    ("[ Musikk ] og { støy }", "[Musikk] og {støy}"),
]


@pytest.mark.parametrize(("tokens", "text"), SET)
def test_tokens_are_set_as_an_editor_would(tokens, text):
    assert join_tokens(tokens.split())[0] == text


def test_nothing_is_an_empty_text():
    assert join_tokens([]) == ("", ())


TOKENS = st.lists(
    st.sampled_from(["Oslo", "i", "3", ".", ",", '"', "'", "«", "»", "(", ")", "-", "/", "-skip"]),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(TOKENS)
def test_offsets_give_back_the_tokens(tokens):
    text, offsets = join_tokens(tokens)
    assert [text[start:end] for start, end in offsets] == tokens
    assert text == text.strip()
    assert "  " not in text
    assert text.replace(" ", "") == "".join(tokens)
