"""Laws of the normaliser, over documents made of names that meet in the news."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from ntbner.lexicon import packaged
from ntbner.names.genitive import base_form
from ntbner.names.text import fold
from ntbner.normaliser import derive_mentions, normalise
from ntbner.normaliser.bases import find_bases
from ntbner.normaliser.compare import compare
from ntbner.normaliser.context import Context
from ntbner.normaliser.document import read_names
from ntbner.normaliser.judge import Judge, find_difference
from ntbner.normaliser.name import sort_mentions
from ntbner.records import Extraction, Judgement, Mention

PEOPLE = """
Bashar al-Assad, al-Assad, Assad, Basil al-Assad, Erna Solberg, Svend Solberg, Solberg,
E. Solberg, statsminister Solberg, Jonas Gahr Støre, Gahr Støre, Støre, Carl I. Hagen,
Carl Ivar Hagen, Carl Hagen, Hagen, C. Hagen, Per Hansen, Per Olav Hansen, Per Arne Hansen,
Hansen, Olav Hansen, Ola Kristoffersen, Krisoffersen, Harald V, kong Harald, Harald, Haakon VII,
Xi Jinping, Xi, Marit Bjørgen, Marit, Romney, Romey, Vladimir Zelenskyj, Zelensky,
Osama bin Laden, bin Laden, Harald «Dutte» Berg, Berg, Jens, Lars, Washington, George Washington,
BASHAR AL-ASSAD, Ole Gunnar, Ole Gunnar Solskjær, Sjojgu, Shoigu, Dr. Lie, Lie
"""
PLACES = """
Irak, Iran, Syria, Nord-Korea, Sør-Korea, Noreg, Norge, Sotsji, Sochi, Hellas, Paris, Moss,
Washington, Georgia, Lillevik kommune, Lillevik, RAWA, Rawa, E 39, E39, Aust-Agder, Øst-Tyskland,
USA, U.S.A., Kyiv, Kiev, EU
"""
BODIES = """
IS, Hamas, EU, FN, NTB, NRK, AP, Ap, Arbeiderpartiet, Høyre, H, Venstre, Unge Venstre, TV 2, TV 3,
NAV, Nav, Fjordcelle AS, Fjordcelle, Norsk kulturråd, Kulturrådet, Statistisk sentralbyrå, SSB,
Fjordvik United, Fjellby United, United, Bodø/Glimt, Glimt, Fjordbygdas Turistforening, FTF,
al-Qaida, al-Qaeda, SAS, Solberg
"""
COMPOUNDS = """
Syria-krigen, IS-krigerne, USA-støttede, Solberg-regjeringen, Fjordcelle-saken, al-Qaida-ledere
"""
"""Names of all types: in full and short, homonyms, acronyms, numbers, names in s, slips."""

UNRELATED = "Blekkulf Kvakkmoen leder Vokterlauget. Kvakkmoen bor i Zvartedal."
"""A text whose names share no word and no initials with the others."""


def pool(table):
    return [name.strip() for name in table.replace("\n", " ").split(",")]


def genitive(name, apostrophe):
    """The name in the genitive, as Norwegian spells it."""
    if name[-1] in "sxzSXZ":
        return name + apostrophe
    return f"{name}{apostrophe}s" if len(name) < 4 and apostrophe == "’" else f"{name}s"


def typed(names, *types):
    return st.tuples(st.sampled_from(names), st.sampled_from(types))


names = st.one_of(
    typed(pool(PEOPLE), "PER", "PER", "PER", "ORG"),
    typed(pool(PLACES), "LOC", "LOC", "LOC", "ORG"),
    typed(pool(BODIES), "ORG", "ORG", "ORG", "PER", "EVT"),
)
written = st.tuples(
    names,
    st.sampled_from(["", "", "", "'", "’"]),
    st.sampled_from([None, None, 0.9, 0.4]),
    st.sampled_from([" sier det. ", " og ", ", ", " (", ") leder ", " i ", "\n\n", ". "]),
)
compound = st.sampled_from(pool(COMPOUNDS))


def write(parts, words=()):
    """A document: its text and the mentions of its names; words are put between them."""
    text, mentions = "", []
    pending = list(words)
    for (name, type), apostrophe, confidence, behind in parts:
        form = genitive(name, apostrophe) if apostrophe else name
        start = len(text)
        mentions.append(Mention(start, start + len(form), form, type, confidence=confidence))
        text += form + behind
        if pending:
            text += f"om {pending.pop()} "
    return text, mentions


documents = st.builds(
    write, st.lists(written, min_size=1, max_size=14), st.lists(compound, max_size=3)
)
law = settings(max_examples=120)


def partition(records):
    """Which mentions are together, without ids."""
    return {frozenset((m.start, m.end, m.text) for m in record.mentions) for record in records}


def normalise_alone(name, type):
    """The canonical name of a name that stands in no text."""
    (record,) = normalise([Mention(0, len(name), name, type)])
    return record.name


def find_base_alone(form):
    """The base form of a form that stands in no text."""
    (base,) = find_bases([Mention(0, len(form), form, "ORG")], Context(None), packaged()).values()
    return base


@law
@given(documents, st.randoms())
def test_the_order_of_mentions_does_not_matter(document, dice):
    text, mentions = document
    shuffled = list(mentions)
    dice.shuffle(shuffled)
    assert normalise(shuffled, text=text) == normalise(mentions, text=text)
    assert derive_mentions(text, shuffled) == derive_mentions(text, mentions)


@law
@given(documents)
def test_every_mention_is_in_one_record_as_it_came(document):
    text, mentions = document
    for settings_ in ({"text": text}, {}):
        records = normalise(mentions, **settings_)
        found = Counter(
            (m.start, m.end, m.text, m.type, m.label, m.kind, m.confidence)
            for record in records
            for m in record.mentions
        )
        assert found == Counter(
            (m.start, m.end, m.text, m.type, m.label, m.kind, m.confidence) for m in mentions
        )
        assert all(m.entity == record.id for record in records for m in record.mentions)
        assert all(sum(r.aliases.values()) == len(r.mentions) for r in records)


@law
@given(documents)
def test_ids_are_unique_and_candidates_are_others_of_the_document(document):
    text, mentions = document
    records = normalise(mentions, text=text)
    ids = [record.id for record in records]
    assert len(set(ids)) == len(ids)
    for record in records:
        assert set(record.candidates) <= set(ids) - {record.id}


@law
@given(documents)
def test_normalising_canonical_names_changes_nothing(document):
    """A name alone is its own canonical name, but for an *s* that only its text could judge."""
    text, mentions = document
    for record in normalise(mentions, text=text):
        again = normalise_alone(record.name, record.type)
        if base_form(record.name, type=record.type) == fold(record.name):
            assert again == record.name
        assert normalise_alone(again, record.type) == again


@law
@given(documents)
def test_a_difference_is_never_crossed(document):
    text, mentions = document
    ordered = sort_mentions(mentions)
    names = read_names(ordered, Context(text), packaged())
    judge = Judge(names, packaged())
    home = {}
    for record in normalise(mentions, text=text):
        for m in record.mentions:
            home.setdefault((m.start, m.end), record.id)
    owners = [{home[m.start, m.end] for m in name.mentions} for name in names]
    assert all(len(owner) == 1 for owner in owners)
    for a in range(len(names)):
        for b in range(a):
            assert judge(a, b) == find_difference(names[b], names[a], packaged())
            if judge(a, b) is not None:
                assert owners[a] != owners[b], (names[a].form, names[b].form, judge(a, b))


@law
@given(documents)
def test_an_unrelated_part_splits_and_joins_nothing(document):
    text, mentions = document
    start = len(text) + 2
    more = [
        Mention(
            start + UNRELATED.index(name), start + UNRELATED.index(name) + len(name), name, type
        )
        for name, type in (
            ("Blekkulf Kvakkmoen", "PER"),
            ("Vokterlauget", "ORG"),
            ("Zvartedal", "LOC"),
        )
    ]
    alone = partition(normalise(mentions, text=f"{text}\n\n"))
    together = partition(normalise([*mentions, *more], text=f"{text}\n\n{UNRELATED}"))
    assert alone <= together
    assert len(together) == len(alone) + len(more)


@law
@given(documents)
def test_the_base_form_of_a_base_form_is_itself(document):
    """What lost its ending in a text loses none alone, and whatever is alone loses one at most."""
    text, mentions = document
    for form, base in find_bases(sort_mentions(mentions), Context(text), packaged()).items():
        alone = find_base_alone(form)
        assert find_base_alone(alone) == alone
        if base != fold(form):
            assert find_base_alone(base) == base


@law
@given(documents)
def test_derived_mentions_cover_their_words_exactly(document):
    text, mentions = document
    found = derive_mentions(text, mentions)
    derived = [m for m in found if m.kind == "derived"]
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    for mention in derived:
        around = text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1]
        assert not any(char.isalnum() or char == "-" for char in around), (mention, around)
    assert derive_mentions(text, found) == found


@law
@given(documents)
def test_records_survive_json(document):
    text, mentions = document
    records = normalise(derive_mentions(text, mentions), text=text)
    ordered = sorted((m for r in records for m in r.mentions), key=lambda m: (m.start, m.end))
    extraction = Extraction(text, tuple(ordered), tuple(records), language="nb")
    assert Extraction.from_json(extraction.to_json()) == extraction


GIVEN = """
Kristin Kristian Kristina Christine Henrik Henrikke Henriette Daniel Daniela Gabriel Gabrielle
Mikael Mikaela Emil Emilie Emilia Julie Julia Julian Marie Maria Marianne Mari Maren Marte Marta
Martin Martine Marit Margit Margrete Karin Karen Kari Karina Katrine Anne Anna Anita Anders
Andrea Andreas Jon Jonas Johan Johanne Johannes Jan Janne Jens Jenny Hans Hanne Hanna Ole Ola
Olav Oliver Olivia Per Petter Petra Pernille Paul Paula Simon Simone Sindre Sander Sandra Stein
Steinar Stian Stine Sigrid Sigurd Tor Tora Tore Torill Torunn Tone Toni Ida Idar Inga Inge Inger
Erik Erika Eirik Erling Erlend Elin Eline Elise Else Lars Lise Lisa Line Lina Linda Svein Sven
Sverre Viktor Viktoria Frida Frode Geir Georg Gunn Gunnar Gunhild Harald Haakon Håvard Helga
Helge Hege Helene Hilde Ivar Ivan Kjersti Kjetil
"""


@given(st.sampled_from(GIVEN.split()), st.sampled_from(GIVEN.split()))
@settings(max_examples=600)
def test_people_who_are_different_by_name_are_never_one_record(one, other):
    names = f"{one} Berg", f"{other} Berg"
    text = " møtte ".join(names)
    mentions = [
        Mention(text.rindex(name), text.rindex(name) + len(name), name, "PER") for name in names
    ]
    if one != other and compare(*names, type="PER").judgement is Judgement.DIFFERENT:
        assert len(normalise(mentions, text=text)) == 2
