"""A user's own names in the text, whatever the tagger found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ntbner
from ntbner.lexicon import Entry, packaged
from ntbner.normaliser.name import sort_mentions
from ntbner.normaliser.own import find_own
from ntbner.records import Mention


def own(*names, type="ORG"):
    return ntbner.Lexicon([Entry(f"own:{name}", type, "own", name) for name in names])


def texts(mentions):
    return [(m.text, m.type) for m in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rederiet Blåskjell vokser.", ["Blåskjell"]),
        ("Blåskjells leder, Blåskjell’s leder.", ["Blåskjells", "Blåskjell’s"]),
        ("blåskjell er godt", []),  # letter for letter
        ("Blåskjellene kom.", []),  # a word of its own
        ("Ny-Blåskjell og Blåskjell-saken", []),  # compounds are found elsewhere
        ("Blåskjell, Blåskjell", ["Blåskjell", "Blåskjell"]),
    ],
)
def test_a_listed_name_is_found_as_a_word(text, found):
    mentions = find_own(text, [], own("Blåskjell"))
    assert [m.text for m in mentions] == found
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_the_longest_form_is_found():
    assert texts(find_own("Blåskjell Nord AS", [], own("Blåskjell", "Blåskjell Nord"))) == [
        ("Blåskjell Nord", "ORG")
    ]


def test_what_was_found_inside_gives_way_and_a_longer_name_stays():
    inside = [Mention(0, 9, "Blåskjell", "PER"), Mention(10, 14, "Nord", "LOC")]
    assert texts(find_own("Blåskjell Nord", inside, own("Blåskjell Nord"))) == [
        ("Blåskjell Nord", "ORG")
    ]
    longer = [Mention(0, 8, "Kari Moe", "PER")]
    assert find_own("Kari Moe", longer, own("Kari")) == longer


def test_a_form_of_two_meanings_is_not_searched_for():
    both = own("Vik", type="LOC") | own("Vik", type="PER")
    assert find_own("Vik", [], both) == []


def test_only_names_that_a_user_brought_are_searched_for():
    text = "I Oslo vokser Blåskjell."
    assert find_own(text, [], packaged()) == []
    assert texts(find_own(text, [], own("Blåskjell") | packaged())) == [("Blåskjell", "ORG")]
    cited = Entry("body:1", "ORG", "body", "Blåskjell", source="authors")
    assert find_own(text, [], ntbner.Lexicon([cited])) == []


WORDS = ("Blåskjell", "Nord", "i")
SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=12)


def find_slowly(text, mentions, places):
    """The names at these places, each compared with every mention."""
    given, added = sort_mentions(mentions), []
    for start, end in places:
        inside = [m for m in given if m.start < end and start < m.end]
        if not any(m.start <= start and end <= m.end for m in inside):
            given = [m for m in given if m not in inside]
            added.append(Mention(start, end, text[start:end], "ORG"))
    return sort_mentions((*given, *added))


@given(st.lists(st.sampled_from(WORDS), max_size=9), SPANS)
def test_who_gives_way_does_not_depend_on_how_it_is_looked_for(words, spans):
    text = " ".join(words)
    mentions = [Mention(start, end, text[start:end], "PER") for start, end in spans]
    places = [(m.start, m.end) for m in find_own(text, [], own("Blåskjell"))]
    assert len(places) == words.count("Blåskjell")
    assert find_own(text, mentions, own("Blåskjell")) == find_slowly(text, mentions, places)


def test_extract_and_the_component_find_it(make_rules, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("name,type\ntjenesten x,ORG\n", encoding="utf-8")
    lexicon = ntbner.Lexicon.from_csv(path)
    nlp = make_rules("Oslo=LOC")
    text = "I Oslo møttes tjenesten x."
    result = ntbner.extract(text, nlp=nlp, lexicon=lexicon)
    assert [(e.name, e.type) for e in result] == [("Oslo", "LOC"), ("tjenesten x", "ORG")]
    nlp.add_pipe("ntbner_normaliser", config={"lexicon": str(path)})
    from ntbner.normaliser.component import read_extraction

    assert [e.name for e in read_extraction(nlp(text))] == ["Oslo", "tjenesten x"]
