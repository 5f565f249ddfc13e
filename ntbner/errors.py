"""Everything that ntbner raises, drawn as one tree.

::

    NtbnerError
    ├── InputError (also TypeError, ValueError)  no text, or an option that cannot be
    ├── PipelineError (also ValueError)  a spaCy pipeline cannot be used
    │   ├── PipelineNotFound (also OSError)   it is not installed, or the path is not one
    │   └── UnknownLabels                     its label set has no mapping to PER, LOC, ORG
    ├── DataError (also ValueError)      a file has another form than the one documented
    │   └── CorpusError                       … with the file and the line
    ├── AmbiguousName (also KeyError)    a look-up fits several records
    ├── UnknownName (also KeyError)      a look-up fits none; names the closest ones
    └── MissingExtra (also ImportError)  an optional dependency is not installed

Each message says what was found, what was expected and what to do. Each class also
inherits from the built-in exception that a caller who does not know ntbner would catch.
"""

from __future__ import annotations


class NtbnerError(Exception):
    """The root: ``except ntbner.NtbnerError`` catches all that ntbner itself raises."""


class InputError(NtbnerError, TypeError, ValueError):
    """The caller passed what is no text (``None``, bytes …), or an impossible option."""


class PipelineError(NtbnerError, ValueError):
    """A spaCy pipeline cannot be used as it is."""


class PipelineNotFound(PipelineError, OSError):
    """The named pipeline is not installed, or the path holds none."""


class UnknownLabels(PipelineError):
    """The pipeline's entity labels have no known mapping to PER, LOC and ORG."""


class DataError(NtbnerError, ValueError):
    """A file or a record has another form than the documented one."""


class CorpusError(DataError):
    """A corpus file is malformed; the message starts with ``file:line``."""

    def __init__(self, path: object, line: int | None, problem: str) -> None:
        place = f"{path}" if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {problem}")


class _LookupFailure(NtbnerError, KeyError):
    """A ``KeyError`` whose message is printed as written, not as a quoted repr."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class AmbiguousName(_LookupFailure):
    """A look-up by name fits several records."""


class UnknownName(_LookupFailure):
    """A look-up by name fits no record."""


class MissingExtra(NtbnerError, ImportError):
    """An optional dependency is not installed; the message says which extra has it."""

    def __init__(self, module: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs the package {module!r}, which is not installed. "
            f"Install it with: pip install 'ntbner[{extra}]'"
        )
