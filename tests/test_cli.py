from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

import ntbner
from ntbner.cli import main, make_plain
from ntbner.records import ENTITY_COLUMNS, Extraction

TEXT = "Erna Solberg møtte Putin i Oslo. Solberg takket."
OTHER = "Jens Stoltenberg bor i Bergen."


@pytest.fixture
def write(tmp_path):
    """A function that writes a file and returns its path as a string."""

    def write(name, content, encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        return str(path)

    return write


@pytest.fixture
def run(capsys):
    """A function that runs a command and returns its status, output and complaints."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


# ── formats ──────────────────────────────────────────────────────────────────


def test_one_file_gives_the_table_that_print_shows(run, write):
    assert run("extract", write("a.txt", TEXT)) == (0, f"{ntbner.extract(TEXT)}\n", "")


def test_several_files_are_titled(run, write):
    one, two = write("a.txt", TEXT), write("b.txt", OTHER)
    status, out, _ = run("extract", one, two)
    assert status == 0
    assert out == (
        f"==> {one} <==\n{ntbner.extract(TEXT)}\n\n==> {two} <==\n{ntbner.extract(OTHER)}\n"
    )


def test_json_is_an_array_that_reads_back(run, write):
    one, two = write("a.txt", TEXT), write("b.txt", OTHER)
    _, out, _ = run("extract", one, two, "--format", "json")
    results = [Extraction.from_dict(row) for row in json.loads(out)]
    assert results == [ntbner.extract(TEXT, doc_id=one), ntbner.extract(OTHER, doc_id=two)]


def test_json_lines_have_one_text_each(run, write):
    one, two = write("a.txt", TEXT), write("b.txt", OTHER)
    _, out, _ = run("extract", one, two, "--format", "jsonl")
    assert [Extraction.from_json(line).doc_id for line in out.splitlines()] == [one, two]


def test_csv_has_one_row_a_record(run, write):
    path = write("a.txt", TEXT)
    _, out, _ = run("extract", path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert tuple(rows[0]) == ENTITY_COLUMNS
    assert [(row["doc_id"], row["name"], row["mentions"]) for row in rows] == [
        (path, entity.name, str(len(entity.mentions))) for entity in ntbner.extract(TEXT)
    ]


def test_html_is_a_whole_document(run, write):
    _, out, _ = run("extract", write("a.txt", TEXT), "--format", "html")
    assert out.startswith("<!doctype html>")
    assert "Solberg" in out


def test_an_empty_file_has_no_names(run, write):
    assert run("extract", write("a.txt", "")) == (0, "no names found\n", "")


# ── options ──────────────────────────────────────────────────────────────────


def test_types_are_chosen(run, write):
    _, out, _ = run("extract", write("a.txt", TEXT), "--types", "LOC", "--format", "csv")
    assert [row["name"] for row in csv.DictReader(io.StringIO(out))] == ["Oslo"]


def test_several_types_have_commas_between(run, write):
    path = write("a.txt", TEXT)
    assert run("extract", path, "--types", "PER,LOC") == run("extract", path, "--types", "LOC,PER")
    assert run("extract", path, "--types", "all")[0] == 0


def test_names_that_are_not_sure_enough_are_left_out(run, write):
    assert run("extract", write("a.txt", TEXT), "--min-confidence", "1")[1] == "no names found\n"


def test_ones_own_names_are_known(run, write):
    lexicon = write("own.csv", "name,type,aliases\nKristiania,LOC,Oslo\n")
    _, out, _ = run("extract", write("a.txt", TEXT), "--lexicon", lexicon)
    expected = ntbner.extract(TEXT, lexicon=ntbner.Lexicon.from_file(lexicon))
    assert out == f"{expected}\n"


def test_a_record_is_explained(run, write):
    status, out, _ = run("extract", write("a.txt", TEXT), "--explain", "solberg")
    assert (status, out) == (0, f"{ntbner.extract(TEXT).explain('Solberg')}\n")


def test_of_several_files_only_those_with_the_name_explain_it(run, write):
    one, two = write("a.txt", TEXT), write("b.txt", OTHER)
    status, out, err = run("extract", one, two, "--explain", "Putin")
    assert status == 0
    assert out.startswith(f"==> {one} <==\nPutin (PER, 1 mention)\n")
    assert err == f"ntbner: {two}: no record goes by 'Putin'; this text has 2 records\n"


def test_a_name_that_no_file_has_is_a_failure(run, write):
    status, out, err = run("extract", write("a.txt", TEXT), "--explain", "Putins hund")
    assert (status, out) == (2, "")
    assert "the closest: Putin" in err


# ── reading ──────────────────────────────────────────────────────────────────


def test_a_dash_reads_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), "ascii"))
    assert run("extract", "-") == (0, f"{ntbner.extract(TEXT)}\n", "")


def test_another_encoding_is_read_where_it_is_named(run, write):
    path = write("a.txt", "Ho bur i Tromsø.", "cp1252")
    status, out, _ = run("extract", path, "--encoding", "CP1252")
    assert (status, out) == (0, f"{ntbner.extract('Ho bur i Tromsø.')}\n")


def test_an_encoding_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["extract", "a.txt", "--encoding", "norsk"])
    assert "unknown encoding: norsk; expected utf-8" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(run, write, tmp_path):
    good, bad = write("a.txt", TEXT), write("b.txt", "på", "cp1252")
    missing = str(tmp_path / "c.txt")
    status, out, err = run("extract", bad, missing, good, "--format", "jsonl")
    assert status == 2
    assert [Extraction.from_json(line).doc_id for line in out.splitlines()] == [good]
    first, second = err.splitlines()
    assert first.startswith(f"ntbner: {bad}: expected UTF-8, found the byte 0xE5")
    assert second == f"ntbner: {missing}: No such file or directory"


# ── failing ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--types", "FOO"), "unknown types ['FOO']"),
        (("--nlp", "no_such_pipeline"), "no spaCy pipeline 'no_such_pipeline'"),
        (("--min-confidence", "7"), "min_confidence is a probability"),
        (("--acronyms", "Nato"), "acronyms is 'as_written', 'capitals' or 'words', not 'Nato'"),
        (("--lexicon", "no_such_lexicon.csv"), "no_such_lexicon.csv: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run, write, options, problem):
    status, out, err = run("extract", write("a.txt", TEXT), *options)
    assert (status, out) == (2, "")
    assert err.startswith("ntbner: ")
    assert problem in err
    assert err.count("\n") == 1


def test_a_format_and_an_explanation_exclude_each_other(run):
    with pytest.raises(SystemExit, match="2"):
        run("extract", "a.txt", "--format", "json", "--explain", "Putin")


def test_a_command_is_required(capsys):
    with pytest.raises(SystemExit, match="2"):
        main([])
    assert "COMMAND" in capsys.readouterr().err


# ── the other commands ───────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["extract", "evaluate", "train", "annotations"])
def test_each_command_has_its_own_help(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    out = capsys.readouterr().out
    assert out.startswith(f"usage: ntbner {command}")
    assert "``" not in out


def test_evaluating_needs_a_corpus(run):
    status, _, err = run("evaluate")
    assert status == 2
    assert err.startswith("ntbner: nothing to evaluate on")


def test_annotated_files_are_split(run, write, tmp_path):
    span = {"start": 2, "end": 6, "text": "Oslo", "label": "GPE_LOC"}
    row = {"id": "x", "text": "I Oslo", "spans": [span]}
    path = write("gold.jsonl", json.dumps(row) + "\n")
    assert run("annotations", "split", path, "--out", tmp_path / "out")[0] == 0
    written = (tmp_path / "out" / "gold.jsonl").read_text(encoding="utf-8")
    assert "I Oslo" not in written


def test_training_without_torch_names_the_extra(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in ("pipelines", "workshop"):
        monkeypatch.delitem(sys.modules, f"ntbner.training.{name}", raising=False)
    out, work = str(tmp_path / "out"), str(tmp_path / "work")
    status, said, err = run("train", "--init", "packaged", "--out", out, "--work", work)
    assert (status, said) == (2, "")
    assert err == (
        "ntbner: training needs the package 'torch', which is not installed. "
        "Install it with: pip install 'ntbner[train]'\n"
    )


def test_only_the_command_that_is_asked_for_is_imported():
    code = (
        "import sys; from ntbner.cli import build_parser; build_parser(['extract', 'a.txt']);"
        "heavy = {'torch', 'spacy', 'pandas', 'jinja2', 'ntbner.training'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_package_is_the_command():
    command = [sys.executable, "-m", "ntbner", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"ntbner {ntbner.__version__}\n"


def test_version(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"ntbner {ntbner.__version__}\n"


# ── the terminal ─────────────────────────────────────────────────────────────


def test_a_terminal_without_norwegian_letters_gets_question_marks(write, monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["extract", write("a.txt", "Ho bur i Tromsø.")]) == 0
    assert b"Troms?" in terminal.buffer.getvalue()


def test_what_machines_read_is_utf8_whatever_the_terminal(write, monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["extract", write("a.txt", "Ho bur i Tromsø."), "--format", "jsonl"]) == 0
    assert "Tromsø" in terminal.buffer.getvalue().decode("utf-8")


def test_a_reader_that_has_gone_is_no_error(write):
    code = (
        "import sys, ntbner; from ntbner.cli import main;"
        "ntbner.extract_many = lambda texts, **options: map(ntbner.Extraction, [''] * 9999);"
        "sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "extract", write("a.txt", TEXT)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert complaints == b""


def test_an_interruption_is_no_traceback(run, write, monkeypatch):
    def interrupt(texts, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(ntbner, "extract_many", interrupt)
    assert run("extract", write("a.txt", TEXT)) == (130, "", "")


def test_help_shows_an_example_and_every_kind_of_lexicon(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["extract", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "example: ntbner extract *.txt --lexicon own.csv" in shown
    for kind in ("table (.csv)", "JSON lines", "EntityRuler", "FollowTheMoney"):
        assert kind in shown


def test_markup_of_docstrings_is_not_shown():
    assert make_plain("``ntbner`` (:func:`~ntbner.extract`)::") == "ntbner (ntbner.extract):"
