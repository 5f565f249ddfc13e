"""The text around mentions."""

import pytest

from ntbner.normaliser.context import WINDOW, Context, describe_distance
from ntbner.records import Mention

from .marked import parse_sentence

AROUND = """
    [Iraks LOC] hær | | hær
    Ifølge [Iraks LOC] regjering | Ifølge | regjering
    Det sier [Assad PER]. | sier | .
    Det sier [Assad PER] | sier |
    («[Assad PER]») | («|»
    [IS ORG]’ leder | | ’
    mot [IS ORG]-krigere | mot | -
    i [Oslo LOC]\u00a0sentrum | i | sentrum
    i [Oslo LOC] sentrum-vest | i | sentrum-vest
"""


@pytest.mark.parametrize("row", AROUND.strip().splitlines())
def test_the_words_around_a_mention(row):
    marked, before, behind = (part.strip(" ") for part in row.split("|"))
    sentence = parse_sentence(marked)
    (mention,) = sentence.mentions
    assert Context(sentence.text).words_around(mention) == (before, behind)


def test_the_window_ends_somewhere():
    text = "Assad" + " " * (WINDOW + 1) + "taper"
    assert Context(text).words_around(Mention(0, 5, "Assad", "PER")) == ("", "")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (None, Mention(0, 5, "Assad", "PER")),
        ("Han heter Assad.", Mention(0, 5, "Assad", "PER")),
        ("Assad", Mention(90, 95, "Assad", "PER")),
        ("Assad taper", Mention(-5, 0, "Assad", "PER")),
    ],
)
def test_a_mention_that_the_text_does_not_hold_has_no_surroundings(text, mention):
    context = Context(text)
    assert not context.holds(mention)
    assert context.words_around(mention) == (None, None)
    assert context.between(mention, mention) is None
    assert context.following(mention) == ""
    assert context.sentences_before(mention, mention) is None


def test_what_stands_between_two_mentions():
    sentence = parse_sentence("[Norges Bondelag ORG] ([NB ORG]) og " + "x" * 60 + " [KLM ORG]")
    first, second, far = sentence.mentions
    context = Context(sentence.text)
    assert context.between(first, second) == " ("
    assert context.between(second, first) is None
    assert context.between(second, far) is None
    assert context.following(second).startswith(") og")


@pytest.mark.parametrize(
    ("marked", "sentences"),
    [
        ("[Erna Solberg PER] og [Solberg PER].", 0),
        ("[Erna Solberg PER] kom. [Solberg PER] gikk.", 1),
        ("[Erna Solberg PER] kom! – Ja, sa [Solberg PER].", 1),
        ("[Erna Solberg PER] kom.» «[Solberg PER] gikk.", 1),
        ("[Erna Solberg PER] kom\n[Solberg PER] gikk", 1),
        ("[Erna Solberg PER] kom kl. ti, sa [Solberg PER].", 0),
        ("[Erna Solberg PER] kom. Så kom to. Så tre. [Solberg PER] gikk.", 3),
    ],
)
def test_sentences_between_mentions(marked, sentences):
    sentence = parse_sentence(marked)
    context = Context(sentence.text)
    first, second = sentence.mentions
    assert context.sentences_before(first, second) == sentences
    assert context.sentences_before(second, first) == -sentences


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (None, ""),
        (0, ", in the same sentence"),
        (1, ", 1 sentence before"),
        (7, ", 7 sentences before"),
        (-1, ", 1 sentence after"),
        (-2, ", 2 sentences after"),
    ],
)
def test_distances_in_words(sentences, words):
    assert describe_distance(sentences) == words
