"""`freetext code` on a file of any length: batch by batch, from a text table or Parquet into one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.cli.code_models import check_evidence, has_models, models_for
from freetext.cli.code_told import begun, summarise, told_written
from freetext.cli.code_wanted import Wanted
from freetext.cli.run import Run
from freetext.errors import FreetextError, NegativeAnswer, counted
from freetext.files.disk.places import is_streamed

if TYPE_CHECKING:
    from freetext.cli.plans import Columns
    from freetext.files.coding.coded_again import Circumstances
    from freetext.files.coding.tallied import Tallied
    from freetext.files.labelling.settled import Decisions
    from freetext.files.tabular.sinks import Sink
    from freetext.files.tabular.streams import Stream
    from freetext.files.tabular.tables import Table, Written
    from freetext.interfaces.first_reading import FirstReading
    from freetext.interfaces.streaming import CodingPlan
    from freetext.model.bundle import Model

ROWS, BYTES = 200_000, 256 * 2**20
"""From more than so many on a project's own file is coded batch by batch too, and not updated answer by answer."""
SHORTEST = 1
"""Bytes of a row of a text table, at least: in a file of one column an empty line is a blank answer."""


def code_stream(run: Run, source: str, target: str, wanted: Wanted) -> bool:
    """Code a file batch by batch and say so; False, and nothing said, where it has to be coded as a whole.

    That is a workbook or a pipe, a file that the project keeps up to date answer by answer, and one that has no model yet.
    """
    from freetext.files.coding.coded_before import is_kept

    if run.sheet or not is_streamed(source) or not is_streamed(target):
        return False
    kept = is_kept(source, target, run.project)
    if kept and not is_large(run, source):
        return False
    work = _prepared(run, source, target, wanted, kept=kept)
    if work is None:
        return False
    done = work.code()
    summarise(run, done, cold=any(model.cold for model in work.different))
    if work.written is None:
        run.say(f"dry run: nothing is written to {target}")
    else:
        told_written(run, work.written)
    if done.blank == done.answers:
        raise NegativeAnswer(f"{source}: every answer is blank; nothing was coded.")
    return True


def is_large(run: Run, source: str) -> bool:
    """Whether a file is too large to be kept up to date answer by answer."""
    from freetext.files.disk.addresses import is_address
    from freetext.files.tabular.streams import count_rows

    least = 0 if source.lower().endswith(".parquet") else ROWS * SHORTEST
    if not is_address(source) and (not Path(source).is_file() or Path(source).stat().st_size <= least):
        return False
    stream = run.stream(source)
    return stream.bytes > BYTES or count_rows(stream) > ROWS


def _prepared(run: Run, source: str, target: str, wanted: Wanted, *, kept: bool) -> _Work | None:
    """Check and find out all that must be known before the first answer is coded; None where there is no model yet."""
    from freetext.cli.plans import columns_for
    from freetext.files.coding.answers import assumed
    from freetext.files.tabular.streams import count_rows
    from freetext.files.tabular.tables import check_output
    from freetext.interfaces.first_reading import check_columns, first_reading
    from freetext.interfaces.streaming_again import plan_again, refuse_by_hand

    before = _before(target) if kept else None
    force = run.force or before is not None
    if not kept or Path(target).parent.is_dir():
        check_output(target, force=force)
    stream = run.stream(source)
    try:
        header = _header(run, stream, wanted)
        columns = columns_for(header, wanted.text, wanted.id, wanted.respondent, wanted.question, run.project)
        plan = _plan(run, columns, wanted, kept=kept)
        check_columns(stream, plan)
        again = plan_again(plan, before, stream) if before is not None else None
        plan, before = again or plan, before if again else None
    except FreetextError:
        count_rows(stream)  # what is wrong with the file itself is told first
        raise
    if len(set(plan.questions)) < len(plan.text):
        return None
    reading = first_reading(stream, plan, _labelled(run))
    if before is not None and plan.question:
        check_output(target, force=run.force)
        refuse_by_hand(before, stream)
        before = None
    if plan.question and not any(reading.questions):
        plan = replace(plan, question="", names={})
    if not has_models(run, reading, wanted):
        return None
    run.opened(stream.file, reading.rows, stream.names, stream.took)
    run.left_out(stream.names, set(stream.names) - set(plan.dropped))
    run.say_all(assumed(columns.id, columns.respondent))
    if kept and before is None:
        run.say_all([_not_kept(source)])
    models = models_for(run, reading, wanted)
    check_evidence(models.values(), wanted)
    return _Work(
        run,
        stream,
        target,
        plan,
        reading,
        models,
        raw=wanted.raw,
        kept=kept,
        force=force,
        before=before,
        recode=wanted.recode,
    )


