"""freetext: tag survey verbatims with the themes of a codeframe, and tally them.

Each public name is fetched when it is first asked for, so that importing the package wakes nothing heavy.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from freetext.batch.folders import code_folder
    from freetext.errors import FreetextError
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.exchange.exports import ExportedFile
    from freetext.files.project.codeframes import read_codeframe
    from freetext.guard.checks import Checked, Finding
    from freetext.interfaces.advising import doubts, learning_curve
    from freetext.interfaces.agreeing import agreement
    from freetext.interfaces.auditing import draw_audit
    from freetext.interfaces.backcoding import (
        add_category,
        apply_backcoding,
        backcoding_moves,
        open_backcoding,
        propose_backcoding,
        revert_backcoding,
    )
    from freetext.interfaces.checking import check, findings_frame
    from freetext.interfaces.classifier import ThemeClassifier
    from freetext.interfaces.coding import code, save_frame, to_frame
    from freetext.interfaces.cold import cold_model
    from freetext.interfaces.compared import compare
    from freetext.interfaces.exporting import export
    from freetext.interfaces.forgetting import Forgotten, forget
    from freetext.interfaces.labelling import read_labels, settle
    from freetext.interfaces.models import load_model, load_vectors, save_model
    from freetext.interfaces.reading import LabelledAnswers, read_answers
    from freetext.interfaces.redacting import redact
    from freetext.interfaces.reporting import report
    from freetext.interfaces.reviewing import open_review, rank_answers
    from freetext.interfaces.searching import explain, search
    from freetext.interfaces.tallying import evaluate, save_tables, tables_frame, tables_text, tally
    from freetext.interfaces.training import train
    from freetext.interfaces.verifying import verify_report
    from freetext.interfaces.waving import add_wave, waves
    from freetext.model.bundle import Model
    from freetext.reports.report import Report
    from freetext.survey.advice import Advice
    from freetext.survey.answers import Answers
    from freetext.survey.codeframe import Codeframe, Theme
    from freetext.survey.codings import Codings
    from freetext.survey.doubts import Doubt
    from freetext.survey.labels import Label, Settled
    from freetext.survey.proposed import Discovered, Proposed
    from freetext.survey.waves import Wave
    from freetext.tallies.agreement_figures import Agreement
    from freetext.tallies.compared import Compared
    from freetext.tallies.conventions import Conventions
    from freetext.tallies.evaluate import Evaluation
    from freetext.tallies.table import TallyTable
    from freetext.training.discovering import discover

__version__ = "0.1.0"

__all__ = [
    "Advice",
    "Agreement",
    "AnswerFile",
    "Answers",
    "Checked",
    "Codeframe",
    "Codings",
    "Compared",
    "Conventions",
    "Discovered",
    "Doubt",
    "Evaluation",
    "ExportedFile",
    "Finding",
    "Forgotten",
    "FreetextError",
    "Label",
    "LabelledAnswers",
    "Model",
    "Proposed",
    "Report",
    "Settled",
    "TallyTable",
    "Theme",
    "ThemeClassifier",
    "Wave",
    "__version__",
    "add_category",
    "add_wave",
    "agreement",
    "apply_backcoding",
    "backcoding_moves",
    "check",
    "code",
    "code_folder",
    "cold_model",
    "compare",
    "discover",
    "doubts",
    "draw_audit",
    "evaluate",
    "explain",
    "export",
    "findings_frame",
    "forget",
    "learning_curve",
    "load_model",
    "load_vectors",
    "open_backcoding",
    "open_review",
    "propose_backcoding",
    "rank_answers",
    "read_answers",
    "read_codeframe",
    "read_labels",
    "redact",
    "report",
    "revert_backcoding",
    "save_frame",
    "save_model",
    "save_tables",
    "search",
    "settle",
    "tables_frame",
    "tables_text",
    "tally",
    "to_frame",
    "train",
    "verify_report",
    "waves",
]

_HOMES = {
    "Advice": "survey.advice",
    "Agreement": "tallies.agreement_figures",
    "AnswerFile": "files.coding.answers",
    "Answers": "survey.answers",
    "Checked": "guard.checks",
    "Codeframe": "survey.codeframe",
    "Codings": "survey.codings",
    "Compared": "tallies.compared",
    "Conventions": "tallies.conventions",
    "Discovered": "survey.proposed",
    "Doubt": "survey.doubts",
    "Evaluation": "tallies.evaluate",
    "ExportedFile": "files.exchange.exports",
    "Finding": "guard.checks",
    "Forgotten": "interfaces.forgetting",
    "FreetextError": "errors",
    "Label": "survey.labels",
    "LabelledAnswers": "interfaces.reading",
    "Model": "model.bundle",
    "Proposed": "survey.proposed",
    "Report": "reports.report",
    "Settled": "survey.labels",
    "TallyTable": "tallies.table",
    "Theme": "survey.codeframe",
    "ThemeClassifier": "interfaces.classifier",
    "Wave": "survey.waves",
    "add_category": "interfaces.backcoding",
    "add_wave": "interfaces.waving",
    "agreement": "interfaces.agreeing",
    "apply_backcoding": "interfaces.backcoding",
    "backcoding_moves": "interfaces.backcoding",
    "check": "interfaces.checking",
    "code": "interfaces.coding",
    "code_folder": "batch.folders",
    "cold_model": "interfaces.cold",
    "compare": "interfaces.compared",
    "discover": "training.discovering",
    "doubts": "interfaces.advising",
    "draw_audit": "interfaces.auditing",
    "evaluate": "interfaces.tallying",
    "explain": "interfaces.searching",
    "export": "interfaces.exporting",
    "findings_frame": "interfaces.checking",
    "forget": "interfaces.forgetting",
    "learning_curve": "interfaces.advising",
    "load_model": "interfaces.models",
    "load_vectors": "interfaces.models",
    "open_backcoding": "interfaces.backcoding",
    "open_review": "interfaces.reviewing",
    "propose_backcoding": "interfaces.backcoding",
    "rank_answers": "interfaces.reviewing",
    "read_answers": "interfaces.reading",
    "read_codeframe": "files.project.codeframes",
    "read_labels": "interfaces.labelling",
    "redact": "interfaces.redacting",
    "report": "interfaces.reporting",
    "revert_backcoding": "interfaces.backcoding",
    "save_frame": "interfaces.coding",
    "save_model": "interfaces.models",
    "save_tables": "interfaces.tallying",
    "search": "interfaces.searching",
    "settle": "interfaces.labelling",
    "tables_frame": "interfaces.tallying",
    "tables_text": "interfaces.tallying",
    "tally": "interfaces.tallying",
    "to_frame": "interfaces.coding",
    "train": "interfaces.training",
    "verify_report": "interfaces.verifying",
    "waves": "interfaces.waving",
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
