"""Training from scratch: all six stages on a handful of sentences."""

import pytest

import ntbner
from ntbner.cli import main

SENTENCES = [
    [("Leder", "O"), ("Marte", "B-PER"), ("Solheim", "I-PER"), ("svarte", "O"), (".", "O")],
    [("Kraftlauget", "B-ORG"), ("møttes", "O"), ("på", "O"), ("Hamar", "B-GPE_LOC"), (".", "O")],
    [("Ola", "B-PER"), ("bor", "O"), ("i", "O"), ("Bodø", "B-GPE_LOC"), (".", "O")],
]
TINY = [
    *("vectors.dimensions=8", "vectors.buckets=200", "vectors.epochs=1", "vectors.rarest=1"),
    *("network.hidden=12", "network.filters=12", "network.word=4", "pretraining.share=1"),
    *("pretraining.targets=20", "silver.surest=0", "silver.words=60", "training.epochs=80"),
    *("training.tokens_per_batch=60", "training.learning_rate=0.02", "training.averaging=0.8"),
    *("teachers.small.seeds=[1]", "teachers.small.epochs=20", "teachers.large.epochs=20"),
    *("teachers.large.seeds=[2]", "teachers.large.network.hidden=14"),
]


def write_norne(folder, part, times):
    """A NorNE-like file of one language."""
    rows = []
    for sentence in SENTENCES * times:
        rows += ["# text = " + " ".join(word for word, _ in sentence)]
        rows += [
            f"{n}\t{word}" + "\t_" * 7 + f"\tname={tag}"
            for n, (word, tag) in enumerate(sentence, 1)
        ]
        rows.append("")
    (folder / f"nob-{part}.conllu").write_text("\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """A folder with annotated and raw text, nothing of it in both."""
    folder = tmp_path_factory.mktemp("inputs")
    write_norne(folder, "train", 8)
    write_norne(folder, "dev", 1)
    lines = [
        f"I {year} reiste Kari Moe fra Bergen til Tromsø med Havlauget ." for year in range(99)
    ]
    (folder / "raw.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "near.txt").write_text("Wirene meldte i går om Lillehammer .\n", encoding="utf-8")
    return folder


def train(inputs, folder, *options):
    return main(
        [
            *("train", "--norne", str(inputs), "--text", str(inputs / "raw.txt")),
            *("--near", str(inputs / "near.txt"), "--out", str(folder / "pipeline")),
            *("--work", str(folder / "work"), "--threads", "1", "--set", *TINY, *options),
        ]
    )


@pytest.fixture(scope="module")
def trained(inputs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scratch")
    assert train(inputs, folder) == 0
    return folder


def test_every_stage_leaves_its_result(trained):
    stages = {path.name for path in (trained / "work").iterdir() if path.suffix != ".checkpoint"}
    assert stages == {
        *("text.tok", "near.tok", "vectors.floret", "pretrained.pt", "pretrained-large.pt"),
        *("teacher-small-1.pt", "teacher-large-2.pt", "silver.pickle", "pupil.pt"),
    }


def test_the_pipeline_loads_and_tags(trained):
    nlp = ntbner.load(trained / "pipeline")
    result = ntbner.extract("Leder Marte Solheim svarte .", nlp=nlp)
    assert [(mention.text, mention.type) for mention in result.mentions] == [
        ("Marte Solheim", "PER")
    ]


def test_the_pipeline_keeps_no_word_of_what_it_learnt_from(trained):
    words = (trained / "pipeline" / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert '"GPE_LOC"' in words
    assert not any(word in words for word in ("Kraftlauget", "Solheim", "Lillehammer"))


def test_a_second_run_repeats_no_stage(trained, inputs, caplog):
    pipeline = trained / "pipeline" / "ntbner_tagger" / "weights.npz"
    before = pipeline.read_bytes()
    with caplog.at_level("INFO"):
        assert train(inputs, trained) == 0
    assert any(message.startswith("balance of LOC") for message in caplog.messages)
    assert not [m for m in caplog.messages if m.startswith(("teacher:", "reading:", "epoch"))]
    assert pipeline.read_bytes() == before


def test_a_device_that_is_not_there_is_refused(inputs, tmp_path, capsys):
    assert train(inputs, tmp_path, "--device", "abacus") == 2
    assert "--device abacus: PyTorch cannot compute there" in capsys.readouterr().err
