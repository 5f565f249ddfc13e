"""Names inside compounds: which words hold one, and of what type it is."""

import pytest

from ntbner.lexicon import Entry, Lexicon
from ntbner.normaliser import derive_mentions, normalise
from ntbner.records import Mention

from .marked import parse_sentence

FOUND = """
a name of the text
    [Blomvik LOC] brenner. Blomvik-krigen er over.
    [Blomvik LOC] brenner. [Blomvik-krigen LOC~] er over.
a surname of the text
    [Erna Blomdal PER] vant. Blomdal-regjeringen jubler.
    [Erna Blomdal PER] vant. [Blomdal-regjeringen PER~] jubler.
a country that the lexicon knows
    Syria-krigen er over.
    [Syria-krigen LOC~] er over.
an acronym in the genitive of an article
    IS-krigerne flykter.
    [IS-krigerne ORG~] flykter.
an adjective
    De USA-støttede styrkene flykter.
    De [USA-støttede LOC~] styrkene flykter.
a name of two words
    [Al Jazeera ORG] sender. Hele Al Jazeera-regionen ser på.
    [Al Jazeera ORG] sender. Hele [Al Jazeera-regionen ORG~] ser på.
a name with an article
    [al-Qaida ORG] truer. To al-Qaida-ledere er døde.
    [al-Qaida ORG] truer. To [al-Qaida-ledere ORG~] er døde.
a prefix
    Den anti-IS-koalisjonen kjemper.
    Den [anti-IS-koalisjonen ORG~] kjemper.
an en dash
    Syria–krigen er over.
    [Syria–krigen LOC~] er over.
a compound of a compound
    IS-leder-saken er over.
    [IS-leder-saken ORG~] er over.
tagged as a name
    [Syria-krigen EVT] rammer [Syria LOC].
    [Syria-krigen LOC~] rammer [Syria LOC].
tagged in its first part
    [Syria LOC]-krigen er over.
    [Syria-krigen LOC~] er over.
marked, the type by the text
    [Blomvik LOC] brenner. [Blomvik-krigen DRV] er over.
    [Blomvik LOC] brenner. [Blomvik-krigen LOC~] er over.
two in a sentence
    Syria-krigen og Irak-krigen er over.
    [Syria-krigen LOC~] og [Irak-krigen LOC~] er over.
"""

LEFT = """
a county
    [Aust-Agder LOC] er vakkert, sier [Mette-Marit PER].
    [Aust-Agder LOC] er vakkert, sier [Mette-Marit PER].
names with a capital behind the hyphen
    Aust-Agder og Mette-Marit og Sogn-Fjord.
    Aust-Agder og Mette-Marit og Sogn-Fjord.
a word that only another compound vouches for
    [Blomvik-krigen ORG~] og Blomvik-saken.
    [Blomvik-krigen ORG~] og Blomvik-saken.
a word that nobody knows
    Blomvik-krigen er over.
    Blomvik-krigen er over.
everyday abbreviations and letters
    TV-serien om A-magasinet har PC-skjerm.
    TV-serien om A-magasinet har PC-skjerm.
a direction
    Den sør-koreanske og Nord-norske filmen.
    Den sør-koreanske og Nord-norske filmen.
a marked word without a name inside
    Den [norske DRV] filmen.
    Den norske filmen.
a hyphen at the end of a word
    Syria- og Irak-
    Syria- og Irak-
a genitive behind a hyphen
    [TV-2 ORG] og NTB-s melding.
    [TV-2 ORG] og NTB-s melding.
"""


def read_rows(table):
    """Title, a marked sentence before, the same after; strictly three lines each."""
    lines = [line.strip() for line in table.strip().splitlines()]
    rows = list(zip(lines[::3], lines[1::3], lines[2::3], strict=True))
    for title, before, after in rows:
        if parse_sentence(before).text != parse_sentence(after).text:
            raise ValueError(f"{title}: not one text before and after")
    return [pytest.param(before, after, id=title) for title, before, after in rows]


