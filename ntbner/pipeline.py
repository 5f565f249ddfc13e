"""The pipeline: which spaCy ``Language`` turns text into a tagged document.

Without a name it is the packaged one. Any installed spaCy package,
path or ``Language`` object will do as well, as long as its labels can be mapped
(:mod:`ntbner.mentions`). Nothing is ever downloaded.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

from ntbner.errors import InputError, PipelineNotFound
from ntbner.mentions import check_labels

PACKAGED = Path(__file__).parent / "model"
"""The pipeline that travels with the package; see the model card in the docs."""


def load(name: str | Path | Language | None = None) -> Language:
    """The spaCy pipeline to tag with: what :func:`ntbner.load` documents."""
    if name is None:
        return _restore_precision(spacy.load(PACKAGED))
    if isinstance(name, Language):
        check_labels(name)
        return name
    if not isinstance(name, (str, Path)):
        raise InputError(
            f"a pipeline is given by name, path or spacy.Language, not {type(name).__name__}"
        )
    if not spacy.util.is_package(str(name)) and not Path(name).exists():
        raise PipelineNotFound(
            f"no spaCy pipeline {str(name)!r} is installed, and there is no such path. "
            f"Either install it (python -m spacy download {name}), or pass the path of a "
            f"directory that holds one; ntbner.load() without a name gives the packaged pipeline"
        )
    try:
        nlp = _restore_precision(spacy.load(name))
    except OSError as error:
        raise PipelineNotFound(
            f"{str(name)!r} holds no spaCy pipeline ({error}). Expected a directory with "
            f"config.cfg and meta.json, as nlp.to_disk() writes it"
        ) from error
    check_labels(nlp)
    return nlp


@lru_cache(maxsize=1)
def packaged() -> Language:
    """The packaged pipeline that :func:`ntbner.extract` uses, loaded once a process.

    It is shared: do not change it. :func:`load` gives you one of your own.
    """
    return load()


def _restore_precision(nlp: Language) -> Language:
    """Vectors stored in half precision, as single precision: numpy adds those much faster."""
    vectors = nlp.vocab.vectors
    if vectors.data.dtype == np.float16:
        vectors.data = vectors.data.astype(np.float32)
    return nlp
