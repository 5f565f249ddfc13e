import pytest

from ntbner.normaliser.pairs.body_words import read_body


def test_words_are_sorted_by_what_they_say():
    body = read_body("FC Schalke 04 Gelsenkirchen")
    assert (body.core, body.forms, body.numbers) == (
        ("schalke", "gelsenkirchen"),
        frozenset({"fc"}),
        frozenset({"04"}),
    )


@pytest.mark.parametrize("form", ["A/S", "S.p.A.", "d.o.o", "e.V."])
def test_a_legal_form_may_have_points_or_strokes(form):
    assert read_body(f"Fjordcelle {form}").core == ("fjordcelle",)
