from __future__ import annotations

import pytest

from ntbner.errors import InputError
from ntbner.lexicon import Entry


def own(**fields):
    return Entry("own:1", "LOC", "place", "Oslo", **fields)


def test_the_forms_are_the_name_and_its_aliases():
    assert own(aliases=("Christiania",)).forms == ("Oslo", "Christiania")


def test_an_entry_without_a_source_is_the_users_own():
    assert own().is_own
    assert not own(source="authors").is_own


# ── what is refused ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("field", ["aliases", "acronyms", "adjectives"])
def test_a_string_in_place_of_several_is_refused_with_advice(field):
    with pytest.raises(
        InputError, match=rf"'own:1' has {field} of str \('Osl'\); .* write {field}=\('Osl',\)"
    ):
        own(**{field: "Osl"})


@pytest.mark.parametrize("found", [None, 7, b"Osl", iter(["Osl"])], ids=repr)
def test_what_holds_no_words_is_refused(found):
    with pytest.raises(InputError, match=r"has aliases of \w+ .*expected a tuple of strings"):
        own(aliases=found)


@pytest.mark.parametrize("links", [None, "Q585", [("wikidata", "Q585")]])
def test_links_that_are_no_mapping_are_refused(links):
    with pytest.raises(InputError, match=r"'own:1' has links of \w+ .*expected a dict of strings"):
        own(links=links)
