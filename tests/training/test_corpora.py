from __future__ import annotations

import gzip
import json
import lzma

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin
from spacy.tokens import Span as SpacySpan

from ntbner.errors import CorpusError
from ntbner.training.corpora import (
    read_corpus,
    read_danplus,
    read_jsonl,
    read_norne,
    read_spacy,
)


def conll(*sentences):
    """Sentences written ``form/TAG form form`` as ten-column rows; comments as they are."""
    blocks = []
    for lines in sentences:
        *comments, words = lines.split("\n")
        rows = []
        for number, word in enumerate(words.split(), 1):
            form, _, tag = word.partition("//")
            rows.append("\t".join([str(number), form, *["_"] * 7, f"name={tag or 'O'}"]))
        blocks.append("\n".join([*comments, *rows]) + "\n\n")
    return "".join(blocks)


def write(folder, name, content):
    path = folder / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(content.encode()))
    elif name.endswith(".xz"):
        path.write_bytes(lzma.compress(content.encode()))
    else:
        path.write_text(content, encoding="utf-8")
    return path


def names(sentence):
    return [(sentence.text[span.start : span.end], span.label) for span in sentence.spans]


# ── NorNE ───────────────────────────────────────────────────────────────────

TREEBANK = conll(
    "# newdoc id = avis-1\nNy bru i Vik//B-GPE_LOC |",
    "« Kari//B-PER Berg//I-PER » , sa Nordkrafts//B-ORG leder .",
    "|",
    "# newdoc id = avis-2\nVik-saken//B-DRV er over .",
)

UNIVERSAL = conll(
    "# newpar\n# sent_id = 0001\n# text = Kari Berg (24) kom.\n"
    "Kari//B-PER Berg//I-PER ( 24 ) kom .",
    "# sent_id = 0002\n# text = Nei .\nNei .",
    "# newpar\n# sent_id = 0003\n# text = I Vik.\nI Vik//B-LOC .",
)


@pytest.mark.parametrize("name", ["nob-train.conll", "nob-train.conll.gz", "nob-train.conll.xz"])
def test_treebank_form_is_set_as_running_text(tmp_path, name):
    sentences = read_norne(write(tmp_path, name, TREEBANK))
    assert [sentence.text for sentence in sentences] == [
        "Ny bru i Vik",
        "«Kari Berg», sa Nordkrafts leder.",
        "Vik-saken er over.",
    ]
    assert [names(sentence) for sentence in sentences] == [
        [("Vik", "GPE_LOC")],
        [("Kari Berg", "PER"), ("Nordkrafts", "ORG")],
        [("Vik-saken", "DRV")],
    ]


def test_treebank_form_has_documents(tmp_path):
    sentences = read_norne(write(tmp_path, "nno-train.conll", TREEBANK))
    found = [(sentence.document, sentence.doc_id) for sentence in sentences]
    assert found == [(0, "avis-1"), (0, "avis-1"), (1, "avis-2")]
    assert {sentence.language for sentence in sentences} == {"nn"}
    assert sentences[2].id == "nno-train-3"


def test_universal_form_keeps_its_text_and_its_paragraphs(tmp_path):
    sentences = read_norne(write(tmp_path, "no_nob-ud-dev.conllu", UNIVERSAL))
    assert [sentence.text for sentence in sentences] == ["Kari Berg (24) kom.", "Nei .", "I Vik."]
    assert [names(sentence) for sentence in sentences] == [
        [("Kari Berg", "PER")],
        [],
        [("Vik", "LOC")],
    ]
    assert [sentence.document for sentence in sentences] == [0, 0, 1]
    assert [sentence.id for sentence in sentences] == ["0001", "0002", "0003"]
    assert {sentence.doc_id for sentence in sentences} == {None}


def test_adjacent_names_of_one_label_stay_apart(tmp_path):
    path = write(tmp_path, "nob.conll", conll("Vik//B-LOC Moss//B-LOC"))
    assert names(read_norne(path)[0]) == [("Vik", "LOC"), ("Moss", "LOC")]


def test_last_sentence_needs_no_blank_line(tmp_path):
    path = write(tmp_path, "nob.conll", conll("I Vik//B-LOC").rstrip("\n"))
    assert names(read_norne(path)[0]) == [("Vik", "LOC")]


@pytest.mark.parametrize(
    ("name", "language"),
    [("no_bokmaal-ud-dev.conllu", "nb"), ("no_nynorsk-ud-dev.conllu", "nn"), ("nno.conllu", "nn")],
)
def test_the_name_of_a_file_says_its_language(tmp_path, name, language):
    assert {s.language for s in read_norne(write(tmp_path, name, UNIVERSAL))} == {language}


def test_a_folder_is_no_corpus(tmp_path):
    with pytest.raises(CorpusError, match="found a folder"):
        read_corpus(tmp_path)


