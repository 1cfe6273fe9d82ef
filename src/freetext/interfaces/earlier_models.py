"""What an earlier wave could be coded with, as the models that coded it know."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from freetext.errors import BundleError
from freetext.files.coding.coded_records import COLD, read_records
from freetext.files.project.settings import Project
from freetext.survey.codeframe import Codeframe


def models_knew(
    slugs: Collection[str], frame: Codeframe, used: Collection[str], coded: str, project: Project
) -> tuple[str, ...]:
    """Return those of some slugs that the models of a coded file knew, or that somebody `used` there; all where its models are not known."""
    models = _slugs_of_models(frame.name, Path(coded), project)
    reached = {each for slug in (*models, *used) for each in _by_now(slug, frame)}
    return tuple(slug for slug in slugs if not models or reached.intersection(_by_now(slug, frame)))


def _by_now(slug: str, frame: Codeframe) -> tuple[str, ...]:
    fate = frame.fates.get(slug)
    return (slug,) if fate is None else fate.slugs


def _slugs_of_models(name: str, path: Path, project: Project) -> frozenset[str]:
    """The themes of the models that coded a file with this codeframe; empty where one of them is not there any more, or no model coded it.

    Models of other codeframes of the survey say nothing of it; under a codeframe of which none is called all of them are asked.
    """
    records = read_records(path, project.questionnaire.key)
    called = {each.model: records.names.get(each.model, name) for each in records.answers.values() if each.model}
    mine = {digest: each for digest, each in called.items() if each == name} or called
    if COLD in called:
        return frozenset()
    from freetext.files.modelling.models import sound_model  # noqa: PLC0415  (a wave that was coded by hand wakes no model)

    found: set[str] = set()
    with suppress(BundleError):
        for digest, each in sorted(mine.items()):
            found.update(sound_model(project.path(project.questionnaire.models) / each / digest).codeframe.slugs)
        return frozenset(found)
    return frozenset()
