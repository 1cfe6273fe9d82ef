"""Review sheets in: what a coder decided in a workbook, all of it or nothing.

Whatever was changed that must not be is named cell by cell, all of it together: columns, ids, questions, texts, and marks that
are none. A row is known by its seal, wherever sorting has put it; a row that is gone is not decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from freetext.errors import SHOWN, InputError
from freetext.files.disk.places import bytes_of, ending_of
from freetext.files.labelling.labels import text_hash
from freetext.files.reviewing.review_books import Export, export_of, grids_of
from freetext.files.reviewing.review_pages import Row, Survey, page_of
from freetext.review.items import Stream
from freetext.review.session import SOURCES
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import FLAGS, Key, Label, standing


@dataclass(frozen=True, slots=True)
class Returned:
    """What a review sheet says.

    labels     the decisions, in the order in which the answers were dealt
    undecided  how many of the exported answers are not decided; those whose rows are gone too
    passed     skips: answers that are not decided, but have a note or a flag, which must not be lost
    streams    why the answers were asked
    """

    labels: tuple[Label, ...]
    undecided: int
    passed: tuple[Label, ...] = ()
    streams: frozenset[Stream] = field(default=frozenset(), compare=False)

    def by(self, names: Mapping[str, str]) -> Returned:
        """The same, each coder's name spelled as these say."""
        labels, passed = (
            tuple(replace(label, coder=names[label.coder]) for label in part) for part in (self.labels, self.passed)
        )
        return replace(self, labels=labels, passed=passed)


def read_review_sheet(
    path: str | Path,
    answers: Mapping[Key, str],
    codeframes: Mapping[str, Codeframe],
    *,
    key: str,
    coder: str = "",
    time: str = "",
    wave: str = "",
) -> Returned:
    """Read the decisions of a review sheet; `answers` are the survey's texts, `codeframes` the project's by name.

    A row is decided where a theme or "no theme" is marked (1, x, yes or true; 0, no, false or blank is no mark). The decisions are
    `coder`'s, by default of whom the sheet was exported for; all bear the one `time` and name the one `wave`. Raises InputError, which lists what is wrong:
    the first 12 faults, and how many more.
    """
    ending_of(path, (".xlsx",))
    grids = grids_of(bytes_of(path), file=str(path))
    export = export_of(grids, file=str(path))
    survey = Survey(answers, codeframes, key, wave)
    pages = [page_of(part, grids, export, survey) for part in export.parts]
    if faults := [fault for page in pages for fault in page.faults]:
        raise InputError(_told(faults), file=path)
    rows = {row.seal: row for page in pages for row in page.rows}
    dealt = [rows[seal] for seal in export.rows if seal in rows]
    labels = [_label(row, export, survey, coder or export.coder, time) for row in dealt]
    decided = tuple(label for label in labels if label.event == "label")
    passed = tuple(label for label in labels if label.event == "skip" and (label.note or label.flags))
    streams = frozenset(row.asked.stream for row in dealt)
    return Returned(decided, len(export.rows) - len(decided), passed, streams)


def _told(faults: Sequence[str]) -> str:
    more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
    count = f"{len(faults)} things are not as they must be" if len(faults) > 1 else "one thing is not as it must be"
    return f"nothing was imported, {count}: {'; '.join(faults[:SHOWN])}{more}."


def _label(row: Row, export: Export, survey: Survey, coder: str, time: str) -> Label:
    """Make a decision of a row; a skip where nothing is decided."""
    models = export.models
    return Label(
        *row.key,
        row.themes,
        coder,
        time,
        SOURCES[row.asked.stream],
        text_hash(survey.key, survey.answers[row.key]),
        model=models[row.asked.model] if row.asked.model < len(models) else "",
        suggested=row.asked.shown,
        codeframe=row.codeframe.digest,
        note=row.note,
        event="label" if row.ticked & {"theme", "none"} else "skip",
        flags=tuple(flag for flag in FLAGS if flag in row.ticked),
        wave=survey.wave,
    )


def new_labels(returned: Returned, log: Sequence[Label]) -> tuple[Label, ...]:
    """Return what a log does not say yet, so that importing a sheet twice changes nothing.

    A decision is new where it differs from the coder's standing one in themes, note, flags, text or codeframe (adjudication
    apart); a skip where its note and flags stand nowhere. `log` is the log with its skips, or what stands of it.
    """
    counted = (each for each in standing(log) if each.source not in {"adjudicated", "rule"})
    stood = {(each.key, each.coder): _said(each) for each in counted}
    told = {_remark(each) for each in log if each.event in {"label", "skip"}}
    decided = [each for each in returned.labels if stood.get((each.key, each.coder)) != _said(each)]
    latest = {(each.key, each.coder): each for each in standing(log) if each.source not in {"adjudicated", "rule"}}
    remarks = ((each, latest.get((each.key, each.coder))) for each in returned.passed if _remark(each) not in told)
    return (*decided, *(_remarked(each, decision) for each, decision in remarks if not _says(decision, each)))


def _says(decision: Label | None, remark: Label) -> bool:
    """Whether a decision has a remark's note and flags already."""
    return decision is not None and remark.note in decision.note and set(remark.flags) <= set(decision.flags)


def _remarked(remark: Label, decision: Label | None) -> Label:
    """A note or flag on an answer that is not decided in the sheet; it goes with the decision where the coder has one by now."""
    if decision is None:
        return remark
    note = "; ".join(dict.fromkeys(filter(None, (decision.note, remark.note))))
    flags = tuple(dict.fromkeys((*decision.flags, *remark.flags)))
    return replace(decision, note=note, flags=flags, time=remark.time, seconds=None)


def _said(label: Label) -> tuple[object, ...]:
    return (frozenset(label.themes), label.text_hash, label.codeframe, _remark(label))


def _remark(label: Label) -> tuple[object, ...]:
    return (label.key, label.coder, label.note, frozenset(label.flags))
