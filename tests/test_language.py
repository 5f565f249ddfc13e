from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.language import detect_language, load_weights

BOKMAAL = (
    "Hun visste ikke hvorfor de hadde kommet så sent.",
    "Regjeringen vil øke støtten til bøndene, men mye er uklart.",
    "Guttene løp hjem til mødrene sine.",
)
NYNORSK = (
    "Ho visste ikkje kvifor dei hadde kome så seint.",
    "Regjeringa vil auke støtta til bøndene, men mykje er uklart.",
    "Gutane sprang heim til mødrene sine.",
)


@pytest.mark.parametrize("text", BOKMAAL)
def test_bokmaal(text):
    assert detect_language(text) == "nb"


@pytest.mark.parametrize("text", NYNORSK)
def test_nynorsk(text):
    assert detect_language(text) == "nn"


def test_capitals_do_not_matter():
    assert detect_language(NYNORSK[0].upper()) == "nn"


@pytest.mark.parametrize("text", ["", "  \n", "1-0 (0-0)", "…!?", "\U0001f600"])
def test_text_without_words_has_no_language(text):
    assert detect_language(text) is None


def test_unknown_words_are_bokmaal():
    assert detect_language("Xqzw") == "nb"


def test_only_the_beginning_of_a_long_text_counts():
    beginning = "Ho veit ikkje kva dei gjer. " * 1000
    assert detect_language(beginning + "Hun vet ikke hva de gjør. " * 5000) == "nn"


def test_table_is_small_and_has_no_names():
    weights = load_weights()
    assert 1000 < len(weights) < 2000
    assert all(word == word.lower() for word in weights)
    assert weights["ikkje"] > 0 > weights["ikke"]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_any_string_has_an_answer(text):
    assert detect_language(text) in ("nb", "nn", None)


@settings(max_examples=50, deadline=None)
@given(st.permutations(NYNORSK[0].split()))
def test_order_of_words_does_not_matter(words):
    assert detect_language(" ".join(words)) == "nn"
