"""Two coded waves as they were read, and what of a comparison they tell."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.files.coding.tallying import Read, responses_of
from freetext.files.coding.wanted import Wanted
from freetext.files.project.settings import Project
from freetext.interfaces.compared_files import Request, Side
from freetext.interfaces.earlier_waves import EarlierRead, read_earlier, read_then


@dataclass(frozen=True, slots=True, eq=False)
class BothRead:
    """Both coded waves, the old one under today's codeframe."""

    old: EarlierRead
    new: Read

    @property
    def profile(self) -> str:
        """The disclosure profile of either; empty without one."""
        return self.new.conventions.disclosure or self.old.read.conventions.disclosure

    @property
    def banners(self) -> tuple[str, ...]:
        """The banners that both have, by name; an empty one for the total alone."""
        before = {each.name for each in self.old.read.banners}
        return tuple(each.name for each in self.new.banners if each.name in before) or ("",)

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
    if asked.old_codeframe is not None:
        return BothRead(read_then(old.coded, wanted, project, asked.old_codeframe, now), now)
    return BothRead(read_earlier(old.coded, wanted, project), now)