def show(mentions):
    return [(m.start, m.end, m.text, m.type, m.kind) for m in mentions]


@pytest.mark.parametrize(("before", "after"), read_rows(FOUND))
def test_a_compound_with_a_name_that_something_vouches_for_is_found(before, after):
    given, wanted = parse_sentence(before), parse_sentence(after)
    assert show(derive_mentions(given.text, given.mentions)) == show(wanted.mentions)


@pytest.mark.parametrize(("before", "after"), read_rows(LEFT))
def test_other_words_with_hyphens_are_left_alone(before, after):
    given, wanted = parse_sentence(before), parse_sentence(after)
    assert show(derive_mentions(given.text, given.mentions)) == show(wanted.mentions)


def mark(text, word, label="DRV", type="DRV"):
    start = text.index(word)
    return Mention(start, start + len(word), word, type, label)


@pytest.mark.parametrize(
    ("word", "type"),
    [
        ("BLOM-krigen", "ORG"),
        ("Blomvik-krigen", "ORG"),
        ("Kari Blomdal-saken", "PER"),
        ("Nordea Blomvik-saken", "ORG"),
        ("Kari Nordea-saken", "PER"),
    ],
)
def test_a_word_that_the_tagger_marked_gets_a_type_by_its_shape(word, type):
    text = f"I {word} skjer lite."
    (found,) = derive_mentions(text, [mark(text, word)])
    assert (found.text, found.type, found.kind, found.label) == (word, type, "derived", "DRV")


def test_without_a_text_marked_words_alone_are_derived():
    mentions = [Mention(0, 12, "Syria-krigen", "DRV", "DRV"), Mention(30, 35, "Syria", "LOC")]
    found = derive_mentions(None, mentions)
    assert [(m.text, m.type, m.kind) for m in found] == [
        ("Syria-krigen", "LOC", "derived"),
        ("Syria", "LOC", "name"),
    ]


def test_compounds_of_other_types_are_left_out():
    text = "Syria-krigen og IS-krigerne."
    assert [m.text for m in derive_mentions(text, [], types=("ORG",))] == ["IS-krigerne"]


def test_ones_own_names_are_known():
    own = Lexicon([Entry("organisation:1", "ORG", "organisation", "Fjordcelle")])
    text = "Fjordcelle-saken er over."
    assert derive_mentions(text, []) == []
    (found,) = derive_mentions(text, [], lexicon=own)
    assert (found.text, found.type) == ("Fjordcelle-saken", "ORG")


def test_of_two_types_of_a_name_the_frequent_one_counts():
    sentence = parse_sentence("[Blomvik ORG] og [Blomvik LOC] og [Blomvik LOC]. Blomvik-krigen.")
    found = derive_mentions(sentence.text, sentence.mentions)[-1]
    assert (found.kind, found.type) == ("derived", "LOC")


def test_a_name_counts_more_than_the_end_of_a_longer_one():
    sentence = parse_sentence("[Blomdal ORG] og [Kari Blomdal PER]. Blomdal-saken.")
    found = derive_mentions(sentence.text, sentence.mentions)[-1]
    assert (found.kind, found.type) == ("derived", "ORG")


def test_a_compound_joins_the_record_of_its_name():
    text = "Syria-krigen rammer Syria. Syrias hær flykter."
    mentions = [Mention(20, 25, "Syria", "LOC"), Mention(27, 33, "Syrias", "LOC")]
    (record,) = normalise(derive_mentions(text, mentions), text=text)
    assert record.name == "Syria"
    assert record.forms == ("Syria-krigen", "Syria", "Syrias")
    assert record.aliases == {"Syria": 3}
    rules = {(reason.form, reason.detail) for reason in record.reasons}
    assert ("Syria-krigen", "compound with 'Syria'") in rules
