"""From logs and rankings on the disk to a coder's next batch, and to how far the table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np

from freetext.files.batches import load_batch
from freetext.files.coded import banner_in
from freetext.files.locks import active_coders
from freetext.files.rankings import load_ranking
from freetext.files.settled import decisions_for
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.wishes import Wishes
from freetext.review.advice import advice
from freetext.review.audit import Population, decided, population
from freetext.review.deal import Deal, Dealt, Plan, deal, disputed, second
from freetext.review.ranking import Ranking
from freetext.review.reach import summary
from freetext.review.views import Reach, Summary
from freetext.survey.labels import Key, Label, skipped, standing
from freetext.survey.responses import Banner


@dataclass(slots=True)
class Tray:
    """What the disk says: the usable events of all coders, the rankings, and what was wrong with the logs."""

    events: list[Label] = field(default_factory=list)
    rankings: list[Ranking] = field(default_factory=list)
    problems: tuple[str, ...] = ()


@dataclass
class Dealer:
    """Deals one coder's batches; reads the disk anew when asked to."""

    survey: Reviewed
    wishes: Wishes
    tray: Tray = field(default_factory=Tray)

    def refresh(self) -> None:
        """Read the logs of all coders and the rankings."""
        found = decisions_for(self.survey.file, self.survey.project)
        rankings = [load_ranking(self.survey.folder, frame) for frame, _ in self.survey.groups]
        events = [label for label in found.labels if label.key not in found.open]
        self.tray = Tray(events, [each for each in rankings if each is not None], found.problems)

    @cached_property
    def population(self) -> Population:
        """The answers, with the columns that get an audit each."""
        return population(self.survey.answers, self.survey.key, self._banners())

    def _banners(self) -> list[Banner]:
        table, plan = self.survey.file.table, self.survey.project.questionnaire
        known = {each.name: each for each in plan.questions}
        here = [name for name in plan.banners if name in table.names or name in known]
        banners = [banner_in(table, name, known) for name in self.wishes.by or here]
        wide = len(self.survey.file.columns)
        return [replace(each, member=np.tile(each.member, (wide, 1))) for each in banners]

    @cached_property
    def themes(self) -> dict[str, tuple[str, ...]]:
        """The themes of each question that is reviewed."""
        return {question: frame.slugs for question, frame in self.survey.frames.items()}

    @property
    def batches(self) -> int:
        """How many batches the coder has been dealt on the screen."""
        return load_batch(self.place).number

    @property
    def place(self) -> Path:
        """Where the coder's batch is written down."""
        return self._place(self.wishes.coder)

    def _place(self, coder: str) -> Path:
        return self.survey.folder / f"{coder}.{self.wishes.kind}.json"

    def own(self) -> tuple[list[Label], list[Label]]:
        """The coder's decisions that stand: those that can be walked back through, and the others."""
        mine = [each for each in standing(self.tray.events) if each.coder == self.wishes.coder]
        judged = {each.key for each in mine if each.source == "adjudicated"}
        if self.wishes.kind == "adjudicate":
            return [each for each in mine if each.source == "adjudicated"], []
        walked = [each for each in mine if each.key not in judged and each.source in {"audit", "queue", "lookup"}]
        return walked, [each for each in mine if each.key not in judged and each.source == "import"]

    def others(self) -> set[Key]:
        """The answers that other people have coded."""
        return {each.key for each in standing(self.tray.events) if each.coder != self.wishes.coder}

    def deal(self, number: int) -> Deal:
        """Deal a batch from what was read last; `number` counts the coder's batches."""
        wishes, events = self.wishes, self.tray.events
        if wishes.kind == "adjudicate":
            return Deal(tuple(self._adjudicated()))
        active = active_coders(self.survey.labels)
        if wishes.kind == "second":
            found = second(
                self.population,
                events,
                coder=wishes.coder,
                active=active,
                size=wishes.batch,
                questions=tuple(self.themes),
            )
        else:
            plan = Plan(wishes.target, wishes.batch, wishes.audit, wishes.strategy)
            found = deal(
                self.population,
                self.themes,
                self.tray.rankings,
                events,
                coder=wishes.coder,
                active=active,
                held=self._held(active),
                batch=number,
                plan=plan,
            )
        return replace(found, asked=tuple(map(_hidden, found.asked))) if wishes.blind else found

    def _held(self, active: Iterable[str]) -> list[Key]:
        """What the others who are at work have before them now."""
        others = (each for each in active if each != self.wishes.coder)
        batches = (load_batch(self._place(coder)) for coder in others)
        return [dealt.key for batch in batches for dealt in batch.dealt]

    def _adjudicated(self) -> list[Dealt]:
        """Lay out where coders differ, what was passed over last; in an order that hides who said what."""
        said: dict[Key, dict[str, Label]] = {}
        for label in standing(self.tray.events):
            said.setdefault(label.key, {})[label.coder] = label
        keys = [key for key in disputed(self.population, self.tray.events) if key[1] in self.themes]
        passed = set(skipped(self.tray.events, self.wishes.coder))
        keys.sort(key=passed.__contains__)
        return [
            Dealt(key, "adjudicate", said=_shuffled(key, list(said.get(key, {}).values())))
            for key in keys[: self.wishes.batch]
        ]

    def summary(self, pace: float | None) -> Summary:
        """Say how far the table is by all decisions known here; `pace` is the coder's seconds an answer."""
        state = decided(self.population, self.tray.events)
        bare = summary(self.population, state, self.themes, self.wishes.target)
        told = advice(self.population, state, self.themes, self.wishes.target, pace=pace, audit=self.wishes.audit)
        return replace(bare, reaches=tuple(map(self._named, bare.reaches)), advice=told)

    def _named(self, reach: Reach) -> Reach:
        """Say a theme by its name."""
        return replace(reach, theme=self.survey.frames[reach.question].find(reach.theme).name)


def _hidden(dealt: Dealt) -> Dealt:
    return replace(dealt, suggestion=None, model="")


def _shuffled(key: Key, labels: Sequence[Label]) -> tuple[tuple[str, ...], ...]:
    """What coders chose, in an order that is by chance and always the same."""

    def chance(label: Label) -> bytes:
        return blake2b("|".join((*key, label.coder)).encode(errors="surrogatepass"), digest_size=8).digest()

    return tuple(label.themes for label in sorted(labels, key=chance))