def test_language_is_asked_for_where_the_name_has_none(tmp_path):
    path = write(tmp_path, "avis.conll", TREEBANK)
    assert read_norne(path, language="nn")[0].language == "nn"
    with pytest.raises(CorpusError, match=r"does not say its language, by one of nob, nno"):
        read_norne(path)
    with pytest.raises(CorpusError, match="unknown language 'sv'"):
        read_norne(path, language="sv")


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("1\tVik\tname=B-LOC\n", 1, "3 columns where 10"),
        (conll("i Vik//B-BY"), 1, "unknown label 'BY'"),
        (conll("i Vik//I-LOC"), 2, "I-LOC continues no name"),
        (conll("Vik//B-LOC er//I-PER"), 2, "I-PER continues no name"),
        (conll("i Vik//LOC"), 2, "a tag of another form"),
        (conll("Vik").replace("name=O", "SpaceAfter=No"), 1, "one name=… was expected"),
        (conll("# text = I Vik.\nI Moss ."), 3, "'Moss' is not at 'Vik.'"),
        (conll("Vik").replace("Vik", " "), 1, "a token without a form"),
    ],
)
def test_malformed_norne_is_refused_with_file_and_line(tmp_path, content, line, problem):
    path = write(tmp_path, "nob.conll", content)
    with pytest.raises(CorpusError, match=rf"nob\.conll:{line}: .*{problem}"):
        read_norne(path)


# ── DaN+ ────────────────────────────────────────────────────────────────────


def test_danplus_labels_are_brought_to_norne(tmp_path):
    rows = ["Ulla\tB-PER\tO", "Vind\tI-PER\tO", "fra\tO\tO", "Vejle-klubben\tB-ORGpart\tB-LOC"]
    rows += ["er\tO\tO", "jysk\tB-LOCderiv\tO", ".\tO\tO", "", "#\tO\tO", "OK\tI-MISC\tO"]
    first, second = read_danplus(write(tmp_path, "da.tsv", "\n".join(rows) + "\n"))
    assert first.text == "Ulla Vind fra Vejle-klubben er jysk."
    assert names(first) == [("Ulla Vind", "PER"), ("Vejle-klubben", "DRV")]
    assert names(second) == [("OK", "MISC")]
    assert (first.language, first.document, second.document) == ("da", 0, 1)


def test_malformed_danplus_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"da\.tsv:1: unknown label 'DYR'"):
        read_danplus(write(tmp_path, "da.tsv", "Kat\tB-DYR\tO\n"))
    with pytest.raises(CorpusError, match=r"da\.tsv:2: 2 columns where 3"):
        read_danplus(write(tmp_path, "da.tsv", "Kat\tO\tO\nog\tO\n"))


# ── JSONL ───────────────────────────────────────────────────────────────────


def write_rows(folder, *rows):
    written = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return write(folder, "avis.jsonl", written + "\n")


def test_rows_in_norne_labels(tmp_path):
    row = {"id": "a", "lang": "nno", "text": "I Vik", "spans": [
        {"start": 2, "end": 5, "label": "GPE_LOC", "text": "Vik"}]}  # fmt: skip
    (sentence,) = read_jsonl(write_rows(tmp_path, row))
    assert names(sentence) == [("Vik", "GPE_LOC")]
    assert (sentence.id, sentence.language, sentence.doc_id) == ("a", "nn", None)


def test_rows_in_three_types(tmp_path):
    text = "Berg-planen ble ikke til noe."
    row = {"text": text, "spans": [{"start": 0, "end": 11, "type": "DRV"}]}
    (sentence,) = read_jsonl(write_rows(tmp_path, row))
    assert names(sentence) == [("Berg-planen", "DRV")]
    assert (sentence.id, sentence.language) == ("avis-1", "nb")


def test_records_become_spans_in_the_order_of_the_text(tmp_path):
    row = {"text": "Berg-planen: Kari Berg", "records": [
        {"type": "PER", "name": "Kari Berg", "mentions": [
            {"start": 13, "end": 22, "kind": "name"},
            {"start": 0, "end": 11, "kind": "derived"}]}]}  # fmt: skip
    (sentence,) = read_jsonl(write_rows(tmp_path, row))
    assert names(sentence) == [("Berg-planen", "DRV"), ("Kari Berg", "PER")]


def test_rows_of_one_document_share_its_number(tmp_path):
    rows = [{"text": "x", "spans": [], "doc_id": doc} for doc in ("a", "a", None, None, "b")]
    sentences = read_jsonl(write_rows(tmp_path, *rows), language="nn")
    assert [sentence.document for sentence in sentences] == [0, 0, 1, 2, 3]
    assert {sentence.language for sentence in sentences} == {"nn"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ([], "an object was expected"),
        ({"spans": []}, "'text' must be str"),
        ({"text": "Vik"}, "needs 'spans' or 'records'"),
        ({"text": "Vik", "spans": [7]}, "an object with 'label'"),
        ({"text": "Vik", "spans": [{"start": 0, "end": 3}]}, "'label' must be str"),
        ({"text": "Vik", "spans": [{"start": True, "end": 3, "label": "LOC"}]}, "'start' must"),
        ({"text": "Vik", "spans": [{"start": 0, "end": 4, "label": "LOC"}]}, "not within"),
        ({"text": "Vik", "spans": [{"start": 2, "end": 2, "label": "LOC"}]}, "not within"),
        ({"text": "Vik ", "spans": [{"start": 0, "end": 4, "label": "LOC"}]}, "white space"),
        ({"text": "Vik", "spans": [{"start": 0, "end": 3, "label": "BY"}]}, "unknown label 'BY'"),
        ({"text": "Vik", "spans": [], "lang": "sv"}, "unknown language 'sv'"),
        (
            {"text": "Vik", "spans": [{"start": s, "end": 3, "label": "LOC"} for s in (0, 1)]},
            "overlaps",
        ),
    ],
)
def test_malformed_rows_are_refused_with_file_and_line(tmp_path, row, problem):
    path = write_rows(tmp_path, {"text": "Bra.", "spans": []}, row)
    with pytest.raises(CorpusError, match=rf"avis\.jsonl:2: .*{problem}"):
        read_jsonl(path)


