"""The tree of errors: each is also what a caller who does not know ntbner would catch."""

import pytest

import ntbner
from ntbner import errors

BUILT_IN = {
    "InputError": (TypeError, ValueError),
    "PipelineError": (ValueError,),
    "PipelineNotFound": (ValueError, OSError),
    "UnknownLabels": (ValueError,),
    "DataError": (ValueError,),
    "CorpusError": (ValueError,),
    "AmbiguousName": (KeyError,),
    "UnknownName": (KeyError,),
    "MissingExtra": (ImportError,),
}


def test_the_tree_is_drawn_with_every_class_in_it():
    classes = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and not name.startswith("_")
    }
    assert classes == BUILT_IN.keys() | {"NtbnerError"}
    assert all(f"{name} " in errors.__doc__ or f"{name}\n" in errors.__doc__ for name in classes)


@pytest.mark.parametrize(("name", "built_in"), BUILT_IN.items())
def test_an_error_is_ours_and_a_built_in_one(name, built_in):
    assert issubclass(getattr(errors, name), ntbner.NtbnerError)
    assert all(issubclass(getattr(errors, name), other) for other in built_in)


def test_a_name_that_is_not_found_is_told_as_written():
    assert str(errors.UnknownName("no record goes by 'Oslo'")) == "no record goes by 'Oslo'"
