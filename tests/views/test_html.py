from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.records import Entity, Extraction, Mention
from ntbner.views.html import cut_pieces, document, fragment

READABLE = 4.5
"""Least contrast of text by WCAG 2.2, level AA."""


class Page(HTMLParser):
    """What a reader of the page sees.

    Attributes:
        text: The characters in the box with the text.
        marks: The marked names: attributes, and characters.
        cells: The characters of each cell of the table.
        tags: The names of all elements.
        addresses: Where links go.
    """

    def __init__(self, html):
        super().__init__()
        self.text, self.marks, self.cells, self.tags, self.addresses = "", [], [], [], []
        self.path = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append(tag)
        if tag != "meta":
            self.path.append((tag, attributes.get("class")))
        if tag == "mark":
            self.marks.append((attributes, ""))
        if tag in ("td", "th"):
            self.cells.append("")
        if "href" in attributes:
            self.addresses.append(attributes["href"])

    def handle_endtag(self, tag):
        while self.path.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if ("div", "ntbner-text") in self.path:
            self.text += data
        if any(tag == "mark" for tag, _ in self.path):
            attributes, before = self.marks[-1]
            self.marks[-1] = attributes, before + data
        if any(tag in ("td", "th") for tag, _ in self.path):
            self.cells[-1] += data


def extraction(text, *names, **more):
    """A text in which each (form, type, kind) is a mention and a record."""
    mentions, entities = [], []
    for form, type, kind in names:
        start = text.index(form)
        id = f"{type}-{form}"
        mention = Mention(start, start + len(form), form, type, None, kind, 0.75, id)
        mentions.append(mention)
        entities.append(Entity(id, type, form.upper(), {form: 1}, (mention,)))
    return Extraction(text, tuple(mentions), tuple(entities), **more)


# ── the text ─────────────────────────────────────────────────────────────────

