from ntbner.normaliser.pairs.verdict import SAME, Verdict
from ntbner.records import Comparison


def test_a_verdict_becomes_a_public_comparison():
    verdict = Verdict(SAME, 0.123456, "same sounds")
    assert verdict.as_comparison() == Comparison(SAME, 0.1235, ("same sounds",))
