"""What the public face promises to type checkers; mypy reads this file, nothing runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, assert_type

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import freetext
from freetext import (
    AnswerFile,
    Answers,
    Checked,
    Codeframe,
    Codings,
    Compared,
    Discovered,
    Evaluation,
    ExportedFile,
    Finding,
    Forgotten,
    FreetextError,
    LabelledAnswers,
    Model,
    Proposed,
    TallyTable,
    Theme,
    ThemeClassifier,
    Wave,
    add_wave,
    check,
    code,
    code_folder,
    cold_model,
    compare,
    discover,
    evaluate,
    export,
    findings_frame,
    forget,
    load_model,
    load_vectors,
    read_answers,
    read_codeframe,
    redact,
    save_frame,
    save_model,
    save_tables,
    tables_frame,
    tables_text,
    tally,
    to_frame,
    train,
    waves,
)
from freetext.batch.reports import Report
from freetext.tallies.changes import Changes
from freetext.tallies.drift import Verdict


def reading(frame: pd.DataFrame, codeframe: Codeframe) -> None:
    """Without labels the file's answers come back, with labels the labelled ones; files and frames are alike."""
    assert_type(read_answers("a.csv", text="answer"), AnswerFile)
    assert_type(read_answers(Path("a.xlsx"), text=["one", "two"], id="id", sheet="Answers"), AnswerFile)
    assert_type(read_answers(frame, text="answer", labels="themes"), LabelledAnswers)
    labelled = read_answers(frame, text="answer", labels=["a", "b"], codeframe=codeframe, blank_labels="unlabelled")
    assert_type(labelled, LabelledAnswers)
    assert_type(labelled.answers, Answers)
    assert_type(labelled.codeframe.themes, tuple[Theme, ...])
    assert_type(read_codeframe("codeframe.toml"), Codeframe)


def checking(frame: pd.DataFrame) -> None:
    """A check is a value; its findings name rows, and come as a frame too."""
    checked = check("a.csv", text="answer", id="id", project="survey")
    assert_type(checked, Checked)
    assert_type(check(frame, text=["a", "b"], lang="en").clean, bool)
    assert_type(checked.findings, tuple[Finding, ...])
    assert_type(checked.findings[0].rows, tuple[int, ...])
    assert_type(findings_frame(checked), pd.DataFrame)


def learning(labelled: LabelledAnswers) -> None:
    """Training gives a model, which goes to disk and comes back."""
    model = train(labelled, seed=1)
    assert_type(model, Model)
    assert_type(save_model(model, "models/survey"), Path)
    assert_type(load_model(Path("models/survey")), Model)
    assert_type(load_model("models/survey", vectors="wordllama"), Model)
    assert_type(train(labelled, vectors=load_vectors(Path("vectors"))), Model)


def coding(model: Model, new: AnswerFile, labelled: LabelledAnswers, series: pd.Series[str]) -> None:
    """A model or its folder codes files, batches and bare texts alike."""
    assert_type(code(model, new, evidence=True), Codings)
    assert_type(code("models/survey", labelled), Codings)
    assert_type(code(cold_model("codeframe.toml", new), new), Codings)
    assert_type(code(model, ["no staff", None], question=["barrier", "barrier"]), Codings)
    assert_type(code(model, series, question="barrier"), Codings)
    assert_type(code_folder("in", "coded", text="answer", model="models/survey", workers=2), Report)
    frame = to_frame(code(model, new), new, scores=True)
    assert_type(frame, pd.DataFrame)
    save_frame(frame, "coded.xlsx", force=True)


def tallying(frame: pd.DataFrame) -> None:
    """Tallies are a list of tables, whatever they are drawn as."""
    tables = tally(frame, by=["type"], weight="w", base="substantive")
    assert_type(tables, list[TallyTable])
    assert_type(tally("coded.xlsx", themes="freetext_themes", closed=()), list[TallyTable])
    assert_type(tables_text(tables, "md"), str)
    assert_type(tables_frame(tables), pd.DataFrame)
    assert_type(save_tables(tables, "tables.xlsx"), Path)
    assert_type(evaluate(frame, labels="truth"), Evaluation)
    assert_type(export(frame, "coded.sav", nets=True), tuple[ExportedFile, ...])


def classifying(y: NDArray[np.int64]) -> None:
    """The classifier is typed although scikit-learn is not."""
    fitted = ThemeClassifier(lang="en", seed=0).fit(["a", "b"], y, questions=["q", "q"])
    assert_type(fitted, ThemeClassifier)
    assert_type(fitted.predict(["a"]), NDArray[np.int64])
    assert_type(fitted.predict_proba(["a"]), NDArray[np.float64])
    assert_type(fitted.model_, Model)


def wrong_uses(model: Model, new: AnswerFile) -> None:
    """What is a mistake is one for the type checker too (an ignore that is not needed is an error)."""
    train(new)  # type: ignore[arg-type]
    read_answers("a.csv")  # type: ignore[call-overload]
    read_answers("a.csv", text="answer", blank_labels="unlabelled")  # type: ignore[call-overload]
    tally("coded.csv", base="everybody")  # type: ignore[arg-type]
    tables_text([], "html")  # type: ignore[arg-type]
    code(model)  # type: ignore[call-arg]
    freetext.no_such_name  # type: ignore[attr-defined]  # noqa: B018


def failing() -> Any:
    """All that can go wrong has one root."""
    try:
        return load_model("nowhere")
    except FreetextError as error:
        return assert_type(error.exit_code, int)


def forgetting() -> None:
    """A respondent named by a project and a name gives what was done."""
    assert_type(forget("survey", "r17", survey=True, dry_run=True), Forgotten)
    assert_type(forget(Path("survey"), "r17").gone, tuple[str, ...])


def redacting(frame: pd.DataFrame) -> None:
    """Texts give texts, a file or a frame gives a frame."""
    assert_type(redact(["Mrs Patel"], names=["Priya"], types="name"), list[str])
    assert_type(redact(frame, text="answer"), pd.DataFrame)
    assert_type(redact(Path("a.csv"), text=["one", "two"], entities="en_core_web_sm"), pd.DataFrame)


def several_waves() -> None:
    """A project's waves are values; one that was added says what differs."""
    assert_type(waves("survey")[0], Wave)
    assert_type(add_wave(Path("survey"), "wave2.csv", dry_run=True).said, tuple[str, ...])


def discovering(model: Model) -> None:
    """Texts in, groups out."""
    found = discover(["late bus", "no bus"], model=model, groups=5)
    assert_type(found, Discovered)
    assert_type(found.proposed, tuple[Proposed, ...])
    assert_type(found.proposed[0].words, tuple[str, ...])


def comparing(frame: pd.DataFrame) -> None:
    """Waves are files or frames, or those of a project; what differs comes question by question."""
    assert_type(compare(project="survey"), Compared)
    assert_type(compare(frame, frame, text="why", by=["region"], raw=True).questions[0].changes, tuple[Changes, ...])
    assert_type(compare("one.csv", Path("two.csv"), text="why").questions[0].drift.verdict, Verdict)
