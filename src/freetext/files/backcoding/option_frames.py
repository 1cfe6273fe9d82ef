"""`backcode-QUESTION.toml`: the options codeframe of a closed question, made once and then only added to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from freetext.errors import CodeframeError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.places import bytes_of
from freetext.files.project.codeframes import codeframe_text, parse_codeframe, read_codeframe, theme_text
from freetext.files.project.settings import Project
from freetext.files.project.toml_blocks import MARK
from freetext.files.project.toml_text import remark
from freetext.review.option_frame import frame_name, with_category
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.questionnaire import Question

ABOUT = (
    'The options of {question}, which its "Other" texts are back-coded with. A theme\'s name is the option; a theme more is a new'
    " category. Keywords (literal phrases, * for the rest of a word) say which texts are proposed to an option."
)
UNWRITTEN = 'definition = ""  # What belongs here, what does not? Write it before anybody decides on it.\n'


def frame_file(question: Question) -> str:
    """Where a question's options codeframe stands in the project."""
    return f"{frame_name(question.name)}.toml"


def frame_there(project: Project, question: Question) -> Codeframe | None:
    """Read a question's options codeframe; None where there is none yet. Raises CodeframeError."""
    path = project.path(frame_file(question))
    return read_codeframe(path) if path.exists() else None


def write_frame(project: Project, question: Question, frame: Codeframe) -> Path:
    """Write an options codeframe, with a line that says what it is for; one that is there is replaced. Raises OutputError."""
    path = project.path(frame_file(question))
    write_text(remark(ABOUT.format(question=question.name)) + codeframe_text(frame), path, force=True)
    return path


def add_categories(project: Project, question: Question, frame: Codeframe, themes: Sequence[Theme]) -> Codeframe:
    """Put categories at the end of an options codeframe's file, whose text stays; returns what it reads as then.

    Raises CodeframeError where the file does not read as `frame` any more, OutputError.
    """
    path = project.path(frame_file(question))
    whole = bytes_of(path).decode("utf-8", "replace").removeprefix(MARK)
    planned = frame
    for theme in themes:
        planned = with_category(planned, theme)
    added = "".join(f"\n{theme_text(theme)}{'' if theme.definition else UNWRITTEN}" for theme in themes)
    text = whole.rstrip("\r\n") + "\n" + added
    if parse_codeframe(whole, path) != frame or parse_codeframe(text, path) != planned:
        raise CodeframeError("has changed meanwhile; nothing was written. Try again.", file=path)
    write_text(text, path, force=True)
    return planned
