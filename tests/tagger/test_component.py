"""The component in a spaCy pipeline: what it sets, and what survives a journey."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import numpy as np
import pytest
import spacy
from spacy.tokens import DocBin

import ntbner
from ntbner.errors import PipelineError
from ntbner.tagger.component import CONFIDENCE
from ntbner.tagger.scheme import LABELS
from ntbner.tagger.tagging import VOUCHED

TEXT = "Statsminister Erna Solberg møtte Vladimir Putin i Sotsji.\nSolberg reiste så til Oslo."


@pytest.fixture(scope="module")
def nlp():
    return ntbner.load()


def entities(doc):
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_the_packaged_tagger_finds_people_and_places(nlp):
    found = dict(entities(nlp(TEXT)))
    assert found["Erna Solberg"] == found["Vladimir Putin"] == found["Solberg"] == "PER"
    assert found["Sotsji"].startswith(("GPE", "LOC"))


def test_it_announces_norne_labels(nlp):
    assert nlp.get_pipe("ntbner_tagger").labels == LABELS


def test_every_span_has_a_probability(nlp):
    doc = nlp(TEXT)
    told = doc.user_data[CONFIDENCE]
    assert [(start, end) for start, end, _ in told] == [(ent.start, ent.end) for ent in doc.ents]
    assert all(0 < probability <= 1 for _, _, probability in told)


def test_probabilities_survive_a_docbin(nlp):
    doc = nlp(TEXT)
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (restored,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    assert [list(row) for row in restored.user_data[CONFIDENCE]] == doc.user_data[CONFIDENCE]


def test_a_batch_gives_what_each_text_gives(nlp):
    texts = [TEXT, "", "Jonas Gahr Støre kom fra Bergen.", "\n\n", TEXT]
    together = [entities(doc) for doc in nlp.pipe(texts)]
    assert together == [entities(nlp(text)) for text in texts]


def test_results_are_equal_across_process_counts(nlp):
    texts = [TEXT, "Jonas Gahr Støre kom fra Bergen.", "Ap og Høyre i Stortinget."]
    alone = [(entities(doc), doc.user_data[CONFIDENCE]) for doc in nlp.pipe(texts)]
    two = [
        (entities(doc), [list(row) for row in doc.user_data[CONFIDENCE]])
        for doc in nlp.pipe(texts, n_process=2)
    ]
    assert two == alone


def test_threads_get_what_one_alone_gets(nlp):
    texts = [f"Erna Solberg møtte Kari {name}sen i Bergen." for name in "ABCDEFGH"]
    alone = [entities(nlp(text)) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda text: entities(nlp(text)), texts * 3)) == alone * 3


def test_processes_do_not_wait_for_a_thread_that_tags(nlp):
    """A forked process has a copy of a lock that somebody held, and nobody to let it go."""
    done = Event()

    def tag_on():
        while not done.is_set():
            nlp(TEXT)

    with ThreadPoolExecutor(1) as threads:
        threads.submit(tag_on)
        try:
            docs = list(nlp.pipe([TEXT] * 4, n_process=2))
        finally:
            done.set()
    assert [entities(doc) for doc in docs] == [entities(nlp(TEXT))] * 4


def test_a_pipeline_survives_disk_and_bytes(nlp, tmp_path):
    nlp.to_disk(tmp_path / "copy")
    from_disk = ntbner.load(tmp_path / "copy")
    assert entities(from_disk(TEXT)) == entities(nlp(TEXT))
    tagger = nlp.get_pipe("ntbner_tagger")
    from_disk.get_pipe("ntbner_tagger").from_bytes(tagger.to_bytes())
    assert entities(from_disk(TEXT)) == entities(nlp(TEXT))


def test_a_tagger_without_weights_says_what_to_do():
    nlp = spacy.blank("nb")
    nlp.add_pipe("ntbner_tagger")
    with pytest.raises(PipelineError, match=r"ntbner\.load"):
        nlp("Oslo")


def test_weights_for_other_vectors_are_refused(nlp):
    tagger = nlp.get_pipe("ntbner_tagger")
    other = spacy.blank("nb")
    other.vocab.set_vector("Oslo", np.zeros(7, dtype=np.float32))
    with pytest.raises(PipelineError, match="dimensions"):
        other.add_pipe("ntbner_tagger").equip(tagger.weights, tagger.settings)


def test_no_name_begins_with_the_dash_of_a_line_of_speech(nlp):
    doc = nlp("— Andre Reed (@andre) 15. november.\n– Jonas Gahr Støre sa nei.")
    assert all(ent.text[0] not in "-–—" for ent in doc.ents)
    assert "Jonas Gahr Støre" in [ent.text for ent in doc.ents]


def test_a_name_that_the_document_vouches_for_is_as_sure_as_such_names_are_right(nlp):
    doc = nlp("Leger uten grenser trekker seg ut.")
    (told,) = doc.user_data[CONFIDENCE]
    assert told[:2] == [0, 3]
    assert told[2] >= VOUCHED
