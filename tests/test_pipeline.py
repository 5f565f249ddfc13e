"""Loading: the packaged pipeline, other people's, and what is said when there is none."""

import pytest
import spacy
from spacy.training import Example

import ntbner
from ntbner.errors import InputError, PipelineNotFound, UnknownLabels
from ntbner.pipeline import packaged

NINE = ("PER", "ORG", "LOC", "GPE_LOC", "GPE_ORG", "PROD", "EVT", "DRV", "MISC")
PLAIN = ("PERSON", "ORG", "GPE")


def trained(labels):
    """A small pipeline with spaCy's own entity recogniser, trained to know a few words."""
    nlp = spacy.blank("nb")
    examples = []
    for index, label in enumerate(labels):
        word = f"Navn{'abcdefghi'[index]}"
        doc = nlp.make_doc(f"Her er {word} igjen")
        examples.append(Example.from_dict(doc, {"entities": [(7, 7 + len(word), label)]}))
    nlp.add_pipe("ner")
    optimiser = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimiser)
    return nlp


@pytest.mark.parametrize("labels", [NINE, PLAIN])
def test_a_trained_pipeline_is_used_by_object_and_by_path(labels, tmp_path):
    nlp = trained(labels)
    assert ntbner.load(nlp) is nlp
    nlp.to_disk(tmp_path / "pipeline")
    found = ntbner.load(tmp_path / "pipeline")("Her er Navna igjen")
    assert [ent.label_ for ent in found.ents] == [labels[0]]


def test_a_trained_pipeline_extracts_records_without_confidence():
    result = ntbner.extract("Her er Navna igjen", nlp=trained(PLAIN))
    assert [(entity.name, entity.type) for entity in result.people] == [("Navna", "PER")]
    assert result.mentions[0].confidence is None


def test_a_pipeline_with_an_unknown_label_set_is_refused():
    with pytest.raises(UnknownLabels, match="VEHICLE"):
        ntbner.load(trained(("PER", "VEHICLE")))


def test_a_missing_pipeline_names_the_two_ways_to_get_it():
    with pytest.raises(PipelineNotFound) as caught:
        ntbner.load("nb_core_news_lg")
    assert "spacy download nb_core_news_lg" in str(caught.value)
    assert "path" in str(caught.value)


def test_a_folder_without_a_pipeline_is_refused(tmp_path):
    with pytest.raises(PipelineNotFound, match=r"config\.cfg"):
        ntbner.load(tmp_path)


def test_something_else_than_a_pipeline_is_refused():
    with pytest.raises(InputError, match="int"):
        ntbner.load(3)


def test_a_loaded_pipeline_is_the_callers_own():
    assert ntbner.load() is not ntbner.load()
    assert packaged() is packaged()