HOSTILE = (
    "<script>alert(1)</script>",
    "</div></div><img src=x onerror=alert(1)>",
    "\"sitat\" & 'apostrof' &amp; &#39; &lt;b&gt;",
    "{{ 7 * 7 }} {% raw %}",
    "<!-- ikke synlig -->",
    "\n\n  Innrykk\tog\r\nlinjer \u2028 \n",
    "",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_visible_text_is_the_text(text):
    assert Page(fragment(Extraction(text))).text == text


@pytest.mark.parametrize("hostile", HOSTILE[:5])
def test_nothing_in_a_text_becomes_markup(hostile):
    name = f"Per {hostile}"
    shown = Page(fragment(extraction(f"Møt {name} nå", (name, "PER", "name"), doc_id=hostile)))
    assert not {"script", "img", "b"} & set(shown.tags)
    assert shown.text == f"Møt {name} nå"
    assert shown.marks[0][1] == name
    assert shown.marks[0][0]["title"].startswith(name.upper())
    assert name in shown.cells


def test_what_html_cannot_hold_is_replaced():
    html = fragment(
        extraction("Per\0 \udcff Moe", ("Per\0 \udcff", "PER", "name"), doc_id="\ud800")
    )
    assert Page(html).text == "Per\ufffd \ufffd Moe"
    assert html.encode("utf-8")


def test_a_long_text_is_shown_whole():
    text = "Oslo og Bergen. " * 20_000
    shown = Page(fragment(extraction(text, ("Oslo", "LOC", "name"))))
    assert shown.text == text


@given(
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.lists(
        st.tuples(
            st.integers(0, 30),
            st.integers(1, 10),
            st.sampled_from(["PER", "LOC", "ORG", "EVT", "<b>"]),
        ),
        max_size=6,
    ),
)
@settings(max_examples=100, deadline=None)
def test_marks_change_no_character_of_any_text(text, spans):
    mentions = tuple(
        Mention(start, start + length, text[start : start + length], type)
        for start, length, type in spans
        if start + length <= len(text)
    )
    result = Extraction(text, mentions)
    assert "".join(piece.text for piece in cut_pieces(result)) == text
    assert Page(fragment(result)).text == re.sub("[\0\ud800-\udfff]", "\ufffd", text)


# ── the marks ────────────────────────────────────────────────────────────────


def test_a_name_is_marked_with_its_type_its_record_and_its_confidence():
    ((attributes, text),) = Page(fragment(extraction("I Oslo", ("Oslo", "LOC", "name")))).marks
    assert text == "Oslo"
    assert attributes["data-type"] == "LOC"
    assert attributes["title"] == "OSLO · place · confidence 0.75"


def test_a_tagger_without_confidence_is_given_none():
    shown = Page(fragment(Extraction("Oslo", (Mention(0, 4, "Oslo", "LOC"),))))
    assert shown.marks[0][0]["title"] == "Oslo · place"


def test_a_name_inside_a_compound_looks_otherwise():
    result = extraction("Syria-krigen i Syria", ("Syria-krigen", "LOC", "derived"))
    ((attributes, _),) = Page(fragment(result)).marks
    assert attributes["data-kind"] == "derived"
    assert "inside a compound" in attributes["title"]
    assert re.search(r'mark\[data-kind="derived"\] \{[^}]*dashed', fragment(result))


def test_overlapping_names_are_all_told_of():
    text = "Universitetet i Oslo"
    result = extraction(text, (text, "ORG", "name"), ("Oslo", "LOC", "name"))
    marks = Page(fragment(result)).marks
    assert [(attributes["data-type"], part) for attributes, part in marks] == [
        ("ORG", "Universitetet i "),
        ("LOC", "Oslo"),
    ]
    assert marks[1][0]["title"].splitlines() == [
        "OSLO · place · confidence 0.75",
        "UNIVERSITETET I OSLO · organisation · confidence 0.75",
    ]


def test_the_label_of_a_type_is_drawn_by_the_style_sheet_and_not_copied_with_the_text():
    html = fragment(extraction("I Oslo", ("Oslo", "LOC", "name")))
    assert re.search(r"mark::after \{[^}]*content: attr\(data-type\)", html)
    assert Page(html).text == "I Oslo"


# ── the table ────────────────────────────────────────────────────────────────


def test_the_table_has_a_row_for_each_record():
    result = extraction("FN i Oslo", ("FN", "ORG", "name"), ("Oslo", "LOC", "name"))
    assert Page(fragment(result)).cells == [
        *("Type", "Name", "Mentions", "Forms"),
        *("LOC", "OSLO", "1", "Oslo"),
        *("ORG", "FN", "1", "FN"),
    ]


def test_links_are_shown_and_those_with_a_page_lead_there():
    links = {"geonames": '314/"<3244', "brreg": "974760673"}
    oslo = Entity("loc-oslo", "LOC", "Oslo", {"Oslo": 1}, (), links)
    shown = Page(fragment(Extraction("…", entities=(oslo,))))
    assert shown.addresses == ["https://www.geonames.org/314%2F%22%3C3244"]
    assert shown.cells[-1].split() == ["geonames", '314/"<3244', "brreg", "974760673"]


def test_an_ambiguous_record_says_what_it_may_be():
    erna = Entity("1", "PER", "Erna Solberg", {}, ())
    trine = Entity("2", "PER", "Trine Solberg", {}, ())
    bare = Entity("3", "PER", "Solberg", {}, (), candidates=("1", "2"))
    shown = Page(fragment(Extraction("…", entities=(erna, trine, bare))))
    assert "Solberg may be Erna Solberg or Trine Solberg" in shown.cells


def test_a_text_without_names_says_so():
    assert "No names found." in fragment(Extraction("Ingen her."))


def test_an_error_is_shown_instead_of_a_text():
    html = fragment(Extraction("", error="found <None>"))
    assert "No result: found &lt;None&gt;" in html
    assert 'ntbner-text"' not in html


# ── the page around them ─────────────────────────────────────────────────────


def test_nothing_is_loaded_or_run():
    html = fragment(extraction("I Oslo", ("Oslo", "LOC", "name")))
    assert not re.search(r"<script|<link|<img|@import|url\(|https?:|\son\w+=", html)


def test_every_rule_of_the_style_sheet_stays_inside_the_fragment():
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(), flags=re.DOTALL)
    selectors = re.findall(r"([^{}]+)\{[^{}]*\}", sheet)
    assert len(selectors) > 10
    for selector in selectors:
        last = re.sub(r":is\([^)]*(\([^)]*\))*[^)]*\)", "", selector)
        assert all(".ntbner" in part for part in last.split(",")), selector


def test_a_document_has_each_text_and_one_style_sheet():
    results = [extraction(f"I {place}", (place, "LOC", "name")) for place in ("Oslo", "Bergen")]
    html = "".join(document(iter(results)))
    assert html.startswith('<!doctype html>\n<html lang="en">\n<meta charset="utf-8">')
    assert Page(html).text == "I OsloI Bergen"
    assert html.count("<style>") == 1


# ── colours ──────────────────────────────────────────────────────────────────


def style_sheet():
    return files("ntbner.views").joinpath("extraction.css").read_text(encoding="utf-8")


def luminance(colour):
    """Relative luminance of ``#rrggbb``, as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("own-ink", "own-paper"),
        ("quiet", "own-paper"),
        ("link", "own-paper"),
        *((f"{type}-ink", f"{type}-paper") for type in ("per", "loc", "org", "other")),
        *((f"{type}-ink", "own-paper") for type in ("per", "loc", "org", "other")),
    ],
)
def test_text_can_be_read_in_both_themes(ink, paper, theme):
    colours = {
        name: pair
        for name, *pair in re.findall(
            r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style_sheet()
        )
    }
    assert contrast(colours[ink][theme], colours[paper][theme]) >= READABLE
