r"""The documentation runs: every Python block of README.md and docs/, top to bottom.

Notebooks run too, and must show what is saved in them (figures with decimals aside, which
come from the weights).

The blocks of one page share one namespace, and see the repository as their working folder
(files they write vanish). What a block shows is checked:

- a comment ``# Out: …`` behind a statement is what it prints, or the value of an
  expression; it goes on over the comment lines that follow, with or without ``Out:``;
- ``>>>`` lines are a doctest.

``...`` stands for anything, and white space does not count. A block that cannot run where
tests do (it needs a file, a network, another pipeline) is marked ``python no-run``, or has
``<!-- no-run -->`` on a line above it; it is only compiled.
"""

import ast
import contextlib
import doctest
import io
import json
import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n"
    r"(?P<body>.*?)^(?P=indent)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
NO_RUN = re.compile(r"<!-- *no-run *-->\s*\Z")
OUT = re.compile(r"\s*# Out: ?(.*)")
MORE = re.compile(r"\s*# ?(?:Out: ?)?(.*)")
DECIMAL = re.compile(r"\d+[.,]\d+")


@dataclass(frozen=True)
class Block:
    """One fenced block of Python: its first line's number, its code, and whether it runs."""

    line: int
    code: str
    runs: bool


def find_blocks(page):
    """The Python blocks of a page of Markdown."""
    for match in FENCE.finditer(page):
        language, *words = match["info"].replace("{", " ").replace(".", " ").split() or [""]
        if language not in ("python", "py", "pycon"):
            continue
        indent = len(match["indent"])
        lines = [line[indent:] for line in match["body"].splitlines(keepends=True)]
        marked = "no-run" in words or NO_RUN.search(page[: match.start()]) is not None
        yield Block(page.count("\n", 0, match.start("body")) + 1, "".join(lines), not marked)


def run_page(page, name):
    """Run a page's blocks and compare what they show.

    Raises:
        AssertionError: Something else came out than the page says.
    """
    namespace = {"__name__": "__main__"}
    for block in find_blocks(page):
        if block.code.lstrip().startswith(">>>"):
            run_doctest(block, name, namespace)
        else:
            run_script(block, name, namespace)


def run_doctest(block, name, namespace):
    examples = doctest.DocTestParser().get_doctest(block.code, namespace, name, name, block.line)
    if not block.runs:
        for example in examples.examples:
            compile(example.source, name, "single")
        return
    examples.globs = namespace  # its own would be a copy, and later blocks would not see it
    report = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    failed, _ = runner.run(examples, out=report.write, clear_globs=False)
    assert not failed, report.getvalue()


def run_script(block, name, namespace):
    tree = ast.parse(block.code, name)
    ast.increment_lineno(tree, block.line - 1)
    if not block.runs:
        compile(tree, name, "exec")
        return
    lines = block.code.splitlines()
    claims = {n for n, line in enumerate(lines, block.line) if OUT.fullmatch(line)}
    for statement in tree.body:
        shown = run_statement(statement, name, namespace)
        place = statement.end_lineno + 1
        if place in claims:
            claimed = read_claim(lines[place - block.line :])
            claims.difference_update(range(place, place + len(claimed)))
            expected = "\n".join(claimed) + "\n"
            is_right = doctest.OutputChecker().check_output(expected, shown, OPTIONS)
            assert is_right, f"{name}:{place}: the page says\n{expected}\nbut it is\n{shown}"
    assert not claims, f"{name}:{min(claims)}: '# Out:' must follow a whole statement"


def run_statement(statement, name, namespace):
    """What a statement prints, or else the value it has, as Python shows it."""
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        if isinstance(statement, ast.Expr):
            value = eval(compile(ast.Expression(statement.value), name, "eval"), namespace)
        else:
            exec(compile(ast.Module([statement], []), name, "exec"), namespace)
    return printed.getvalue() or ("" if value is None else f"{value!r}\n")


