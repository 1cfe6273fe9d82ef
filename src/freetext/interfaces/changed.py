"""What has changed between two coded waves, question by question, and how much of it is the coding: the same for `compare` and for a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from freetext.errors import FreetextError, names_listed
from freetext.files.coding.tallying import Read
from freetext.files.project.settings import Project
from freetext.interfaces.bridging import bridge_of, has_bridge, rereading_of
from freetext.interfaces.earlier_waves import EarlierRead
from freetext.survey.responses import Responses
from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.bridge_wave import Rereading
from freetext.tallies.carried import Origin, gone, origins
from freetext.tallies.changes import Change, Changes, changes
from freetext.tallies.conventions import Conventions
from freetext.tallies.sums import Sums, sums_of

UNNAMED = "Themes are those that each file holds, so that one which nobody gave in OLD reads `not in OLD`: --codeframe names all that it could be coded with."


@dataclass(frozen=True, slots=True, eq=False)
class Again:
    """What the new coding says of the old wave, None where nothing can be said, and what a reader must know of it."""

    read: Rereading | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """The changes of one question by banner, the same in two parts where there is a bridge, what of OLD is gone, and what is to be known of them."""

    changes: tuple[Changes, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    gone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def people_again(old: EarlierRead, project: Project | None, question: str, file: str) -> Again | None:
    """Read what people decided in the bridge to a wave, by its file of answers; None where they decided nothing.

    A bridge that cannot be read is left aside, which is said: the changes stand without it.
    """
    if project is None or not has_bridge(project, file):
        return None
    try:
        rereading, facts = rereading_of(old, project, question, file=file)
    except FreetextError as error:
        return Again(None, (f"The bridge is left aside: {error}",))
    return Again(rereading if facts.read else None, facts.notes)


def changed(
    old: EarlierRead,
    new: Read,
    question: str,
    banners: Sequence[str] = ("",),
    *,
    raw: bool = False,
    again: Again | None = None,
) -> Changed:
    """Compare what both waves say to a question: a table for each banner (by name, of those that both have), or of the total alone ("").

    Nothing here is protected: under a disclosure profile nobody may print it.
    """
    before, now = _asked(old.read, question), _asked(new, question)
    known = old.known.get(question) if now.kind == "open" else None
    sums = [(sums_by(old.read, question, by), sums_by(new, question, by)) for by in banners]
    since = origins(now.codeframe, known) if known is not None else {}
    found = changes_between(sums, since, (old.read.conventions, new.conventions), raw=raw)
    if now.kind != "open":
        found = tuple(map(_offered, found))
    split = again.read if again else None
    by_parts = partial(
        bridge_of, old, new, question, raw=raw, correction=new.conventions.correction, nets=new.conventions.nets
    )
    bridges = tuple(by_parts(split, by=by) for by in banners) if split else ()
    lost = gone(now.codeframe, known) if known is not None else ()
    told = (*(f"{each.slug}: {each.told()}." for each in lost), *(_lost_options(*sums[0]) if known is None else ()))
    notes = (*(again.notes if again else ()), *(note for each in bridges for note in each.notes))
    if now.kind == "open" and before.codeframe.digest != now.codeframe.digest:
        notes = (*notes, UNNAMED)
    return Changed(found, bridges, (*told, *lost_columns(sums)), tuple(dict.fromkeys(notes)))


def changes_between(
    sums: Sequence[tuple[Sums, Sums]],
    since: Mapping[str, Origin],
    conventions: tuple[Conventions, Conventions],
    *,
    raw: bool = False,
) -> tuple[Changes, ...]:
    """Compare the sums of both waves, table by table; `since` says what each theme of NEW was in OLD."""
    before, now = conventions
    population = (before.population, now.population)
    return tuple(
        changes(*both, origins=since, raw=raw, population=population, correction=now.correction, nets=now.nets)
        for both in sums
    )


def _asked(read: Read, question: str) -> Responses:
    return next(each for each in read.responses if each.question == question)


def sums_by(read: Read, question: str, by: str) -> Sums:
    """The sums of a question, by a banner (its name) or in total."""
    banner = next((each for each in read.banners if each.name == by), None)
    return sums_of(_asked(read, question), banner=banner, weights=read.weights, base=read.base)


def _offered(table: Changes) -> Changes:
    """Say of options what is known of them: one that nobody chose before may have been offered all the same."""
    return replace(table, rows=tuple(replace(row, cells=tuple(map(_chosen, row.cells))) for row in table.rows))


def _chosen(cell: Change) -> Change:
    return replace(cell, said="nobody in OLD") if cell.kind == "new" else cell


def _lost_options(old: Sums, new: Sums) -> Iterator[str]:
    """Name what was said in OLD and has no line in NEW, where no codeframe tells what there was."""
    there = {line.theme.slug for line in new.lines}
    lost = [line.theme.name for line in old.lines if line.theme.slug not in there]
    if lost:
        yield f"{names_listed(lost)}: only in OLD."


def lost_columns(sums: Sequence[tuple[Sums, Sums]]) -> Iterator[str]:
    """Name the columns of a banner that NEW does not have."""
    for old, new in sums:
        if lost := [name for name in old.columns if name not in new.columns]:
            yield f"{names_listed(lost)} ({new.banner}): only in OLD."
