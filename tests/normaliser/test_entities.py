"""Records: ids, aliases, links, reasons, near misses."""

import pytest

from ntbner.lexicon import Lexicon
from ntbner.normaliser import normalise
from ntbner.normaliser.entities import make_id
from ntbner.records import Mention

from .marked import parse_sentence


def normalise_marked(marked, **settings):
    sentence = parse_sentence(marked)
    return normalise(sentence.mentions, text=sentence.text, **settings)


@pytest.mark.parametrize(
    ("type", "name", "id"),
    [
        ("PER", "Jonas Gahr Støre", "per-jonas-gahr-stoere"),
        ("LOC", "Ålesund", "loc-aalesund"),
        ("ORG", "Bodø/Glimt", "org-bodoe-glimt"),
        ("ORG", "«Ørn»", "org-oern"),
        ("PER", "Иван", "per-10b7"),
        ("MISC", "!", "misc-21"),
    ],
)
def test_an_id_is_type_and_name_in_plain_letters(type, name, id):
    assert make_id(type, name) == id


def test_ids_are_unique_and_do_not_depend_on_the_order_of_mentions():
    sentence = parse_sentence("[Ørn ORG], [Oern PER 1 0.9] og [Orn LOC]; [Иван PER] og [Нави PER].")
    records = normalise(sentence.mentions, text=sentence.text)
    ids = [record.id for record in records]
    assert len(set(ids)) == len(ids)
    again = normalise(reversed(sentence.mentions), text=sentence.text)
    assert again == records


def test_two_records_of_one_slug_are_numbered_in_their_order():
    records = normalise_marked("[Иван PER] kom, [Нави PER] gikk, [Иван PER] sov.")
    assert [(record.name, record.id) for record in records] == [
        ("Иван", "per-10b7"),
        ("Нави", "per-10b7-2"),
    ]


def test_records_come_most_mentioned_first_then_by_place():
    records = normalise_marked("[Bergen LOC], [Oslo LOC] og [Voss LOC]. [Voss LOC] er fint.")
    assert [record.name for record in records] == ["Voss", "Bergen", "Oslo"]


def test_mentions_carry_the_id_of_their_record_and_stay_otherwise_as_they_are():
    mention = Mention(0, 5, "Iraks", "LOC", "GPE_ORG", confidence=0.7)
    (record,) = normalise([mention])
    (found,) = record.mentions
    assert found.entity == record.id == "loc-irak"
    assert (found.label, found.confidence, found.text) == ("GPE_ORG", 0.7, "Iraks")


def test_aliases_are_base_forms_with_counts_most_frequent_first():
    (record,) = normalise_marked(
        "[Bashar al-Assad PER] taper. [Assads PER] hær taper, [Assad PER] flykter."
    )
    assert list(record.aliases.items()) == [("Assad", 2), ("Bashar al-Assad", 1)]
    assert record.forms == ("Bashar al-Assad", "Assads", "Assad")


def test_aliases_are_written_as_in_the_text():
    (record,) = normalise_marked(
        "[Harald «Dutte» Bergs PER] mål. Det sier [Harald «Dutte» Berg PER]."
    )
    assert record.aliases == {"Harald «Dutte» Berg": 2}


def test_a_country_has_its_codes_in_every_sense_and_form():
    (record,) = normalise_marked("[Iraks ORG] hær er i [Irak LOC].")
    assert record.links["iso3166"] == "IQ"
    (nynorsk,) = normalise_marked("[Noreg LOC] vann.", language="nn")
    assert nynorsk.links["iso3166"] == "NO"


def test_a_town_has_its_number_in_geonames():
    (record,) = normalise_marked("[Damaskus LOC] brenner.")
    assert record.links["geonames"] == "170654"


def test_a_homonym_and_a_stranger_have_no_link():
    for record in normalise_marked("[UDI ORG] og [Blomdalsvik LOC] og [Assad PER]."):
        assert record.links == {}


def test_a_person_called_like_a_country_has_no_link():
    (record,) = normalise_marked("[Kari Norge PER] kom. [Norge PER] vant.")
    assert (record.type, record.links) == ("PER", {})


