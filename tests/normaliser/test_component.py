"""The normaliser in a spaCy pipeline: what it writes, and what survives a journey."""

from importlib.metadata import entry_points

import pytest
import spacy
from confection import ConfigValidationError
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import ntbner
from ntbner.errors import DataError, InputError, UnknownLabels
from ntbner.normaliser.component import read_extraction

TEXT = "Bashar al-Assad er i Damaskus. Assads hær er i Irak, sier Assad. Iraks hær ser Fjordlekene."
RULES = (
    *("Bashar al-Assad=PER", "Assad=PER", "Assads=ORG", "Damaskus=GPE_LOC", "Irak=GPE_LOC"),
    *("Iraks=GPE_ORG", "Fjordlekene=EVT"),
)


@pytest.fixture
def nlp(make_rules):
    nlp = make_rules(*RULES)
    nlp.add_pipe("ntbner_normaliser")
    return nlp


def ids(doc):
    return {ent.text: ent.ent_id_ for ent in doc.ents}


def test_entities_of_one_record_get_its_id(nlp):
    found = ids(nlp(TEXT))
    assert found["Bashar al-Assad"] == found["Assads"] == "per-bashar-al-assad"
    assert found["Irak"] == found["Iraks"] != found["Damaskus"]


def test_entities_get_an_identifier_where_the_lexicon_has_one(nlp):
    links = {ent.text: ent.kb_id_ for ent in nlp(TEXT).ents}
    assert links["Irak"] == links["Iraks"] == "iso3166:IQ"
    assert links["Damaskus"].startswith("geonames:")
    assert links["Bashar al-Assad"] == ""


def test_labels_and_spans_stay_as_the_tagger_left_them(nlp, make_rules):
    before = make_rules(*RULES)(TEXT)
    after = nlp(TEXT)
    assert [(e.text, e.label_) for e in after.ents] == [(e.text, e.label_) for e in before.ents]
    assert [t.ent_iob_ for t in after] == [t.ent_iob_ for t in before]


def test_an_entity_of_an_unwanted_type_gets_no_id(nlp):
    assert ids(nlp(TEXT))["Fjordlekene"] == ""


def test_the_records_are_those_of_extract(nlp, make_rules):
    left = read_extraction(nlp(TEXT))
    assert left == ntbner.extract(TEXT, nlp=make_rules(*RULES))
    assert {m.type for m in left["Assad"].mentions} == {"PER"}


def test_types_may_be_chosen(make_rules):
    nlp = make_rules(*RULES)
    nlp.add_pipe("ntbner_normaliser", config={"types": ["PER"]})
    assert [e.name for e in read_extraction(nlp(TEXT))] == ["Bashar al-Assad"]
    every = make_rules(*RULES)
    every.add_pipe("ntbner_normaliser", config={"types": "all"})
    assert "Fjordlekene" in read_extraction(every(TEXT))


def test_a_file_of_ones_own_names_is_heard(make_rules, tmp_path):
    path = tmp_path / "navn.csv"
    path.write_text("name,type,aliases\nKari Nordmann,PER,Fjellfrue\n", encoding="utf-8")
    nlp = make_rules("Kari Nordmann=PER", "Fjellfrue=PER")
    nlp.add_pipe("ntbner_normaliser", config={"lexicon": str(path)})
    doc = nlp("Kari Nordmann kom. Fjellfrue gikk.")
    assert set(ids(doc).values()) == {"per-kari-nordmann"}


def test_it_works_behind_the_packaged_tagger():
    nlp = ntbner.load()
    nlp.add_pipe("ntbner_normaliser")
    text = "Jonas Gahr Støre dro til Kyiv. Støre ble syk. Syria-krigen rammer Syria."
    doc = nlp(text)
    assert read_extraction(doc) == ntbner.extract(text)
    assert ids(doc)["Støre"] == "per-jonas-gahr-stoere"
    assert "Syria-krigen" in {m.text for m in read_extraction(doc)["Syria"].mentions}


def test_a_document_without_entities_has_no_records(nlp):
    for text in ("", " \n", "Ingen navn her."):
        assert read_extraction(nlp(text)).entities == ()


def test_a_stream_gives_what_each_text_gives(nlp):
    texts = [TEXT, "", "Irak."]
    together = [read_extraction(doc) for doc in nlp.pipe(texts, batch_size=2)]
    assert together == [read_extraction(nlp(text)) for text in texts]


