"""Titles that are names: who *Kongen* is."""

import pytest

from .marked import read_cases

CASES = """
king
    Kong [Harald PER 1] er syk. [Kongen PER 1] hviler, og [Kongens PER 1] lege kom.
    1 PER Harald : genitive title
title in the name
    [dronning Sonja PER 1] åpnet utstillingen. [Dronningen PER 1] smilte.
    1 PER Sonja : title
pope before his name
    [Paven PER 1] ba. Siden reiste pave [Leo PER 1] hjem.
    1 PER Leo : title
king of whom the text says most
    Kong [Felipe PER 1] kom. Kong [Harald PER 2] møtte [Harald PER 2], og [Harald PER 2] lo.
    [Kongen PER 2] var glad.
    1 PER Felipe | 2 PER Harald : title
two kings
    Kong [Felipe PER 1] og kong [Harald PER 2] talte. [Kongen PER 3] smilte.
    1 PER Felipe | 2 PER Harald | 3 PER Kongen ? 1 2
another title
    Kronprins [Haakon PER 1] kom. [Kongen PER 2] ble hjemme.
    1 PER Haakon | 2 PER Kongen
"""


@pytest.mark.parametrize("case", read_cases(CASES))
def test_a_title_is_the_one_who_bears_it(case):
    case.check()
