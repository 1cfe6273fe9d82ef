"""What an earlier wave could be coded with, as the models that coded it know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from freetext.errors import BundleError
from freetext.files.coding.coded_records import COLD, read_records
from freetext.files.coding.coded_then import codes_then
from freetext.files.coding.wanted import Wanted
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.interfaces.earlier_waves import EarlierRead, read_earlier
from freetext.survey.codeframe import Codeframe


def earlier_read(table: Table, path: Path | None, wanted: Wanted, project: Project) -> EarlierRead:
    """Read an earlier wave under today's codeframe; what its models did not know, and nobody gave, it could not be coded with."""
    read = read_earlier(table, wanted, project)
    known = {
        each.question: tuple(
            _known(read.known[each.question], each.question, each.responses.codeframe, read, path, project)
        )
        for each in read.read.opened
    }
    return replace(read, known=known)


def _known(
    slugs: Collection[str], question: str, frame: Codeframe, read: EarlierRead, path: Path | None, project: Project
) -> Iterator[str]:
    models = _slugs_of_models(frame.name, path, project)
    used = codes_then(read.read.table, question, project, read.wanted.question) if models else frozenset[str]()
    reached = {each for slug in (*models, *used) for each in _by_now(slug, frame)}
    for slug in slugs:
        if not models or reached.intersection(_by_now(slug, frame)):
            yield slug


def _by_now(slug: str, frame: Codeframe) -> tuple[str, ...]:
    fate = frame.fates.get(slug)
    return (slug,) if fate is None else fate.slugs


def _slugs_of_models(name: str, path: Path | None, project: Project) -> frozenset[str]:
    """The themes of the models that coded a file; empty where one of them is not there any more, or no model coded it."""
    if path is None:
        return frozenset()
    records = read_records(path, project.questionnaire.key).answers.values()
    digests = {each.model for each in records if each.model}
    if COLD in digests:
        return frozenset()
    from freetext.files.modelling.models import sound_model  # noqa: PLC0415  (a wave that was coded by hand wakes no model)

    found: set[str] = set()
    with suppress(BundleError):
        for digest in sorted(digests):
            found.update(sound_model(project.path(project.questionnaire.models) / name / digest).codeframe.slugs)
        return frozenset(found)
    return frozenset()
