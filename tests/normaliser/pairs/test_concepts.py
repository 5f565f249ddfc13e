import pytest

from ntbner.names.text import fold_letters
from ntbner.normaliser.pairs.concepts import find_concepts, is_concept


@pytest.mark.parametrize(
    ("word", "concepts"),
    [
        ("Folkepartiet", ("PEOPLE", "PARTY")),
        ("Folkeparti", ("PEOPLE", "PARTY")),
        ("Framstegspartiet", ("PROGRESS", "PARTY")),
        ("democrático", ("DEMOCRATIC",)),
        ("sosialdemokratisk", ("SOCIAL", "DEMOCRATIC")),
        ("Høgre", ("RIGHT",)),
        ("Moscow", ("moskva",)),
        ("Fulham", ("fulham",)),
    ],
)
def test_words_of_any_language_give_their_concept(word, concepts):
    assert find_concepts(fold_letters(word)) == concepts


def test_a_list_of_alternate_names_is_not_believed_blindly():
    assert find_concepts("robur") == ("robur",)


def test_concepts_are_told_from_letters():
    assert is_concept("PARTY")
    assert not is_concept("parti")
