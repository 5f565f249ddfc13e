"""Other names that a text gives somebody."""

import pytest

from .marked import read_cases

CASES = """
known as
    [Mohamed Hamdan Dagalo PER 1], best kjent som [Hemedti PER 1], taler. [Hemedti PER 1] truer.
    1 PER Mohamed Hamdan Dagalo : called
known as, in Nynorsk
    [Ola Fjordvik PER 1], òg kjend som [Fjordtrollet PER 1], syng.
    1 PER Ola Fjordvik : called
known under a name
    [Ola Fjordvik PER 1], kjent under artistnavnet [Fjordtrollet PER 1], synger.
    1 PER Ola Fjordvik : called
an organisation
    [Fjordbygdas Frie Folk ORG 1], også kjent som [Trollene ORG 1], marsjerer.
    1 ORG Fjordbygdas Frie Folk : called
really named
    [Fjordtrollet PER 1], som egentlig heter [Ola Fjordvik PER 1], synger.
    1 PER Ola Fjordvik : called
"""

OTHERS = """
a town of another name
    [Fjordstad LOC 1], tidligere kjent som [Fjellstad LOC 2], brenner.
    1 LOC Fjordstad | 2 LOC Fjellstad
somebody else's name
    [Kari Fjordvik PER 1] har en sønn som heter [Trym PER 2].
    1 PER Kari Fjordvik | 2 PER Trym
somebody better known than
    [Kari Fjordvik PER 1] er bedre kjent enn [Trollet PER 2].
    1 PER Kari Fjordvik | 2 PER Trollet
a person and an organisation
    [Kari Fjordvik PER 1], kjent som [Bygdetinget ORG 2]s leder, taler.
    1 PER Kari Fjordvik | 2 ORG Bygdetinget
another full name is another person
    [Kari Fjordvik PER 1], som heter [Anne Fjordvik PER 2] i boka, taler.
    1 PER Kari Fjordvik | 2 PER Anne Fjordvik
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_the_text_says_that_two_names_are_one(case):
    case.check()


@pytest.mark.parametrize("case", read_cases(OTHERS))
def test_the_text_says_something_else(case):
    case.check()
