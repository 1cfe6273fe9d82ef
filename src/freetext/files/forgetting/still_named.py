"""Where a person is still named in a project's folder, in files that nobody keeps up to date: exports, sheets of audits and reviews, copies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from freetext.files.backcoding.moves_log import log_of
from freetext.files.forgetting.mentions import moves_lists
from freetext.files.forgetting.naming import named_in, wanted_of
from freetext.files.forgetting.person import Person
from freetext.files.forgetting.readings import BROKEN
from freetext.files.forgetting.restricted_lists import list_paths
from freetext.files.project.settings import Project


@dataclass(frozen=True, slots=True)
class Naming:
    """What a search found: where each file names them, in plain words, and files that cannot be read."""

    where: dict[Path, str] = field(default_factory=dict)
    unread: tuple[Path, ...] = ()


def still_naming(project: Project, person: Person, files: Collection[Path]) -> Naming:
    """Look for a person's ids and for them as a respondent in these files; those that were looked through before are left out."""
    survey = project.questionnaire
    people = () if person.by_answer else (person.name,)
    wanted = wanted_of(person.ids, people, id=survey.id, respondent=survey.respondent)
    moves = [path for each in moves_lists(project) for path in (each, log_of(each))]
    looked = {path.resolve() for path in (*person.seen, *moves, *list_paths(project))}
    own = [project.path(name).resolve() for name in (survey.labels, survey.models)]
    found, unread = {}, []
    for path in sorted(files):
        place = path.resolve()
        if place in looked or any(place.is_relative_to(each) for each in own):
            continue
        try:
            if where := named_in(path, wanted, survey.encoding):
                found[path] = where
        except BROKEN:
            unread.append(path)
    return Naming(found, tuple(unread))
