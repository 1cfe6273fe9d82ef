"""What has changed between two coded waves, by theme and column, and how much of it is the coding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from freetext.files.coding.tallying import Read, responses_of
from freetext.files.coding.wanted import Wanted
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.interfaces.bridging import bridge_of
from freetext.interfaces.compared_again import Again
from freetext.interfaces.compared_files import Request, Side
from freetext.interfaces.earlier_models import earlier_read
from freetext.interfaces.earlier_waves import EarlierRead
from freetext.survey.responses import Responses
from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.carried import carried, gone, origins
from freetext.tallies.changes import Changes, changes
from freetext.tallies.sums import sums_of

PROTECTED = "Changes are not shown under the disclosure profile {}: nothing protects their small counts. `freetext report` shows each wave protected."
UNNAMED = "Themes are those that each file holds, so that one which nobody gave in OLD reads `not in OLD`: --codeframe names all that it could be coded with."


@dataclass(frozen=True, slots=True, eq=False)
class BothRead:
    """Both coded waves, the old one under today's codeframe."""

    old: EarlierRead
    new: Read

    def name(self, question: str, column: str) -> str:
        """What both coded files call a question; empty where one of them does not have it."""
        there = {each.question for each in self.old.read.opened}
        for each in self.new.opened:
            if each.question in there and (question in each.names or column in each.names):
                return each.question
        alone = len(self.new.opened) == len(self.old.read.opened) == 1
        return self.new.opened[0].question if alone and self.new.opened[0].question in there else ""


def both_read(old: Side, new: Side, asked: Request, project: Project | None) -> BothRead | None:
    """Read both coded files as `tally` does; None where one of them does not stand."""
    if old.coded is None or new.coded is None:
        return None
    wanted = Wanted(
        themes=asked.themes or None,
        closed=(),
        by=asked.by,
        text=asked.text[0] if len(asked.text) == 1 else "",
        question=asked.question,
        respondent=asked.respondent,
        weight=asked.weight,
        codeframe=asked.codeframe,
    )
    now = responses_of(new.coded, wanted, project)
    return BothRead(_earlier(old.coded, old.path, now, wanted, asked, project), now)


def _earlier(
    table: Table, path: Path | None, now: Read, wanted: Wanted, asked: Request, project: Project | None
) -> EarlierRead:
    if asked.old_codeframe is not None:
        return _under(responses_of(table, replace(wanted, codeframe=asked.old_codeframe), project), now, wanted)
    if project is None or wanted.codeframe is not None:
        read = responses_of(table, wanted, project)
        return EarlierRead(read, {each.question: each.responses.codeframe.slugs for each in read.opened}, wanted)
    return earlier_read(table, path, wanted, project)


def _under(read: Read, now: Read, wanted: Wanted) -> EarlierRead:
    """Carry a wave that was read under its own codeframe to today's."""
    today = {each.question: each.responses.codeframe for each in now.opened}
    known = {each.question: each.responses.codeframe.slugs for each in read.opened}
    frames = [today.get(each.question) for each in read.opened]
    there = len(read.opened)

    def by_now(several: tuple[Responses, ...]) -> tuple[Responses, ...]:
        some = zip(several, frames, strict=False)
        return (*(carried(each, frame) if frame else each for each, frame in some), *several[there:])

    opened = tuple(
        replace(each, responses=carried(each.responses, frame) if frame else each.responses)
        for each, frame in zip(read.opened, frames, strict=True)
    )
    whole = replace(read, responses=by_now(read.responses), rows=by_now(read.rows), opened=opened)
    return EarlierRead(whole, known, wanted)


@dataclass(frozen=True, slots=True)
class Moved:
    """The changes of one question, the same in two parts where there is a bridge, themes that are gone, and what is to be known of them."""

    changes: tuple[Changes, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    gone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def moved(both: BothRead, question: str, asked: Request, rereading: Again | None) -> Moved:
    """Compare what both waves say to a question, in total and by the banners that both have."""
    profile = both.new.conventions.disclosure or both.old.read.conventions.disclosure
    if profile:
        return Moved(notes=(PROTECTED.format(profile),))
    banners = [each.name for each in both.new.banners if each.name in {one.name for one in both.old.read.banners}]
    tables = banners or [""]
    raw = asked.raw or asked.again is not None
    frame = _opened(both.new, question).codeframe
    lost = tuple(f"{each.slug}: {each.told()}." for each in gone(frame, both.old.known[question]))
    found = tuple(_changes(both, question, banner, raw=raw) for banner in tables)
    bridges = (
        tuple(bridge_of(both.old, both.new, question, rereading.read, by=banner, raw=raw) for banner in tables)
        if rereading
        else ()
    )
    named = asked.codeframe or asked.old_codeframe or _opened(both.old.read, question).codeframe.digest == frame.digest
    notes = dict.fromkeys((*(rereading.notes if rereading else ()), *(note for each in bridges for note in each.notes)))
    return Moved(found, bridges, lost, (*notes, *(() if named else (UNNAMED,))))


def _opened(read: Read, question: str) -> Responses:
    return next(
        responses for opened, responses in zip(read.opened, read.responses, strict=False) if opened.question == question
    )


def _changes(both: BothRead, question: str, by: str, *, raw: bool) -> Changes:
    before, now = _opened(both.old.read, question), _opened(both.new, question)
    sides = (
        sums_of(
            responses,
            banner=next((each for each in read.banners if each.name == by), None),
            weights=read.weights,
            base=read.base,
        )
        for responses, read in ((before, both.old.read), (now, both.new))
    )
    return changes(
        *sides,
        origins=origins(now.codeframe, both.old.known[question]),
        raw=raw,
        population=(both.old.read.conventions.population, both.new.conventions.population),
    )
