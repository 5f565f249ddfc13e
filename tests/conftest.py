"""What tests of several modules share: quick pipelines made of rules, and hypothesis' profile."""

import pytest
import spacy
from hypothesis import settings

settings.register_profile("ntbner", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("ntbner")


@pytest.fixture(scope="session")
def make_rules():
    """Make a pipeline that tags the given names, written ``Name=LABEL``, and nothing else."""

    def make(*rules):
        nlp = spacy.blank("nb")
        patterns = [dict(zip(("pattern", "label"), rule.split("="), strict=True)) for rule in rules]
        nlp.add_pipe("entity_ruler").add_patterns(patterns)
        return nlp

    return make
