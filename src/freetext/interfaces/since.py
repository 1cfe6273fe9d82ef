"""What has changed since the wave before, for a report: changes of each question, and their two parts where there is a bridge."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from freetext.errors import FreetextError
from freetext.files.coding.tallying import Read
from freetext.files.project.settings import Project
from freetext.interfaces.bridging import bridge_of, has_bridge, rereading_of
from freetext.interfaces.earlier_waves import EarlierRead, wave_file
from freetext.reports.since import Since
from freetext.survey.responses import Responses
from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.carried import COMPARABLE, Origin, gone, origins
from freetext.tallies.changes import Change, changes
from freetext.tallies.sums import sums_of


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier wave: its name and its coded table, read like this one's; `under` says under which codeframe it was coded, where that is known."""

    name: str
    read: Read
    under: EarlierRead | None = None


def _known(earlier: Earlier, responses: Responses) -> tuple[str, Sequence[str]] | None:
    """What a question is called in labels, and the slugs that an earlier wave could be coded with; None where nobody knows."""
    if earlier.under is None:
        return None
    for opened in earlier.under.read.opened:
        if opened.responses.question == responses.question:
            return opened.question, earlier.under.known[opened.question]
    return None


def could_code(earlier: Earlier, responses: Responses) -> Collection[str] | None:
    """The themes and nets of today of which an earlier wave has a figure; None for all of them."""
    known = _known(earlier, responses)
    if known is None:
        return None
    return {slug for slug, each in origins(responses.codeframe, known[1]).items() if each.kind in COMPARABLE}


def since_of(responses: Responses, read: Read, waves: Sequence[Earlier], project: Project | None) -> Since | None:
    """Compare a question with the last earlier wave that asked it; None without one, for a ranking, and under a disclosure profile."""
    asked = [
        (each, before) for each in waves for before in each.read.responses if before.question == responses.question
    ]
    if not asked or responses.kind == "ranking" or read.conventions.disclosure:
        return None
    earlier, before = asked[-1]
    known = _known(earlier, responses)
    from_: dict[str, Origin] = origins(responses.codeframe, known[1]) if known else {}
    table = changes(
        sums_of(before, banner=None, weights=earlier.read.weights, base=earlier.read.base),
        sums_of(responses, banner=None, weights=read.weights, base=read.base),
        origins=from_,
        population=(earlier.read.conventions.population, read.conventions.population),
        correction=read.conventions.correction,
        nets=read.conventions.nets,
    )
    if responses.kind != "open":
        table = replace(table, rows=tuple(replace(row, cells=tuple(map(_unsaid, row.cells))) for row in table.rows))
    lost = gone(responses.codeframe, known[1]) if known else ()
    bridge, notes = _bridge(known[0], earlier.under, read, project) if known and earlier.under else (None, ())
    return Since(earlier.name, table, bridge, (*(f"{each.slug}: {each.told()}." for each in lost), *notes))


def _unsaid(cell: Change) -> Change:
    """An option that nobody chose before may have been offered all the same."""
    return replace(cell, said="nobody in OLD") if cell.kind == "new" else cell


def _bridge(
    question: str, old: EarlierRead, read: Read, project: Project | None
) -> tuple[Bridge | None, tuple[str, ...]]:
    """Split the changes in two where people coded a bridge; why one cannot be read is a note."""
    if project is None:
        return None, ()
    file = wave_file(old.read.table, project)
    if not has_bridge(project, file):
        return None, ()
    try:
        rereading, facts = rereading_of(old, project, question, file=file)
    except FreetextError as error:
        return None, (f"The bridge is left aside: {error}",)
    if not facts.read:
        return None, facts.notes
    correction, nets = read.conventions.correction, read.conventions.nets
    return bridge_of(old, read, question, rereading, correction=correction, nets=nets), facts.notes