def _before(target: str) -> Stream | None:
    """Open what was coded of a file before; None where there is nothing, or nothing of ours."""
    from freetext.files.tabular.streams import open_stream
    from freetext.interfaces.streaming_again import coded_before

    if not Path(target).is_file():
        return None
    with suppress(FreetextError):
        stream = open_stream(target)
        return stream if coded_before(stream) else None
    return None


def _not_kept(source: str) -> str:
    return f"large file: coded as a whole; coded again, rows keep their codes only where they stand in the same order; {_kept_by_part(source)}"


def _kept_by_part(source: str) -> str:
    from freetext.files.disk.addresses import is_address

    where = source.rpartition("/")[0] if is_address(source) else Path(source).parent
    return f"`freetext code {where}/ -o coded/` keeps what is done, part by part"


def _header(run: Run, stream: Stream, wanted: Wanted) -> Table:
    """Give the columns of the file that are coded or carried along, without rows."""
    from freetext.files.coding.codings import uncoded
    from freetext.files.project.dropped import without_dropped
    from freetext.files.tabular.tables import Table

    whole = Table(stream.file, stream.names, tuple([] for _ in stream.names), 0)
    return uncoded(without_dropped(whole, run.project, wanted.columns), force=run.force)


def _plan(run: Run, columns: Columns, wanted: Wanted, *, kept: bool) -> CodingPlan:
    from freetext.cli.plans import settings
    from freetext.interfaces.redacting import text_columns
    from freetext.interfaces.streaming import CodingPlan

    survey = settings(run.project)
    return CodingPlan(
        columns.text,
        columns.names,
        columns.id,
        columns.respondent,
        columns.question,
        survey.drop,
        carry=not wanted.question and len(survey.coded) > 1,
        scores=wanted.scores,
        evidence=wanted.evidence,
        force=run.force,
        named=kept,
        covered=text_columns(survey, columns.text) if wanted.redact else (),
    )


def _labelled(run: Run) -> list[str]:
    """Name the answers that people have decided on."""
    from freetext.files.labelling.labels import read_labels

    if run.project is None:
        return []
    return [label.id for label in read_labels(run.project.path(run.project.questionnaire.labels)).labels]