def test_reasons_say_rule_evidence_and_distance():
    (record,) = normalise_marked(
        "[Bashar al-Assad PER] taper. Russland rykker inn. [Assads PER] hær er borte."
    )
    assert [(r.form, r.other, r.rule, r.detail) for r in record.reasons] == [
        (
            "Assad",
            "Bashar al-Assad",
            "surname",
            "surname of 'Bashar al-Assad', 2 sentences before",
        ),
        ("Assads", "Assad", "genitive", "genitive of 'Assad'"),
    ]


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        (
            "[Siv Berg PER]. [Erna Berg PER], [Erna Berg PER], [Erna Berg PER]. [Berg PER] lo.",
            "named far more often than others who fit",
        ),
        (
            "[Erna Solberg PER] kom. [Solberg PER] lo. Så kom [Siv Solberg PER].",
            "the only one who fits that the text has named by then",
        ),
    ],
)
def test_a_reason_says_why_one_of_several_was_taken(marked, why):
    reasons = [reason for record in normalise_marked(marked) for reason in record.reasons]
    assert [reason.rule for reason in reasons] == ["surname"]
    assert why in reasons[0].detail


def test_an_ambiguous_surname_lists_its_candidates_and_says_so():
    records = normalise_marked("[Erna Solberg PER] møtte [Siv Solberg PER]. [Solberg PER] lo.")
    ambiguous = next(record for record in records if record.name == "Solberg")
    assert set(ambiguous.candidates) == {"per-erna-solberg", "per-siv-solberg"}
    details = {miss.detail for miss in ambiguous.near_misses}
    assert details == {"not merged: surname of both 'Erna Solberg' and 'Siv Solberg'"}
    assert {miss.other for miss in ambiguous.near_misses} == {"Erna Solberg", "Siv Solberg"}


def test_a_refused_edge_is_told_on_both_sides():
    own = Lexicon(different=[("Fjordcelle AS", "Fjordcelle ASA")])
    marked = "[Fjordcelle AS ORG] eier [Fjordcelle ASA ORG]. [Fjordcelle ORG] vokser."
    records = normalise_marked(marked, lexicon=own)
    assert [record.name for record in records] == ["Fjordcelle AS", "Fjordcelle ASA"]
    misses = {(r.name, m.form, m.rule, m.detail) for r in records for m in r.near_misses}
    why = "said to be different"
    assert misses == {
        (
            "Fjordcelle AS",
            "Fjordcelle AS",
            "definite_form",
            f"not merged with 'Fjordcelle ASA': {why}",
        ),
        (
            "Fjordcelle ASA",
            "Fjordcelle ASA",
            "definite_form",
            f"not merged with 'Fjordcelle AS': {why}",
        ),
    }


def test_namesakes_with_one_initial_are_told_what_parts_them():
    marked = "[Erna Solberg PER] talte. [Erling Solberg PER] lo. [Siv Solberg PER] gikk."
    misses = {r.name: [m.detail for m in r.near_misses] for r in normalise_marked(marked)}
    assert misses == {
        "Erna Solberg": ["not merged with 'Erling Solberg': different given name"],
        "Erling Solberg": ["not merged with 'Erna Solberg': different given name"],
        "Siv Solberg": [],
    }


def test_a_namesake_of_another_type_gives_no_links():
    town, person = (
        normalise_marked("[Kongsberg LOC] er kald."),
        normalise_marked("[Kongsberg PER] fryser."),
    )
    assert town[0].links
    assert (person[0].type, person[0].links) == ("PER", {})


def test_other_casing_is_a_reason():
    (record,) = normalise_marked("[RAWA LOC] falt. [Rawa LOC] brenner.")
    assert [(r.form, r.detail) for r in record.reasons] == [
        ("RAWA", "other casing or accents of 'Rawa'")
    ]


def test_no_mentions_are_no_records():
    assert normalise([]) == []
    assert normalise([], text="Ingen navn her.") == []
