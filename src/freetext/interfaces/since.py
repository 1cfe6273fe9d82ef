"""What has changed since the wave before, for a report: the figures of `compare`, of the last wave that asked the question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from freetext.files.coding.tallying import Read
from freetext.files.project.settings import Project
from freetext.interfaces.changed import changed, people_again
from freetext.interfaces.earlier_waves import EarlierRead, wave_file
from freetext.reports.since import Since
from freetext.survey.responses import Responses
from freetext.tallies.carried import COMPARABLE, origins


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier wave: its name, and its coded table under today's codeframe."""

    name: str
    coded: EarlierRead


def could_code(earlier: Earlier, responses: Responses) -> Collection[str] | None:
    """The themes and nets of today of which an earlier wave has a figure; None for all of them."""
    known = earlier.coded.known.get(responses.question) if responses.kind == "open" else None
    if known is None:
        return None
    return {slug for slug, each in origins(responses.codeframe, known).items() if each.kind in COMPARABLE}


def since_of(responses: Responses, read: Read, waves: Sequence[Earlier], project: Project | None) -> Since | None:
    """Compare a question with the last earlier wave that asked it; None without one, for a ranking, and under a disclosure profile."""
    question = responses.question
    asked = [each for each in waves if any(before.question == question for before in each.coded.read.responses)]
    if not asked or responses.kind == "ranking" or read.conventions.disclosure:
        return None
    earlier, coded = asked[-1].name, asked[-1].coded
    again = None
    if project is not None and question in coded.known:
        again = people_again(coded, project, question, wave_file(coded.read.table, project))
    found = changed(coded, read, question, again=again)
    bridge = found.bridges[0] if found.bridges else None
    return Since(earlier, found.changes[0], bridge, (*found.gone, *found.notes), responses.kind)
