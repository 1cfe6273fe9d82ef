"""What is proposed for "Other" texts, from their words and from what is known of their themes; and the options codeframe begun."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from freetext.errors import AmbiguousTheme, UnknownTheme
from freetext.files.backcoding.option_frames import frame_there, write_frame
from freetext.files.backcoding.other_texts import OtherTexts
from freetext.files.coding.found import known_answers
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.review.backcoding import Category, Proposal, propose
from freetext.review.option_frame import new_category, option_codeframe, with_category
from freetext.survey.codeframe import Codeframe, fold


def options_of(others: OtherTexts) -> Codeframe:
    """The options codeframe of a question as its file says; as it would be made where there is none yet."""
    there = frame_there(others.project, others.question)
    return there or option_codeframe(others.question, others.listed, others.option)


def proposal_of(others: OtherTexts, share: float) -> Proposal:
    """Propose an option or a new category for each "Other" text, by words and by the themes that the texts were coded with."""
    coded, themes = _coded(others)
    return propose(others.texts, options_of(others), base=others.base, coded=coded, themes=themes, share=share)


def begin(others: OtherTexts, fresh: Iterable[Category] = ()) -> Codeframe:
    """Write the options codeframe with the new categories that are proposed; returns it. Raises OutputError."""
    frame = option_codeframe(others.question, others.listed, others.option)
    asked = others.asked
    themes = codeframe_of_question(asked.name, others.project) if asked.coded else None
    separator = others.question.separator if others.several else ""
    for each in fresh:
        name = each.name.replace(separator, " ") if separator else each.name
        known = {theme.slug: theme for theme in themes.themes} if themes and each.theme else {}
        theme = new_category(frame, name, known.get(each.slug), slug=each.slug)
        frame = with_category(frame, theme, begun=False)
    write_frame(others.project, others.question, frame)
    return frame


def missing_options(others: OtherTexts, frame: Codeframe) -> tuple[str, ...]:
    """The options of freetext.toml that an options codeframe lacks."""
    known = {fold(theme.name) for theme in frame.themes} | {fold(others.option)}
    return tuple(option for option in others.question.options if fold(option) not in known)


def _coded(others: OtherTexts) -> tuple[dict[str, tuple[str, ...]], Codeframe | None]:
    """The themes that people, or a model, gave the texts, by id, and their codeframe."""
    asked, project = others.asked, others.project
    themes = codeframe_of_question(asked.name, project) if asked.coded else None
    if themes is None:
        return {}, None
    known = known_answers(others.file, project, id=project.questionnaire.id)
    found = {}
    for place, name in enumerate(others.file.answers.ids):
        said = known.found(place) if name in others.texts else None
        if said is not None and said.coded:
            found[name] = tuple(slug for each in said.themes if (slug := _slug(each.code, themes)))
    return found, themes


def _slug(code: str, themes: Codeframe) -> str:
    with suppress(UnknownTheme, AmbiguousTheme):
        return themes.find(code).slug
    return ""