def test_the_language_is_told_from_the_text_where_nothing_says(tmp_path):
    texts = ("Ho veit ikkje kva dei gjer.", "Hun vet ikke hva de gjør.", "1-0")
    sentences = read_jsonl(write_rows(tmp_path, *({"text": t, "spans": []} for t in texts)))
    assert [sentence.language for sentence in sentences] == ["nn", "nb", "nb"]


def test_a_byte_order_mark_is_no_part_of_the_row(tmp_path):
    path = write(tmp_path, "avis.jsonl", '\ufeff{"text": "x", "spans": []}\r\n')
    assert [sentence.text for sentence in read_jsonl(path)] == ["x"]


def test_a_row_that_is_not_json_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"avis\.jsonl:1: not JSON"):
        read_jsonl(write(tmp_path, "avis.jsonl", "{'text': 1}\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=30), st.data())
def test_offsets_survive_any_text(tmp_path_factory, text, data):
    places = [i for i, char in enumerate(text) if not char.isspace()]
    spans = []
    if places:
        at = data.draw(st.sampled_from(places))
        spans = [{"start": at, "end": at + 1, "label": "PER"}]
    path = write_rows(tmp_path_factory.mktemp("rows"), {"text": text, "spans": spans})
    (sentence,) = read_jsonl(path)
    assert sentence.text == text
    assert [(span.start, span.end) for span in sentence.spans] == [
        (span["start"], span["end"]) for span in spans
    ]


# ── spaCy ───────────────────────────────────────────────────────────────────


def write_docbin(folder, label):
    doc = spacy.blank("nb")("Kari Berg bor i Vik.")
    doc.ents = [SpacySpan(doc, 0, 2, label)]
    path = folder / "avis.spacy"
    DocBin(docs=[doc]).to_disk(path)
    return path


def test_spacy_files_are_read(tmp_path):
    (sentence,) = read_spacy(write_docbin(tmp_path, "PER"), language="nn")
    assert names(sentence) == [("Kari Berg", "PER")]
    assert (sentence.language, sentence.id) == ("nn", "avis-1")


def test_spacy_files_with_other_labels_are_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"avis\.spacy:1: unknown label 'PERSON'"):
        read_spacy(write_docbin(tmp_path, "PERSON"))


def test_what_is_no_spacy_file_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"not a \.spacy file"):
        read_spacy(write(tmp_path, "avis.spacy", "tekst"))
    with pytest.raises(CorpusError, match="no such file"):
        read_spacy(tmp_path / "gone.spacy")


# ── any file ────────────────────────────────────────────────────────────────


def test_the_suffix_chooses_the_reader(tmp_path):
    assert len(read_corpus(write(tmp_path, "nob-x.conll.gz", TREEBANK))) == 3
    assert len(read_corpus(write(tmp_path, "nob-x.conllu", UNIVERSAL))) == 3
    assert len(read_corpus(write_rows(tmp_path, {"text": "x", "spans": []}))) == 1
    assert len(read_corpus(write(tmp_path, "da.tsv", "Kat\tO\tO\n"))) == 1
    assert len(read_corpus(write_docbin(tmp_path, "PER"))) == 1


@pytest.mark.parametrize(
    ("name", "problem"),
    [("avis.txt", r"no reader for '\.txt'"), ("avis.jsonl", "no such file")],
)
def test_what_cannot_be_read_is_refused(tmp_path, name, problem):
    with pytest.raises(CorpusError, match=problem):
        read_corpus(tmp_path / name)


def test_bytes_that_are_not_what_they_say_are_refused(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "x", "spans": []}\n{"text": "\xe5"}\n')
    with pytest.raises(CorpusError, match=r"a\.jsonl:2: not UTF-8"):
        read_corpus(tmp_path / "a.jsonl")
    (tmp_path / "b.jsonl.gz").write_bytes(b"plain")
    with pytest.raises(CorpusError, match=r"b\.jsonl\.gz: cannot be read"):
        read_corpus(tmp_path / "b.jsonl.gz")
    (tmp_path / "c.jsonl.xz").write_bytes(b"plain")
    with pytest.raises(CorpusError, match=r"c\.jsonl\.xz: cannot be read"):
        read_corpus(tmp_path / "c.jsonl.xz")
