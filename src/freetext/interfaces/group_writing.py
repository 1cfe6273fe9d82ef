"""Decided groups written: new themes and synonyms into codeframe.toml, first labels into the coder's log; done twice it is done once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.files.coding.answers import AnswerFile
from freetext.files.disk.atomic import write_text
from freetext.files.labelling.labels import append_labels, text_hash
from freetext.files.labelling.other_waves import wave_named
from freetext.files.labelling.settled import decisions_as_logged
from freetext.files.project.codeframe_edits import rewritten
from freetext.files.project.codeframes import codeframe_text, read_codeframe
from freetext.files.project.settings import Project
from freetext.files.project.starter import is_example
from freetext.guard.handed_on import handed_on
from freetext.review.group_outcome import EXAMPLES, RESERVED, Outcome
from freetext.review.groups import Looked
from freetext.survey.codeframe import Codeframe, Theme, fold, phrase_fault, slugify
from freetext.survey.labels import Key, Label, standing
from freetext.survey.recoding import add

KEYWORDS = 4
"""Telling words that a theme gets as keywords."""

LONGEST = 160
"""Characters of an answer that can stand as an example."""

WHY = "found by freetext discover"


@dataclass(frozen=True)
class Desk:
    """What decided groups are written with: the project, its answers, the codeframe's file, and who decides.

    texts  the text of an answer of the groups
    today  what it is called in the file by now
    lang   the language of a first codeframe
    """

    project: Project
    file: AnswerFile
    path: Path
    coder: str
    texts: Callable[[Key], str]
    today: Callable[[Key], Key]
    lang: str = "en"

    @property
    def labels(self) -> Path:
        """The folder of the coders' logs."""
        return self.project.path(self.project.questionnaire.labels)


def write_due(desk: Desk, due: Outcome, time: str) -> Codeframe:
    """Write the codeframe and the labels of what is due, what stands already left out; returns the codeframe as it is then.

    Raises UnknownTheme where a theme has gone, CodeframeError where the codeframe cannot be edited, OutputError where something cannot be written.
    """
    before = codeframe_there(desk.path)
    if before is None:
        frame = first_codeframe(desk.project.questionnaire.name, _themes(due, desk.texts, set()), lang=desk.lang)
        write_text(codeframe_text(frame), desk.path, force=True)
    else:
        frame = _planned(before, due, desk.texts, time)
        if frame != before:
            write_text(rewritten(desk.path, before, frame), desk.path, force=True)
    append_labels(desk.labels, _labels(desk, due, frame, time))
    return frame


def codeframe_there(path: Path) -> Codeframe | None:
    """Read a codeframe; None where there is none, or only the example that `freetext init` writes."""
    frame = read_codeframe(path) if path.exists() else None
    return None if frame is None or is_example(frame) else frame


def first_codeframe(name: str, themes: Sequence[Theme], *, lang: str = "en") -> Codeframe:
    """Make a codeframe of themes, numbered in their order, with the codes that stand alone."""
    numbered = tuple(replace(theme, number=number) for number, theme in enumerate(themes, start=1))
    top = max(len(numbered) + 1, RESERVED[0][1]) - RESERVED[0][1]
    alone = tuple(Theme(slug, number + top, called, reserved=slug) for slug, number, called in RESERVED)
    taken = {theme.slug for theme in numbered}
    return Codeframe(
        slugify(name) if name else "codeframe",
        (*numbered, *(theme for theme in alone if theme.slug not in taken)),
        lang=lang,
    )


def _planned(before: Codeframe, due: Outcome, texts: Callable[[Key], str], time: str) -> Codeframe:
    """The codeframe with new themes, and with what groups add to those that are there."""
    frame = before
    for looked, slug in due.groups:
        if looked.fate == "synonym":
            theme = frame.find(slug)
            themes = list(frame.themes)
            themes[frame.position[theme.slug]] = _enriched(theme, looked, texts)
            frame = replace(frame, themes=tuple(themes))
    fresh = _themes(due, texts, set(frame.slugs))
    return add(frame, fresh, time=time, why=WHY).codeframe if fresh else frame


def _themes(due: Outcome, texts: Callable[[Key], str], there: set[str]) -> list[Theme]:
    return [
        theme_of(slug, looked.called, looked, texts)
        for looked, slug in due.groups
        if looked.fate == "theme" and slug not in there
    ]


def theme_of(slug: str, name: str, looked: Looked, texts: Callable[[Key], str]) -> Theme:
    """Make a theme of a group: its words as keywords, its most central answers, masked, as examples."""
    return Theme(
        slug, 0, name, looked.definition, examples=_examples(looked, texts), keywords=_keywords(looked.group.words, ())
    )


def _keywords(words: Sequence[str], there: Sequence[str]) -> tuple[str, ...]:
    known = {fold(word) for word in there}
    return tuple(word for word in words[:KEYWORDS] if fold(word) not in known and not phrase_fault(word))


def _examples(looked: Looked, texts: Callable[[Key], str]) -> tuple[str, ...]:
    """Short answers that belong to the group and to nothing else first, each on one line, personal data covered."""
    keys = (*looked.of_kind("only"), *looked.of_kind("also")) if looked.marks else looked.group.members
    masked = (" ".join(handed_on(texts(key)).split()) for key in keys)
    return tuple(dict.fromkeys(text for text in masked if 0 < len(text) <= LONGEST))[:EXAMPLES]


def _enriched(theme: Theme, looked: Looked, texts: Callable[[Key], str]) -> Theme:
    """Add a group's words and examples to a theme; words that it forbids stay out."""
    known = {fold(example) for example in theme.examples}
    examples = tuple(each for each in _examples(looked, texts) if fold(each) not in known)
    words = _keywords(looked.group.words, (*theme.keywords, *theme.never))
    return replace(theme, keywords=(*theme.keywords, *words), examples=(*theme.examples, *examples))


def _labels(desk: Desk, due: Outcome, frame: Codeframe, time: str) -> list[Label]:
    """The first labels, without those that stand in the coder's log already."""
    there = decisions_as_logged(desk.file, desk.project).labels
    own = {label.key: label for label in standing(there) if label.coder == desk.coder}
    wave, found = wave_named(desk.file.table.file, desk.project), []
    for key, slugs in due.labels:
        themes = tuple(slug for slug in frame.slugs if slug in slugs)
        hashed = text_hash(desk.project.questionnaire.key, desk.texts(key))
        now = desk.today(key)
        before = own.get(now)
        if themes and not (before and before.themes == themes and before.text_hash == hashed):
            found.append(Label(*now, themes, desk.coder, time, "lookup", hashed, codeframe=frame.digest, wave=wave))
    return found
