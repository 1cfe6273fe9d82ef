"""From logs and rankings on the disk to a coder's next batch, and to how far the table is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np

from freetext.errors import UsageError
from freetext.files.coding.coded import banner_in
from freetext.files.labelling.locks import active_coders
from freetext.files.labelling.settled import decided_count, decisions_for
from freetext.files.reviewing.batches import Batch, Mark, load_batch, save_batch
from freetext.files.reviewing.rankings import load_ranking
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.wishes import Wishes
from freetext.review.advice import advice, progress
from freetext.review.audit import Decided, Population, decided, population
from freetext.review.deal import SECOND, Deal, Dealt, Plan, deal, disputed, second
from freetext.review.items import Item, Stream
from freetext.review.queue import Strategy
from freetext.review.ranking import Ranking
from freetext.review.reach import summary
from freetext.review.sampled import Sampled, candidates_advice, sampled
from freetext.review.views import Reach, Summary
from freetext.survey.labels import Key, Label, LabelSource, skipped, standing
from freetext.survey.responses import Banner

STREAMS: dict[LabelSource, Stream] = {"audit": "audit", "queue": "queue", "adjudicated": "adjudicate"}
"""Why an answer was asked that is looked at again, by what its decision was kept as; any other was looked up."""


@dataclass(slots=True)
class Tray:
    """What the disk says: the usable events of all coders, the rankings of these very texts, and what was wrong with the logs.

    `outdated`: people have decided since the rankings were made, or there are none. `opened`: what was decided before a theme was
    split, and is to be decided again; these are no events.
    """

    events: list[Label] = field(default_factory=list)
    rankings: list[Ranking] = field(default_factory=list)
    problems: tuple[str, ...] = ()
    outdated: bool = True
    opened: tuple[Label, ...] = ()


@dataclass
class Dealer:
    """Deals one coder's batches; reads the disk anew when asked to."""

    survey: Reviewed
    wishes: Wishes
    tray: Tray = field(default_factory=Tray)

    def refresh(self) -> None:
        """Read the logs of all coders and the rankings."""
        found = decisions_for(self.survey.file, self.survey.project)
        rankings, outdated = list(self.survey.rankings), False
        for frame, questions in self.survey.groups if self.survey.sample is None else ():
            ranking = load_ranking(self.survey.folder, frame)
            if ranking is None or ranking.answers != self._digest(tuple(questions)):
                outdated = True
                continue
            rankings.append(ranking)
            outdated = outdated or ranking.decided != decided_count(found, questions)
        events = [label for label in found.labels if label.key not in found.open]
        self.tray = Tray(events, rankings, found.problems, outdated, found.reopened)

    def _digest(self, questions: tuple[str, ...]) -> str:
        if questions not in self._digests:
            self._digests[questions] = self.survey.digest_of(questions)
        return self._digests[questions]

    @cached_property
    def _digests(self) -> dict[tuple[str, ...], str]:
        return {}

    @cached_property
    def population(self) -> Population:
        """The answers, with the columns that get an audit each; of a bridge those that were drawn."""
        if self.survey.bridge is not None:
            return self.survey.bridge
        answers = population(self.survey.answers, self.survey.key, self._banners())
        return answers if self.survey.sample is None else sampled(answers, self.survey.sample)

    def check(self) -> None:
        """Refuse a column (`by`) that the file does not have, before anything begins; raises MissingColumn."""
        if self.survey.sample is not None and self.wishes.by:
            raise UsageError(
                "--by: the candidates of a folder are one audit of all its answers, and none of its columns."
            )
        if self.survey.bridge is not None and self.wishes.by:
            raise UsageError("--by: a bridge is a random part of what people coded, and of none of its columns apart.")
        self._banners()

    def _banners(self) -> list[Banner]:
        if self.survey.sample is not None:
            return []
        table, plan = self.survey.file.table, self.survey.project.questionnaire
        known = {each.name: each for each in plan.questions}
        here = [name for name in plan.banners if name in table.names or name in known]
        banners = [banner_in(table, name, known) for name in self.wishes.by or here]
        wide = len(self.survey.file.columns)
        return [replace(each, member=np.tile(each.member, (wide, 1))) for each in banners]

    @cached_property
    def themes(self) -> dict[str, tuple[str, ...]]:
        """The themes of each question that is reviewed, as far as their numbers are asked for."""
        return {name: () if self.wishes.whole else frame.slugs for name, frame in self.survey.frames.items()}

    def own(self) -> list[Label]:
        """The coder's decisions that stand, on answers that are reviewed, in the order of the log.

        Adjudication is walked apart: an answer that the coder has judged is not theirs to change as one of several coders.
        """
        mine = [each for each in standing(self.tray.events) if each.coder == self.wishes.coder]
        mine = [each for each in mine if each.question in self.survey.frames]
        judged = {each.key for each in mine if each.source == "adjudicated"}
        if self.wishes.kind == "adjudicate":
            return [each for each in mine if each.source == "adjudicated"]
        return [each for each in mine if each.key not in judged]

    def in_audit(self, key: Key) -> bool:
        """Whether somebody else has decided on an answer as part of the random audit."""
        return any(
            each.key == key and each.source == "audit" and each.coder != self.wishes.coder for each in self.tray.events
        )

    def recall(self, key: Key) -> Item:
        """Lay an answer out that is not of this batch: as it was asked when the coder decided it, else as one looked up."""
        said = [each for each in self.own() if each.key == key]
        stream = STREAMS.get(said[-1].source, "lookup") if said else "lookup"
        stream = "bridge" if self.survey.bridge is not None and stream != "adjudicate" else stream
        if stream == "adjudicate":
            return self.survey.item(self._judged(key))
        dealt = Dealt(key, stream)
        if stream == "queue" and not self.wishes.blind:
            for ranking in self.tray.rankings:
                if key in ranking.suggestions:
                    dealt = Dealt(key, stream, ranking.suggestions[key], ranking.model)
        return self.survey.item(dealt)

    def left(self) -> tuple[Batch, list[Dealt]]:
        """The batch that the coder was in, and what of it is still to be asked.

        Gone are answers that are not reviewed (any more), whose text or codeframe has changed, and that others have seen to.
        """
        batch = load_batch(self.place)
        return batch, [each for each in self._open(batch) if self._wanted(each.key)]

    def _open(self, batch: Batch) -> Iterator[Dealt]:
        for dealt, mark in zip(batch.dealt, batch.marks, strict=True):
            if dealt.key in self.survey.places and dealt.key[1] in self.survey.frames:
                text, frame = self.survey.mark_of(dealt.key)
                if mark[0] == text and dealt.stream == "adjudicate":
                    yield self._judged(dealt.key)
                elif mark[0] == text:
                    yield _hidden(dealt) if self.wishes.blind or mark[1] != frame else dealt

    def _wanted(self, key: Key) -> bool:
        if self.wishes.kind == "adjudicate":
            return key in self._disputed
        return self.wishes.kind == "second" or key not in self._taken

    @property
    def _disputed(self) -> set[Key]:
        """Where coders differ, or the coder has judged."""
        return {*self._unsettled(), *(each.key for each in self.own())}

    @property
    def _taken(self) -> set[Key]:
        return {each.key for each in standing(self.tray.events) if each.coder != self.wishes.coder}

    def deal(self, number: int) -> Deal:
        """Deal a batch from what was read last; `number` counts the coder's batches."""
        wishes, events = self.wishes, self.tray.events
        if wishes.kind == "adjudicate":
            return Deal(tuple(self._adjudicated()))
        active = active_coders(self.survey.labels)
        if wishes.kind == "second":
            asked = tuple(self.themes)
            share = (
                SECOND if self.survey.bridge is None else 1.0
            )  # two coders of a bridge share its disputes out evenly
            return second(
                self.population,
                events,
                coder=wishes.coder,
                active=active,
                share=share,
                size=wishes.batch,
                questions=asked,
            )
        found = deal(
            self.population,
            self.themes,
            self.tray.rankings,
            events,
            coder=wishes.coder,
            active=active,
            held=self._held(active),
            batch=number,
            plan=Plan(wishes.target, wishes.batch, wishes.audit, self._strategy),
        )
        if wishes.kind == "bridge":
            return Deal(tuple(replace(_hidden(each), stream="bridge") for each in self._in_order(found.asked)))
        return replace(found, asked=tuple(map(_hidden, found.asked))) if wishes.blind else found

    def _in_order(self, asked: Iterable[Dealt]) -> list[Dealt]:
        """Put a bridge's answers in the order of u, a respondent's together: whoever stops in a batch leaves no gap, and nothing need be hidden by mixing."""
        draws, place = self.population.draws, self.population.place
        return sorted(asked, key=lambda each: (draws[place[each.key]], place[each.key]))

    @property
    def _strategy(self) -> Strategy:
        """What the queue goes by: candidates of a folder come in their own order."""
        own = self.survey.sample is not None and self.wishes.strategy == "auto"
        return "diverse" if own else self.wishes.strategy

    def keep(self, deal: Deal, number: int, behind: int) -> None:
        """Write down what was dealt, before anybody is asked; raises OutputError."""
        save_batch(Batch(deal.asked, self._marks(deal), number, behind), self.place)

    def hold(self, deal: Deal) -> None:
        """Write down what stands in the coder's spreadsheets, besides what stands in them already; raises OutputError."""
        held = load_batch(self.sheet)
        save_batch(Batch((*held.dealt, *deal.asked), (*held.marks, *self._marks(deal))), self.sheet)

    def _marks(self, deal: Deal) -> tuple[Mark, ...]:
        return tuple(self.survey.mark_of(each.key) for each in deal.asked)

    def _held(self, active: Iterable[str]) -> list[Key]:
        """What others who are at work have before them now, and what stands in spreadsheets that have not come back."""
        places = [self._place(coder) for coder in active if coder != self.wishes.coder]
        places += sorted(self.survey.folder.glob("*.sheet.json"))
        return [dealt.key for place in places for dealt in load_batch(place).dealt]

    def _adjudicated(self) -> list[Dealt]:
        """Lay out where coders differ, what was passed over last."""
        keys = self._unsettled()
        passed = set(skipped(self.tray.events, self.wishes.coder))
        keys.sort(key=passed.__contains__)
        return [self._judged(key) for key in keys[: self.wishes.batch]]

    def _unsettled(self) -> list[Key]:
        """Where coders differ, and where a theme was split since they decided; in the order of the file."""
        judged = {each.key for each in self.own()} if self.wishes.kind == "adjudicate" else set()
        keys = {*disputed(self.population, self.tray.events), *(each.key for each in self.tray.opened)} - judged
        return [key for key in self.population.keys if key in keys and key[1] in self.themes] if keys else []

    def _judged(self, key: Key) -> Dealt:
        """Lay out what coders said of an answer, in an order that hides who said what."""
        events = standing((*self.tray.events, *self.tray.opened))
        said = {each.coder: each for each in events if each.key == key and each.source in PEOPLE}
        split = "a theme was split since: whoever chose it stands at all its parts"
        hint = split if any(each.key == key for each in self.tray.opened) else ""
        return Dealt(key, "adjudicate", said=_shuffled(key, list(said.values())), hint=hint)

    @property
    def place(self) -> Path:
        """Where the coder's batch is written down."""
        return self._place(self.wishes.coder)

    @property
    def sheet(self) -> Path:
        """Where it is written down what stands in the coder's spreadsheet."""
        return self.survey.folder / f"{self.wishes.coder}.sheet.json"

    def returned(self) -> None:
        """The coder's spreadsheet has come back: nothing is held for it any more."""
        with suppress(OSError):
            self.sheet.unlink()

    def _place(self, coder: str) -> Path:
        return self.survey.folder / f"{coder}.{self.wishes.kind}.json"

    def summary(self, pace: float | None) -> Summary:
        """Say how far the table is by all decisions known here; `pace` is the coder's seconds an answer."""
        state = decided(self.population, self.tray.events)
        if self.wishes.whole:
            return progress(self.population, state, self.themes, pace=pace)
        bare = summary(self.population, state, self.themes, self.wishes.target)
        told = self._advice(state, pace)
        return replace(bare, reaches=tuple(map(self._named, bare.reaches)), advice=told)

    def _advice(self, state: Decided, pace: float | None) -> tuple[str, ...]:
        if isinstance(self.population, Sampled):
            return candidates_advice(self.population, state, self.themes, self.wishes.target)
        return advice(self.population, state, self.themes, self.wishes.target, pace=pace, audit=self.wishes.audit)

    def _named(self, reach: Reach) -> Reach:
        """Say a theme by its name."""
        return replace(reach, theme=self.survey.frames[reach.question].find(reach.theme).name)


PEOPLE = frozenset({"audit", "queue", "lookup", "import"})
"""Sources of decisions that coders differ in: neither a rule's nor an adjudicator's."""


def _hidden(dealt: Dealt) -> Dealt:
    return replace(dealt, suggestion=None, model="")


def _shuffled(key: Key, labels: Sequence[Label]) -> tuple[tuple[str, ...], ...]:
    """What coders chose, in an order that is by chance and always the same."""

    def chance(label: Label) -> bytes:
        return blake2b("|".join((*key, label.coder)).encode(errors="surrogatepass"), digest_size=8).digest()

    return tuple(label.themes for label in sorted(labels, key=chance))