def test_the_pipeline_announces_what_it_sets(nlp):
    analysis = nlp.analyze_pipes()
    assert analysis["problems"]["ntbner_normaliser"] == []
    assert analysis["summary"]["ntbner_normaliser"]["assigns"] == [
        "token.ent_id",
        "token.ent_kb_id",
    ]


# ── journeys ─────────────────────────────────────────────────────────────────


def test_records_survive_bytes(nlp):
    doc = nlp(TEXT)
    arrived = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert read_extraction(arrived) == read_extraction(doc)
    assert ids(arrived) == ids(doc)


def test_records_survive_a_docbin_with_user_data(nlp):
    doc = nlp(TEXT)
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (arrived,) = DocBin().from_bytes(packed).get_docs(spacy.blank("nb").vocab)
    assert read_extraction(arrived) == read_extraction(doc)
    assert ids(arrived) == ids(doc)


def test_a_docbin_without_user_data_says_what_was_forgotten(nlp):
    packed = DocBin(docs=[nlp(TEXT)]).to_bytes()
    (arrived,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    with pytest.raises(DataError, match="store_user_data=True"):
        read_extraction(arrived)


def test_records_come_back_from_another_process(nlp):
    texts = [TEXT, "Irak."]
    alone = [(read_extraction(doc), ids(doc)) for doc in nlp.pipe(texts)]
    assert [(read_extraction(d), ids(d)) for d in nlp.pipe(texts, n_process=2)] == alone


def test_a_pipeline_survives_disk_and_bytes(tmp_path):
    nlp = ntbner.load()
    nlp.add_pipe("ntbner_normaliser", config={"types": ["LOC"]})
    expected = read_extraction(nlp(TEXT))
    assert {"Irak", "Damaskus"} <= {e.name for e in expected.places} == {e.name for e in expected}
    nlp.to_disk(tmp_path / "pipeline")
    assert read_extraction(spacy.load(tmp_path / "pipeline")(TEXT)) == expected
    again = spacy.util.load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert read_extraction(again(TEXT)) == expected


# ── what is refused ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("config", "error", "match"),
    [
        ({"types": ["person"]}, InputError, "person"),
        ({"types": "person"}, InputError, "person"),
        ({"types": 3}, ConfigValidationError, "types"),
        ({"lexicon": 3}, ConfigValidationError, "lexicon"),
        ({"acronyms": "Nato"}, InputError, "acronyms"),
        ({"typer": ["PER"]}, ConfigValidationError, "typer"),
    ],
    ids=str,
)
def test_a_bad_setting_is_refused_when_the_component_is_added(config, error, match, make_rules):
    with pytest.raises(error, match=match):
        make_rules(*RULES).add_pipe("ntbner_normaliser", config=config)


def test_a_lexicon_that_is_not_there_is_named(make_rules, tmp_path):
    with pytest.raises(OSError, match=r"mangler\.csv"):
        make_rules().add_pipe(
            "ntbner_normaliser", config={"lexicon": str(tmp_path / "mangler.csv")}
        )


def test_a_pipeline_whose_labels_mean_nothing_to_us_is_refused(make_rules):
    with pytest.raises(UnknownLabels, match="VEHICLE"):
        make_rules("Volvo=VEHICLE").add_pipe("ntbner_normaliser")


# ── names that others' configurations depend on ──────────────────────────────


def test_no_factory_is_renamed():
    registered = {point.name: point.value for point in entry_points(group="spacy_factories")}
    ours = {name: value for name, value in registered.items() if value.startswith("ntbner")}
    assert ours == {
        "ntbner_normaliser": "ntbner.normaliser.component:make_normaliser",
        "ntbner_tagger": "ntbner.tagger.component:make_tagger",
    }


@pytest.mark.parametrize("name", ["ntbner_tagger", "ntbner_normaliser"])
def test_spacy_finds_our_factories_by_themselves(name):
    nlp = spacy.blank("nb")
    nlp.add_pipe(name)
    assert nlp.get_pipe_meta(name).factory == name


def test_no_setting_is_renamed():
    meta = Language.get_factory_meta("ntbner_normaliser")
    assert meta.default_config == {"types": None, "lexicon": None, "acronyms": "as_written"}
    assert Language.get_factory_meta("ntbner_tagger").default_config == {}
