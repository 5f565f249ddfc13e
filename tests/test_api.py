"""Extracting: what comes out of one text, and what the options change."""

import pickle
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import ntbner
from ntbner import Extraction, Lexicon, Mention, api
from ntbner.errors import InputError, UnknownLabels
from ntbner.lexicon import Entry
from ntbner.mentions import CONFIDENCE
from ntbner.normaliser.component import read_extraction

NEWS = (
    "Statsminister Jonas Gahr Støre møtte Volodymyr Zelenskyj i Kyiv.\n\n"
    "Støre reiste så til Århus. Syria-krigen rammer Syria, sa han til NRK."
)
SOFT_HYPHEN = "\u00ad"


def records(result):
    return [(e.name, e.type, dict(e.aliases), len(e.mentions)) for e in result]


def names(result):
    return {e.name: e.type for e in result}


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0", "\u00ad", "\x00", "\ufeff"])
def test_a_text_without_words_has_no_records(text):
    result = ntbner.extract(text, doc_id="tom")
    assert result == Extraction(text, doc_id="tom")


# ── offsets and odd characters ───────────────────────────────────────────────


def disguise(text, *, form="NFC", space=" ", hyphenate="", line="\n"):
    """The same text to a reader, in other characters."""
    for letter in hyphenate:
        text = text.replace(letter, letter + SOFT_HYPHEN)
    return unicodedata.normalize(form, text).replace(" ", space).replace("\n", line)


@pytest.mark.parametrize(
    "look",
    [
        {"form": "NFD"},
        {"space": "\u00a0"},
        {"space": "\0"},
        {"hyphenate": "aeiy"},
        {"line": "\r\n"},
        {"line": "\u2029"},
        {"form": "NFD", "space": "\u2009", "hyphenate": "tr", "line": "\r\n"},
    ],
    ids=str,
)
def test_a_disguised_text_has_the_records_of_the_clean_one(look):
    text = disguise(NEWS, **look)
    result = ntbner.extract(text)
    assert result.text == text != NEWS
    assert records(result) == records(ntbner.extract(NEWS))
    assert all(text[m.start : m.end] == m.text for m in result.mentions)


def test_a_mention_keeps_the_callers_own_letters():
    text = f"Zelenskyj dro til So{SOFT_HYPHEN}tsji."
    assert ntbner.extract(text)["Sotsji"].mentions[0].text == f"So{SOFT_HYPHEN}tsji"


