"""A first codeframe from nothing: every group a theme, marked as a proposal."""

from __future__ import annotations

from pathlib import Path

from freetext.errors import NegativeAnswer, UsageError, counted
from freetext.files.disk.atomic import write_text
from freetext.files.project.codeframe_edits import UNWRITTEN
from freetext.files.project.codeframe_forms import check_editable
from freetext.files.project.codeframes import codeframe_text, theme_text
from freetext.files.project.toml_text import remark
from freetext.interfaces.discovering import Discovery, groups_of
from freetext.interfaces.group_writing import codeframe_there, first_codeframe, theme_of
from freetext.review.group_outcome import outcome
from freetext.review.groups import Looked
from freetext.survey.codeframe import Codeframe

ABOUT = (
    "Proposed by `freetext codeframe draft`: groups of answers that use the same words. Nobody has looked at them yet. "
    "Give each a name and a definition, and take out what is no theme."
)


def draft_codeframe(discovery: Discovery, name: str) -> Codeframe:
    """Make a codeframe of all groups, named by their words; raises NegativeAnswer where there is none."""
    groups = groups_of(discovery)
    if groups.few or not groups.groups:
        raise NegativeAnswer(f"no codeframe is drafted. {groups.said[:1].upper()}{groups.said[1:]}")
    texts = dict(zip(discovery.searched.keys, discovery.searched.texts, strict=True))
    walk = tuple(Looked(group, fate="theme") for group in groups.groups)
    themes = [theme_of(slug, looked.called, looked, texts.__getitem__) for looked, slug in outcome(walk, None).groups]
    return first_codeframe(name, themes, lang=discovery.lang)


def refuse_written(path: Path, *, force: bool = False) -> None:
    """Refuse to replace a codeframe with themes of somebody's own, and a file that is no TOML; raises UsageError."""
    check_editable(path)
    there = codeframe_there(path)
    if there is not None and not force:
        said = f"{path} has {counted(len(there), 'theme')} already."
        raise UsageError(f"{said} `freetext discover` looks for new ones; --force replaces it.")


def write_draft(discovery: Discovery, path: Path, name: str) -> Codeframe:
    """Write a codeframe of all groups, each with a line that says what it was made of; what is there is replaced.

    Raises NegativeAnswer where there is no group, OutputError.
    """
    frame = draft_codeframe(discovery, name)
    write_text(draft_text(frame, discovery), path, force=True)
    return frame


def draft_text(frame: Codeframe, discovery: Discovery) -> str:
    """The text of a drafted codeframe, each proposal marked as one."""
    sizes = [f"{counted(len(each), 'answer')}, {each.share:.0%} of all" for each in discovery.found.proposed]
    text = codeframe_text(frame)
    for theme, size in zip(frame.themes, sizes, strict=False):
        block = theme_text(theme)
        text = text.replace(block, remark(f"A proposal: {size}. Does it hold together?") + block + UNWRITTEN, 1)
    return remark(ABOUT) + text
