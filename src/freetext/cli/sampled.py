"""The rows that a model is learnt from: all of a file, or those of a sample where it holds more labels than a machine learns from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from freetext.cli.run import Run
from freetext.errors import counted
from freetext.files.disk.places import is_streamed
from freetext.files.tabular.tables import Table

if TYPE_CHECKING:
    from freetext.files.tabular.samples import Wanted
    from freetext.files.tabular.streams import Stream
    from freetext.survey.samples import Sampled


@dataclass(frozen=True, slots=True)
class Asked:
    """The columns that options name, and what a blank label means."""

    text: Sequence[str]
    labels: Sequence[str]
    id: str
    respondent: str
    question: str
    blank: Literal["none", "unlabelled"]

    @property
    def columns(self) -> tuple[str, ...]:
        """All of them; a name may be empty."""
        return (*self.text, *self.labels, self.id, self.respondent, self.question)


def labelled_table(run: Run, path: str, asked: Asked, most: int, seed: int) -> tuple[Table, Sampled | None]:
    """Read a file of labelled answers; of one with more than `most` only the rows of a random sample, and say so."""
    from freetext.cli.plans import survey_table
    from freetext.files.tabular.samples import sampled_rows

    stream = _long(run, path, asked, most)
    if stream is None:
        return survey_table(run, path, asked.columns), None
    wanted = _wanted(run, stream, asked, most, seed)
    table, told = sampled_rows(stream, wanted)
    took = f" ({', '.join(stream.took)})" if stream.took else ""
    run.say(f"{stream.file}: {counted(table.size, 'row')} kept{took}")
    return table, told


def _long(run: Run, path: str, asked: Asked, most: int) -> Stream | None:
    """Open a file that holds more rows than the answers that are wanted of it; None for any other."""
    from freetext.files.tabular.streams import count_rows

    if not asked.labels or not is_streamed(path):
        return None
    stream = run.stream(path)
    texts = max(len(asked.text), 1)
    if stream.rows is None and stream.bytes <= most // texts:  # not even a byte a row
        return None
    return stream if count_rows(stream) * texts > most else None


def _wanted(run: Run, stream: Stream, asked: Asked, most: int, seed: int) -> Wanted:
    """Find the columns, as for a file that is read whole, by its head alone."""
    from freetext.cli.plans import columns_for
    from freetext.files.project.dropped import without_dropped
    from freetext.files.tabular.samples import Wanted

    head = without_dropped(
        Table(stream.file, stream.names, tuple([] for _ in stream.names), 0), run.project, asked.columns
    )
    found = columns_for(head, asked.text, asked.id, asked.respondent, asked.question, run.project)
    for option, names in (
        *(("--text", found.text), ("--labels", tuple(asked.labels))),
        *(("--id", (found.id,)), ("--respondent", (found.respondent,)), ("--question", (found.question,))),
    ):
        for name in filter(None, names):
            head.place(name, option=option)
    columns = dict.fromkeys(filter(None, (*found.text, *asked.labels, found.id, found.respondent, found.question)))
    filled = tuple(asked.labels) if asked.blank == "unlabelled" else ()
    return Wanted(tuple(columns), len(found.text), filled, found.respondent or found.id, most, seed)
