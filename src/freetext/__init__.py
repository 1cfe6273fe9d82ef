"""freetext: tag survey verbatims with the themes of a codeframe, and tally them.

Each public name is fetched when it is first asked for, so that importing the package wakes nothing heavy.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from freetext.errors import FreetextError
    from freetext.files.answers import AnswerFile
    from freetext.files.codeframes import read_codeframe
    from freetext.interfaces.classifier import ThemeClassifier
    from freetext.interfaces.coding import code, save_frame, to_frame
    from freetext.interfaces.models import load_model, save_model
    from freetext.interfaces.reading import LabelledAnswers, read_answers
    from freetext.interfaces.tallying import evaluate, save_tables, tables_frame, tables_text, tally
    from freetext.interfaces.training import train
    from freetext.model.bundle import Model
    from freetext.survey.answers import Answers
    from freetext.survey.codeframe import Codeframe, Theme
    from freetext.survey.codings import Codings
    from freetext.tallies.evaluate import Evaluation
    from freetext.tallies.table import TallyTable

__version__ = "0.1.0"

__all__ = [
    "AnswerFile",
    "Answers",
    "Codeframe",
    "Codings",
    "Evaluation",
    "FreetextError",
    "LabelledAnswers",
    "Model",
    "TallyTable",
    "Theme",
    "ThemeClassifier",
    "__version__",
    "code",
    "evaluate",
    "load_model",
    "read_answers",
    "read_codeframe",
    "save_frame",
    "save_model",
    "save_tables",
    "tables_frame",
    "tables_text",
    "tally",
    "to_frame",
    "train",
]

_HOMES = {
    "AnswerFile": "files.answers",
    "Answers": "survey.answers",
    "Codeframe": "survey.codeframe",
    "Codings": "survey.codings",
    "Evaluation": "tallies.evaluate",
    "FreetextError": "errors",
    "LabelledAnswers": "interfaces.reading",
    "Model": "model.bundle",
    "TallyTable": "tallies.table",
    "Theme": "survey.codeframe",
    "ThemeClassifier": "interfaces.classifier",
    "code": "interfaces.coding",
    "evaluate": "interfaces.tallying",
    "load_model": "interfaces.models",
    "read_answers": "interfaces.reading",
    "read_codeframe": "files.codeframes",
    "save_frame": "interfaces.coding",
    "save_model": "interfaces.models",
    "save_tables": "interfaces.tallying",
    "tables_frame": "interfaces.tallying",
    "tables_text": "interfaces.tallying",
    "tally": "interfaces.tallying",
    "to_frame": "interfaces.coding",
    "train": "interfaces.training",
}
"""Where each public name lives (no room may be called like one: importing it would hide the name)."""

if not TYPE_CHECKING:  # a type checker must not take every name for one of ours

    def __getattr__(name: str) -> object:
        """Fetch a public name from where it lives."""
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[__name__])
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value


def __dir__() -> list[str]:
    """List the public names, fetched or not."""
    return sorted({*globals(), *__all__})