def read_claim(lines):
    """The lines of expected output at the head of some lines of code."""
    comments = takewhile(bool, map(MORE.fullmatch, lines))
    return [comment[1] for comment in comments]


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder that looks like the repository, and is thrown away."""
    for path in ROOT.iterdir():
        (tmp_path / path.name).symlink_to(path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_of_a_page_show_what_it_says(path):
    run_page(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))


def test_the_readme_has_an_example_that_runs():
    assert any(block.runs for block in find_blocks(PAGES[0].read_text(encoding="utf-8")))


# ── notebooks ────────────────────────────────────────────────────────────────


def run_notebook(notebook):
    """Run a notebook's code cells and compare what they show with what is saved.

    Raises:
        AssertionError: A cell shows something else.
    """
    namespace = {"__name__": "__main__"}
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        saved = [DECIMAL.sub("…", shown) for shown in map(read_output, cell["outputs"])]
        shown = [DECIMAL.sub("…", shown) for shown in run_cell("".join(cell["source"]), namespace)]
        assert shown == saved, f"cell {number} shows {shown}, but {saved} is saved"


def read_output(output):
    """What an output shows: a table or page if it has one, else text."""
    data = output.get("data", {"text/plain": output.get("text", "")})
    return "".join(data.get("text/html", data.get("text/plain")))


def run_cell(source, namespace):
    """What a cell prints, and how the value of its last expression is shown."""
    *statements, last = ast.parse(source).body
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(statements, []), "cell", "exec"), namespace)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), namespace)
        else:
            exec(compile(ast.Module([last], []), "cell", "exec"), namespace)
    shown = [printed.getvalue()] if printed.getvalue() else []
    if value is not None:
        shown.append(value._repr_html_() if hasattr(value, "_repr_html_") else repr(value))
    return shown


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_notebook_shows_what_is_saved_in_it(path):
    run_notebook(json.loads(path.read_text(encoding="utf-8")))


def test_there_is_a_notebook():
    assert NOTEBOOKS


def make_cell(source, *outputs):
    return {"cell_type": "code", "source": source, "outputs": list(outputs)}


def test_a_notebook_that_is_right_passes():
    cells = [
        {"cell_type": "markdown", "source": ["# Text"]},
        make_cell(["x = 1\n", "print(x)"], {"output_type": "stream", "text": ["1\n"]}),
        make_cell("x + 0.5", {"output_type": "execute_result", "data": {"text/plain": "9.25"}}),
    ]
    run_notebook({"cells": cells})


def test_a_notebook_that_is_wrong_fails_and_says_where():
    cells = [make_cell("print(1)", {"output_type": "stream", "text": ["2\n"]})]
    with pytest.raises(AssertionError, match="cell 0 shows"):
        run_notebook({"cells": cells})


# ── the checker itself ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "page",
    [
        "```python\nx = 1\n```\n\n```python\nx + 1\n# Out: 2\n```\n",
        "```python\nprint('a')\nprint('b  c')\n# Out: b c\n```\n",
        "```python\nfor x in (1, 2):\n    print(x)\n# Out: 1\n# 2\n\n# A remark.\ny = 3\n```\n",
        "```python\nfor x in (1, 2):\n    print(x)\n# Out: 1\n# Out: 2\n```\n",
        "```python\n[1, 2, 3]  # a list\n# Out: [1, ...]\n```\n",
        "```pycon\n>>> x = 1\n>>> x\n1\n```\n```python\nx\n# Out: 1\n```\n",
        "1. A step:\n\n    ```python\n    x = 1\n    x\n    # Out: 1\n    ```\n",
        "```python no-run\nraise SystemExit\n```\n",
        "<!-- no-run -->\n```python\nraise SystemExit\n```\n",
        "```console\n$ not python\n```\n",
        "No code.\n",
    ],
)
def test_a_page_that_is_right_passes(page):
    run_page(page, "page.md")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("```python\n1 + 1\n# Out: 3\n```\n", r"page\.md:3: the page says\n *3\n"),
        ("Text\n\n```python\nprint(1)\n# Out: 1\n# 2\n```\n", r"page\.md:5"),
        ("```python\nx = 1\n# Out: 1\n```\n", "but it is"),
        ("```python\nif True:\n    x = 1\n    # Out: 1\n    y = 2\n```\n", "whole statement"),
        ("```python\n>>> 1 + 1\n3\n```\n", "Expected"),
    ],
)
def test_a_page_that_is_wrong_fails_and_says_where(page, message):
    with pytest.raises(AssertionError, match=message):
        run_page(page, "page.md")


@pytest.mark.parametrize(
    "page", ["```python\nx = \n```\n", "```python no-run\nx = \n```\n", "~~~py\nx =\n~~~\n"]
)
def test_a_block_that_is_no_python_fails_even_where_it_is_not_run(page):
    with pytest.raises(SyntaxError):
        run_page(page, "page.md")