@dataclass(slots=True)
class _Work:
    """A file that is ready to be coded; `written` says how that went."""

    run: Run
    stream: Stream
    target: str
    plan: CodingPlan
    reading: FirstReading
    models: Mapping[str, Model]
    raw: bool
    kept: bool
    force: bool
    before: Stream | None = None
    recode: bool = False
    written: Written | None = None

    @property
    def different(self) -> list[Model]:
        """Each model once, in the order of their questions."""
        return list({id(model): model for model in self.models.values()}.values())

    def code(self) -> Tallied:
        """Code the file, people's decisions above the models'; counts how it went."""
        from freetext.cli.plans import labels_of, settings

        project = self.run.project
        folder = project.path(project.questionnaire.labels) if project else Path(settings(None).labels)
        decided = self._decided()
        self.run.say_all(decided.problems)
        with labels_of(folder), self._unless_stopped():
            plan = replace(self.plan, settled=decided.settled)
            given = self._given(decided)
            if self.before is not None:
                return self._updated(plan, self.before, given)
            done = self._coded(plan)
            self._note(given, given.records.people)
            return done

    def _decided(self) -> Decisions:
        from freetext.files.labelling.settled import Decisions, decisions_for

        return decisions_for(self.reading.labelled, self.run.project) if self.run.project else Decisions({}, ())

    def _given(self, decided: Decisions) -> Circumstances:
        from freetext.files.coding.coded_again import Circumstances
        from freetext.files.coding.coded_before import Asked
        from freetext.interfaces.file_coding import circumstances

        if self.run.project is None or not self.kept:
            return Circumstances()
        asked = Asked(self.plan.id, force=self.run.force, recode=self.recode)
        return circumstances(self.target, decided, self.run.project, asked)

    def _note(self, given: Circumstances, people: Mapping[str, tuple[str, str]]) -> None:
        """Write beside the file which decisions of people stand in it, and the codes put by."""
        from freetext.files.coding.coded_records import write_records
        from freetext.interfaces.streaming_again import few_records

        if self.kept and self.written is not None:
            records = few_records(self.reading.labelled.answers, given, people)
            write_records(records, Path(self.target), given.key)

    def _coded(self, plan: CodingPlan) -> Tallied:
        from freetext.files.coding.tallied import Counts
        from freetext.interfaces.streaming import coded_batches
        from freetext.model.coder import Coder

        self._tell()
        coders = {id(model): Coder(model) for model in self.different}
        of = {question: coders[id(model)] for question, model in self.models.items()}
        counts = Counts()
        with ExitStack() as stack:
            advance = stack.enter_context(self.run.progress("coding", sum(self._shares())))
            sink = None if self.run.dry_run else stack.enter_context(self._sink())
            for batch in coded_batches(self.stream, plan, of):
                for part in batch.parts:
                    counts.add(part.codings)
                    advance(len(part.codings))
                if sink is not None:
                    sink.write(batch.whole())
        self.written = sink.written if sink is not None else None
        return counts.summary

    def _updated(self, plan: CodingPlan, before: Stream, given: Circumstances) -> Tallied:
        """Code what is new or changed; what stands keeps its cells."""
        from freetext.files.coding.coded_again import told
        from freetext.interfaces.streaming_again import again_with, updated_tables
        from freetext.model.coder import Coder

        again = again_with(before, plan, given)
        coders = {id(model): Coder(model) for model in self.different}
        of = {question: coders[id(model)] for question, model in self.models.items()}
        self._tell()
        with ExitStack() as stack:
            advance = stack.enter_context(self.run.progress("coding", sum(self._shares())))
            sink = None if self.run.dry_run else stack.enter_context(self._sink())
            for table in updated_tables(self.stream, plan, of, again):
                advance(table.size * len(plan.text))
                if sink is not None:
                    sink.write(table)
        self.written = sink.written if sink is not None else None
        self._note(given, again.sorting.people)
        self.run.say_all(told(again.sorting.update))
        return again.counts.summary

    def _sink(self) -> AbstractContextManager[Sink]:
        from freetext.files.disk.places import make_folder
        from freetext.files.tabular.sinks import open_sink

        if self.kept:
            make_folder(Path(self.target).parent)
        return open_sink(self.target, raw=self.raw, force=self.force)

    def _tell(self) -> None:
        """Say which model codes how many answers."""
        from freetext.files.coding.codings import not_asked
        from freetext.interfaces.streaming import asked_of

        for model, count in zip(self.different, self._shares(), strict=True):
            what = counted(count, "answer")
            for said in begun(model, f"what is new or changed of {what}" if self.before is not None else what):
                self.run.say(said)
            known = model.folded.vocabulary.questions
            questions = [asked_of(known, self.plan, each) for each in self.reading.questions]
            self.run.say_all(not_asked(questions, known))

    def _shares(self) -> list[int]:
        """Count the answers that each model codes."""
        asked = self.reading.questions
        if "" in self.models and len(self.models) == 1:
            return [sum(asked.values())]
        return [
            sum(count for question, count in asked.items() if self.models[question] is model)
            for model in self.different
        ]

    @contextmanager
    def _unless_stopped(self) -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            on = f"the same command begins again; {_kept_by_part(self.stream.file)}"
            self.run.say(f"{self.target}: nothing was written; {on}")
            raise
