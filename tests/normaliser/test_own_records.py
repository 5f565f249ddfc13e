"""What a user's own names and pairs do to the records of a text."""

from __future__ import annotations

from ntbner import Lexicon, Mention, compare, normalise
from ntbner.lexicon import Entry

KARI = Entry("per:kari-nordmann", "PER", "person", "Kari Nordmann", aliases=("Kari N.", "Sjefen"))


def mention(text, name, type="PER", nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return Mention(start, start + len(name), name, type)


def records(text, mentions, lexicon=None):
    return [
        (record.name, record.type, [m.text for m in record.mentions])
        for record in normalise(mentions, text=text, lexicon=lexicon)
    ]


def test_an_own_alias_joins_what_no_rule_would(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "name,type,aliases,link:own\nKari Nordmann,PER,Sjefen|Lise Lie,17\n", encoding="utf-8"
    )
    text = "Kari Nordmann kom sent. Lise Lie sang. Sjefen smilte."
    mentions = [
        mention(text, "Kari Nordmann"),
        mention(text, "Lise Lie"),
        mention(text, "Sjefen", "ORG"),
    ]
    assert len(records(text, mentions)) == 3
    (record,) = normalise(mentions, text=text, lexicon=Lexicon.from_csv(path))
    assert (record.name, record.type, len(record.mentions)) == ("Kari Nordmann", "PER", 3)
    assert record.links == {"own": "17"}
    assert any("your own" in reason.detail for reason in record.reasons)


def test_an_own_type_is_not_voted_on():
    text = "Brakar kjører igjen. Brakar går for fullt."
    mentions = [mention(text, "Brakar"), mention(text, "Brakar", nth=1)]
    lexicon = Lexicon([Entry("b", "ORG", "organisation", "Brakar")])
    assert [type for _, type, _ in records(text, mentions, lexicon)] == ["ORG"]


def test_a_stated_pair_keeps_two_names_apart_also_through_a_third():
    text = "Vasilij Maksimov er Vasily Maksimov er Vasili Maksimov."
    names = ("Vasilij Maksimov", "Vasily Maksimov", "Vasili Maksimov")
    mentions = [mention(text, name) for name in names]
    assert len(records(text, mentions)) == 1
    for order in (mentions, mentions[::-1]):
        found = records(text, order, Lexicon(different=[names[:2]]))
        homes = {name: place for place, (_, _, forms) in enumerate(found) for name in forms}
        assert homes[names[0]] != homes[names[1]]


def test_a_stated_pair_beats_the_packaged_lexicon():
    text = "Sotsji og Sochi."
    mentions = [mention(text, "Sotsji", "LOC"), mention(text, "Sochi", "LOC")]
    lexicon = Lexicon(different=[("Sochi", "Sotsji")])
    assert len(records(text, mentions)) == 1
    assert [name for name, _, _ in records(text, mentions, lexicon)] == ["Sotsji", "Sochi"]
    assert compare("Sotsji", "Sochi", type="LOC", lexicon=lexicon).judgement.name == "DIFFERENT"


def test_a_stated_pair_beats_an_own_alias_of_another_file():
    text = "Kari Nordmann og Sjefen."
    mentions = [mention(text, "Kari Nordmann"), mention(text, "Sjefen")]
    apart = Lexicon(different=[("Kari Nordmann", "Sjefen")])
    assert len(records(text, mentions, Lexicon([KARI]))) == 1
    assert len(records(text, mentions, apart | Lexicon([KARI]))) == 2


def test_the_name_is_the_fullest_form_of_the_text_not_the_own_spelling():
    text = "Sjefen smilte."
    ((name, _, _),) = records(text, [mention(text, "Sjefen")], Lexicon([KARI]))
    assert name == "Sjefen"