PIECES = st.sampled_from(
    [
        *("Erna Solberg", "Solbergs", "Sotsji", "FN", "IS'", "Syria-krigen", "TV 2.", "Frp"),
        *(
            "møtte",
            "og",
            "sa",
            "i",
            ".",
            ",",
            "(",
            ")",
            "–",
            '"',
            "1",
            "😀",
            "👩‍👩‍👧",
            "بشار",
            "ירושלים",
        ),
        *(" ", " ", " ", "\n", "\r\n", "\u00a0", "\u2028", "\0", "\u00ad", "\u200f", "\u202b"),
        *("\ufeff", "\ud83d", "\udfff", "e\u0301", "\u0301", "A\u030arhus", "\t"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_offsets_are_exact_whatever_the_text(text):
    result = ntbner.extract(text, types="all")
    assert result.text == text
    for mention in result.mentions:
        assert mention.text
        assert text[mention.start : mention.end] == mention.text
    assert sorted(map(id, result.mentions)) == sorted(id(m) for e in result for m in e.mentions)


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_string_is_a_text(text):
    for mention in ntbner.extract(f"Oslo. {text} Erna Solberg").mentions:
        assert f"Oslo. {text} Erna Solberg"[mention.start : mention.end] == mention.text


@settings(max_examples=25)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_an_extraction_survives_json_and_pickle(text):
    result = ntbner.extract(text, doc_id="a")
    assert Extraction.from_json(result.to_json()) == result
    assert pickle.loads(pickle.dumps(result)) == result


# ── long texts ───────────────────────────────────────────────────────────────

PARAGRAPH = "Erna Solberg møtte Vladimir Putin i Sotsji. Solberg reiste så til Oslo.\n\n"


def test_a_long_text_is_read_to_its_end(make_rules):
    nlp = make_rules("Erna Solberg=PER", "Oslo=LOC")
    nlp.max_length = 50_000
    text = "Her er det ingen. " * 6_000 + PARAGRAPH * 1_000 + "Oslo"
    assert len(text) > 3 * nlp.max_length
    result = ntbner.extract(text, nlp=nlp)
    assert result["Oslo"].aliases == {"Oslo": 1_001}
    assert len(result["Erna Solberg"].mentions) == 1_000
    assert result.mentions[-1].end == len(text)
    assert all(text[m.start : m.end] == m.text for m in result.mentions)


@pytest.mark.parametrize("longest", [100, 400, 1_000])
def test_a_text_in_chunks_has_the_records_of_the_whole(longest, monkeypatch):
    text = (PARAGRAPH + NEWS + "\n\n") * 4
    whole = ntbner.extract(text)
    monkeypatch.setattr(api, "LONGEST", longest)
    assert records(ntbner.extract(text)) == records(whole)


def test_no_chunk_is_longer_than_the_limit(make_rules, monkeypatch):
    monkeypatch.setattr(api, "LONGEST", 80)
    nlp, seen = make_rules("Oslo=LOC"), []
    make_doc = nlp.tokenizer
    nlp.tokenizer = lambda text: seen.append(len(text)) or make_doc(text)
    result = ntbner.extract(PARAGRAPH * 5, nlp=nlp)
    assert result["Oslo"].aliases == {"Oslo": 5}
    assert len(seen) >= 5
    assert max(seen) <= 80


# ── options ──────────────────────────────────────────────────────────────────


def test_types_choose_among_the_records(make_rules):
    nlp = make_rules("Erna Solberg=PER", "Oslo=LOC", "Fjordlekene=EVT")
    text = "Erna Solberg så Fjordlekene i Oslo."
    assert names(ntbner.extract(text, nlp=nlp)) == {"Erna Solberg": "PER", "Oslo": "LOC"}
    assert names(ntbner.extract(text, nlp=nlp, types=["PER"])) == {"Erna Solberg": "PER"}
    assert names(ntbner.extract(text, nlp=nlp, types="PER")) == {"Erna Solberg": "PER"}
    everything = ntbner.extract(text, nlp=nlp, types="all")
    assert names(everything) == {"Erna Solberg": "PER", "Fjordlekene": "EVT", "Oslo": "LOC"}


def test_leaving_out_types_does_not_change_the_records_of_the_others():
    everything = ntbner.extract(NEWS)
    people = ntbner.extract(NEWS, types=["PER"])
    assert people.entities == everything.people
    assert {m.type for m in people.mentions} == {"PER"}


def test_mentions_less_sure_than_asked_for_are_left_out():
    text = "Erna Solberg kom fra Bergen. Frp vant i Oslo. Snåsamannen så det komme."
    everything = ntbner.extract(text).mentions
    middle = sorted(m.confidence for m in everything)[len(everything) // 2]
    sure = ntbner.extract(text, min_confidence=middle)
    assert {m.text for m in sure.mentions} == {m.text for m in everything if m.confidence >= middle}
    assert 0 < len(sure.mentions) < len(everything)


def test_a_pipeline_without_probabilities_cannot_be_asked_to_be_sure(make_rules):
    nlp = make_rules("Oslo=LOC")
    with pytest.raises(InputError, match="packaged pipeline"):
        ntbner.extract("Oslo", nlp=nlp, min_confidence=0.5)


def test_what_a_ruler_before_the_tagger_found_has_no_probability_and_stays():
    nlp = ntbner.load()
    ruler = nlp.add_pipe("entity_ruler", before="ntbner_tagger")
    ruler.add_patterns([{"pattern": "Fjellfrue", "label": "ORG"}])
    text = "Erna Solberg møtte Fjellfrue i Oslo."
    sure = ntbner.extract(text, nlp=nlp, min_confidence=0.5)
    assert {m.text: m.confidence is None for m in sure.mentions} == {
        "Erna Solberg": False,
        "Fjellfrue": True,
        "Oslo": False,
    }
    assert names(ntbner.extract(text, nlp=nlp, min_confidence=1)) == {"Fjellfrue": "ORG"}


@Language.component("be_sure_of_all")
def be_sure_of_all(doc):
    doc.user_data[CONFIDENCE] = [[ent.start, ent.end, 0.75] for ent in doc.ents]
    return doc


def test_a_confidence_in_another_type_than_the_records_is_not_its_own(make_rules):
    nlp = make_rules("Tyrkia=ORG", "Norge=GPE_ORG", "Syria-krigen=DRV")
    nlp.add_pipe("be_sure_of_all")
    text = "Tyrkia svarte Norge om Syria-krigen."
    expected = [("Tyrkia", "ORG", None), ("Norge", "GPE_ORG", 0.75), ("Syria-krigen", "DRV", None)]
    result = ntbner.extract(text, nlp=nlp)
    assert [(m.text, m.label, m.confidence) for m in result.mentions] == expected
    assert {m.type for m in result.mentions} == {"LOC"}
    hidden = ntbner.extract(text.replace("Norge", f"Nor{SOFT_HYPHEN}ge"), nlp=nlp)
    assert [m.confidence for m in hidden.mentions] == [None, 0.75, None]
    nlp.add_pipe("ntbner_normaliser")
    assert read_extraction(nlp(text)) == result


def test_ones_own_lexicon_joins_and_parts(make_rules):
    nlp = make_rules("Kari Nordmann=PER", "Nordmann=PER", "Fjellfrue=PER")
    text = "Kari Nordmann kom. Fjellfrue gikk. Nordmann ble."
    assert ntbner.extract(text, nlp=nlp)["Kari Nordmann"].aliases == {
        "Kari Nordmann": 1,
        "Nordmann": 1,
    }
    own = Lexicon(
        [Entry("person:1", "PER", "person", "Kari Nordmann", aliases=("Fjellfrue",))],
        different=[("Kari Nordmann", "Nordmann")],
    )
    result = ntbner.extract(text, nlp=nlp, lexicon=own)
    assert result["Kari Nordmann"].aliases == {"Fjellfrue": 1, "Kari Nordmann": 1}
    assert result["Nordmann"].aliases == {"Nordmann": 1}


# ── other pipelines ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("label", "type"),
    [
        *[("PER", "PER"), ("ORG", "ORG"), ("LOC", "LOC"), ("GPE_LOC", "LOC"), ("GPE_ORG", "LOC")],
        *[("PROD", "PROD"), ("EVT", "EVT"), ("MISC", "MISC"), ("PERSON", "PER"), ("GPE", "LOC")],
    ],
)
def test_labels_of_other_pipelines_become_our_types(label, type, make_rules):
    result = ntbner.extract("Her er Krokebu.", nlp=make_rules(f"Krokebu={label}"), types="all")
    (mention,) = result.mentions
    assert (mention.text, mention.type, mention.label, mention.confidence) == (
        "Krokebu",
        type,
        label,
        None,
    )
    assert names(result) == {"Krokebu": type}


def test_labels_that_mean_nothing_to_us_are_refused_before_anything_is_read(make_rules):
    with pytest.raises(UnknownLabels, match="VEHICLE"):
        ntbner.extract_many([], nlp=make_rules("Volvo=VEHICLE"))


def test_a_pipeline_of_ones_own_may_have_our_components_too():
    nlp = ntbner.load()
    nlp.add_pipe("ntbner_normaliser")
    assert ntbner.extract(NEWS, nlp=nlp) == ntbner.extract(NEWS)


def test_what_is_done_to_a_loaded_pipeline_does_not_reach_extract():
    before = ntbner.extract(NEWS)
    nlp = ntbner.load()
    nlp.remove_pipe("ntbner_tagger")
    nlp.tokenizer.rules = {}
    assert ntbner.extract(NEWS) == before


# ── one type for a record ────────────────────────────────────────────────────


def test_a_name_tagged_three_ways_beside_its_full_form_is_one_person():
    mentions = [
        Mention(0, 15, "Bashar al-Assad", "PER"),
        Mention(20, 25, "Assad", "PER"),
        Mention(30, 35, "Assad", "ORG"),
        Mention(40, 45, "Assad", "EVT"),
    ]
    (record,) = ntbner.normalise(mentions)
    assert (record.name, record.type, len(record.mentions)) == ("Bashar al-Assad", "PER", 4)


def test_a_pipeline_that_tags_a_name_three_ways_gives_one_person(make_rules):
    nlp = make_rules("Bashar al-Assad=PER", "Assad=PER", "Assads=ORG", "ASSAD=EVT")
    text = "ASSAD SVARER\nBashar al-Assad talte. Assads hær lyttet, og Assad smilte."
    result = ntbner.extract(text, nlp=nlp)
    assert records(result) == [("Bashar al-Assad", "PER", result.entities[0].aliases, 4)]
    assert [m.type for m in result.mentions] == ["PER"] * 4
    assert [m.label for m in result.mentions] == ["EVT", "PER", "ORG", "PER"]


def test_what_everybody_knows_outvotes_a_stray_tag(make_rules):
    nlp = make_rules("Tyrkia=ORG", "Europarådet=LOC")
    result = ntbner.extract("Tyrkia svarte Europarådet.", nlp=nlp)
    assert names(result) == {"Tyrkia": "LOC", "Europarådet": "ORG"}
    assert [(m.type, m.label) for m in result.mentions] == [("LOC", "ORG"), ("ORG", "LOC")]
