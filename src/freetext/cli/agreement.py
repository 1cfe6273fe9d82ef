"""`freetext agreement`: coder against coder, and the model against coders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import NegativeAnswer, UsageError, counted, names_listed

if TYPE_CHECKING:
    from freetext.interfaces.project_agreement import CodersLog
    from freetext.interfaces.reviewed import Reviewed
    from freetext.tallies.agreement_figures import Agreement

Form = Literal["txt", "json", "md"]
ENDINGS = (".xlsx", ".json", ".md", ".txt")

Output = Annotated[str, options.output("Write to a file: .xlsx .json .md or .txt.")]
CodersLabels = Annotated[
    list[str],
    options.column(
        "A coder's column of labels, `a;b;c` or ticks; once for each coder. Default: the coders' logs.", "--labels"
    ),
]


def agreement(
    run: Run,
    file: Annotated[
        str | None,
        options.file("File of answers; with --labels any file. Default: the project's, all waves."),
    ] = None,
    *,
    labels: CodersLabels = [],  # noqa: B006
    id: options.Id = "",
    text: options.Text = "",
    where: options.Where = [],  # noqa: B006
    codeframe: options.CodeframeFile = None,
    blank_labels: Annotated[
        Literal["none", "unlabelled"] | None,
        typer.Option(
            rich_help_panel=options.SURVEY,
            help="What a blank cell of --labels means: coded with no theme, or not coded.",
        ),
    ] = None,
    question: options.QuestionNames = [],  # noqa: B006
    coders: Annotated[
        str, typer.Option(metavar="A,B", help="Only these coders, such as ada,ben. Default: all of them together.")
    ] = "",
    coded: Annotated[
        str,
        typer.Option(
            metavar="CODED",
            help="Take the model's codes from this coded file. Default: what `freetext review` prepared.",
        ),
    ] = "",
    differ: Annotated[
        bool, typer.Option("--differ", help="List the answers on which coders differ, with the themes of each.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    md: Annotated[bool, typer.Option("--md", help="As Markdown.")] = False,
    output: Output = "",
) -> None:
    """Say how far coders agree, theme by theme, and which definitions to sharpen.

    In a project: coder against coder from the logs, and the model against
    coders on answers of the blind audit. With --labels: the columns of any
    file.
    """
    form = _form(output, json=json, md=md)
    if output:
        from freetext.files.tabular.tables import check_output

        check_output(output, force=run.force, endings=ENDINGS)
    names = tuple(name.strip() for name in coders.split(",") if name.strip())
    if len(names) == 1 and not coded:
        raise UsageError("--coders takes two names or more, such as --coders ada,ben.")
    if labels:
        if question or coded:
            raise UsageError("--labels compares columns; --question and --coded go with a project's logs.")
        found = [_columns(run, file, labels, names, id, text, where, codeframe, blank_labels)]
    else:
        if codeframe or blank_labels or text or id or where:
            raise UsageError("--id, --text, --where, --codeframe and --blank-labels go with --labels.")
        found = _project(run, file, question, names, coded)
    deliver(run, found, output, form, differ=differ)


def _form(output: str, *, json: bool, md: bool) -> Form:
    if json and md:
        raise UsageError("--json and --md: one of them.")
    asked: Form = "json" if json else "md" if md else "txt"
    if output and asked != "txt" and Path(output).suffix.lower() != f".{asked}":
        raise UsageError(f"--{asked} and -o {output} differ: name the file *.{asked}.")
    return asked


def _columns(
    run: Run,
    file: str | None,
    labels: list[str],
    coders: Sequence[str],
    id: str,
    text: str,
    where: list[str],
    codeframe: Path | None,
    blank: Literal["none", "unlabelled"] | None,
) -> Agreement:
    """Compare columns of a file."""
    from freetext.cli.plans import input_file, settings, survey_table
    from freetext.files.project.codeframes import read_codeframe
    from freetext.files.tabular.filters import conditions_of, kept_rows
    from freetext.interfaces.agreeing import columns_panel, uncompared
    from freetext.tallies.agreement import agreement_of

    conditions = conditions_of(where)
    asked = (*labels, id, text, *(each.column for each in conditions))
    table = survey_table(run, input_file(file, run.project, "FILE"), asked)
    kept = kept_rows(table, conditions, settings(run.project).questions)
    run.say_all([kept.note] if kept.note else [])
    own = settings(run.project).id
    frame = read_codeframe(codeframe) if codeframe else None
    wanted = [name for name in labels if not coders or name in coders]
    if missing := [name for name in coders if name not in labels]:
        raise UsageError(f"--coders: no column {missing[0]!r} among the --labels: {', '.join(labels)}.")
    named = id or (own if own in table.names else "")
    panel = columns_panel(table, wanted, id=named, text=text, codeframe=frame, blank=blank, kept=kept.rows)
    if not len(panel.shared):
        raise NegativeAnswer(f"{table.file}: {uncompared(panel)}.")
    return agreement_of(panel)


def _project(run: Run, file: str | None, questions: list[str], coders: Sequence[str], coded: str) -> list[Agreement]:
    """Compare the coders of a project with each other, and the model with them."""
    from freetext.cli.plans import labels_of, wave_files
    from freetext.interfaces.project_agreement import coders_log, of_coders, waves_log

    if run.project is None:
        raise UsageError("whose agreement? Name each coder's column with --labels, or a project with --project.")
    files = wave_files(file, run.project, "FILE")
    surveys = [each for path in files if (each := _reviewed(run, path, questions, alone=len(files) == 1))]
    if not surveys:
        raise UsageError(f"--question {names_listed(questions)}: no wave has this question.")
    log, now = waves_log(surveys, coders), surveys[-1]
    run.say_all(log.problems)
    run.say_all(
        [f"coders are compared on {len(surveys)} waves, the model on {now.file.table.file} alone"] * (len(surveys) > 1)
    )
    with labels_of(now.labels):
        alone = log if len(surveys) == 1 else coders_log(now)
        found = [*_coders(run, log), *_model(run, now, of_coders(alone, coders), coded)]
    if not found:
        raise NegativeAnswer(f"{now.file.table.file}: {_nothing(log)}")
    return found


def _reviewed(run: Run, path: str, questions: list[str], *, alone: bool) -> Reviewed | None:
    """Read a wave; None for one of several that was not asked any of the questions."""
    from freetext.cli.plans import answer_file, columns_for, survey_table
    from freetext.interfaces.reviewed import reviewed

    table = survey_table(run, path)
    file = answer_file(table, columns_for(table, (), "", "", "", run.project))
    assert run.project is not None
    there = [each for each in questions if alone or each in file.answers.questions]
    return reviewed(file, run.project, there) if there or not questions else None


def _coders(run: Run, log: CodersLog) -> Iterator[Agreement]:
    from freetext.interfaces.project_agreement import coder_agreement

    for each in log.decided:
        found = coder_agreement(each)
        if found.n:
            yield found
        elif each.labels:
            run.say(f"{each.codeframe.name}: no answer was coded by two coders.")
            run.say_all(found.notes)


def _model(run: Run, survey: Reviewed, log: CodersLog, coded: str) -> Iterator[Agreement]:
    """Compare the model with coders, codeframe by codeframe, on answers that they coded blind and on those with its suggestion."""
    from freetext.cli.plans import answer_file, columns_for, survey_table
    from freetext.interfaces.dealer import Dealer
    from freetext.interfaces.model_agreement import (
        codes_in_file,
        codes_of_ranking,
        expected_cutoffs,
        model_against_coders,
    )
    from freetext.interfaces.wishes import Wishes

    dealer = Dealer(survey, Wishes("agreement"))
    dealer.refresh()
    rankings = {ranking.codeframe: ranking for ranking in dealer.tray.rankings}
    if rankings and dealer.tray.outdated and not coded:
        run.say(
            "- people have decided since the model scored these answers: `freetext review --prepare` scores them anew"
        )
    table = survey_table(run, coded) if coded else None
    source = answer_file(table, columns_for(table, (), "", "", "", run.project)) if table else None
    for each in log.decided:
        ranking = None if source else rankings.get(each.codeframe.digest)
        if source:
            codes = codes_in_file(source, survey.answers, each.codeframe, each.keys)
        elif ranking and ranking.model:
            codes = codes_of_ranking(ranking, each.codeframe, expected_cutoffs(ranking))
        else:
            run.say(
                f"{each.codeframe.name}: the model is not compared; `freetext review --prepare` scores all answers."
            )
            continue
        found = model_against_coders(codes, each.labels, each.codeframe)
        if not found.blind.n:
            run.say(
                f"{each.codeframe.name}: no answer of the blind audit to compare the model on; `freetext review` asks them."
            )
            run.say_all(found.blind.notes)
        yield from (part for part in (found.blind, found.in_sight) if part.n)


def _nothing(log: CodersLog) -> str:
    """Say why there is nothing to compare, and what makes it."""
    counts = log.counts
    if not counts:
        return "nobody has coded an answer yet. `freetext review` asks them one by one."
    coded = ", ".join(f"{coder} {count:,}" for coder, count in sorted(counts.items()))
    alone = "one coder alone has coded" if len(counts) == 1 else "no answer was coded by two coders"
    return f"{alone} ({coded}). `freetext review --second` has a coder code again, blind, what others decided."


def deliver(run: Run, found: Sequence[Agreement], output: str, form: Form, *, differ: bool) -> None:
    """Print the agreements, or write them to a file."""
    from freetext.files.tabular.tables import write_text, write_workbook
    from freetext.show.agreement import agreement_text
    from freetext.show.agreement_pages import agreement_json, agreement_markdown, agreement_sheets

    def text(form: str, wide: int, *, colour: bool = False) -> str:
        if form == "txt":
            return agreement_text(found, width=wide, colour=colour, differ=differ)
        return agreement_json(found) if form == "json" else agreement_markdown(found, differ=differ)

    if not output:
        show(text(form, width(), colour=colourful()).rstrip("\n"))
        return
    if run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
        return
    ending = Path(output).suffix.lower()
    if ending == ".xlsx":
        write_workbook(agreement_sheets(found), output, force=run.force)
    else:
        write_text(text(ending.removeprefix("."), 100), output, force=run.force)
    run.say(f"{output}: {counted(len(found), 'comparison')}")
