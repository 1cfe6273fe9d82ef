"""How the coding of a folder went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from freetext.batch.manifest import ModelNote
from freetext.batch.plans import Plan
from freetext.batch.rows import Row
from freetext.batch.work import Order
from freetext.files.coding.tallied import Counts, Tallied


@dataclass(frozen=True, slots=True)
class FailedPart:
    """A part that could not be coded, and why."""

    part: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """How the coding of a folder went, and what stands there now.

    parts    all there are; `coded` now, `kept` from before
    failed   parts that could not be coded; the others stand
    removed  sources that are gone; their outputs went too
    told     people's decisions that could not be used, in plain words
    older    parts that stay as another model coded them, and `models` which models coded what stands
    changed  settings that are others than before
    others   tables beside the parts that were not taken
    rows     of all that stands, and `counts` of its answers
    """

    out: str
    parts: int
    coded: int
    kept: int
    failed: tuple[FailedPart, ...]
    removed: tuple[str, ...]
    told: tuple[str, ...]
    older: int
    changed: tuple[str, ...]
    others: tuple[str, ...]
    models: tuple[ModelNote, ...]
    rows: int
    counts: Tallied

    @property
    def whole(self) -> bool:
        """Whether all parts stand."""
        return not self.failed


def report_of(
    out: str, plan: Plan, order: Order, failed: Sequence[FailedPart], rows: Sequence[Row], others: tuple[str, ...]
) -> Report:
    """Put together what a run has to say: of the plan, of what failed, and of the rows of all parts that stand."""
    counts = Counts()
    for row in rows:
        counts.merge(row.counts)
    bad, due = {each.part for each in failed}, {str(part) for part in plan.due}
    return Report(
        out=out,
        parts=len(plan.parts),
        coded=len(due - bad),
        kept=plan.kept - len(bad - due),
        failed=tuple(failed),
        removed=tuple(each.source for each in plan.removed),
        told=(
            *(order.labels.problems if order.labels else ()),
            *(f"{row.source}: {told}" for row in rows for told in row.told),
        ),
        older=len(plan.older),
        changed=plan.changed,
        others=others,
        models=plan.manifest.models,
        rows=sum(row.rows for row in rows),
        counts=counts.summary,
    )
