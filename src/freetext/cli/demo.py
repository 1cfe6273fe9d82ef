"""`freetext demo`: the whole journey on an invented survey."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from freetext.cli.code import code
from freetext.cli.report import report
from freetext.cli.run import Run, show
from freetext.cli.tally import deliver
from freetext.cli.train import train

WAVES = (
    (
        "survey",
        "The first wave. Its respondents are invented; their closed answers tally to the published figures of a real survey.",
        (),
        ("barrier",),
    ),
    ("wave2", "The later wave, coded by the model alone.", ("freetext_themes:barrier_why",), ()),
)
"""The waves, what is said of them, and the columns of themes and closed questions that are printed; the workbooks hold all."""


def demo(
    run: Run,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the demo survey goes.")] = Path("freetext-demo"),
) -> None:
    """Show the whole tool on an invented survey: train on two coders' labels, code a later wave, tally by type, report.

    The folder is a survey like any other afterwards: go on in it with the other commands.
    """
    from freetext.files.coding.tallying import Wanted, tables_of
    from freetext.files.project.demo import check_demo, output_of, write_demo
    from freetext.files.project.settings import read_settings
    from freetext.files.tabular.tables import read_table

    check_demo(folder, force=run.force)
    if run.dry_run:
        run.say(f"dry run: nothing is written to {folder}")
        return
    run.say(f"1. A survey of 41 invented respondents, and what two coders said of their answers: {folder}")
    write_demo(folder, force=run.force)

    run.say("\n2. Learn from the labels (freetext train)")
    train(Run(folder, quiet=True))
    run.say(f"models: {folder / 'models'}; `freetext models show --project {folder}` shows the card")

    run.say("\n3. Code both waves (freetext code survey.csv; freetext code wave2.csv)")
    for name in ("wave2", "survey"):  # the survey last: without a name, a command takes the latest
        coded = str(output_of(folder, name, "coded"))
        coding = Run(folder, force=True, quiet=run.quiet or name == "survey")
        code(coding, str(folder / f"{name}.csv"), output=coded, evidence=True)

    run.say("\n4. Tally (freetext tally --by type)")
    project = read_settings(folder)
    for name, said, themes, closed in WAVES:
        table = read_table(output_of(folder, name, "coded"))
        deliver(
            Run(folder, force=True, quiet=True),
            tables_of(table, Wanted(), project),
            str(output_of(folder, name, "tables")),
        )
        if not run.quiet:
            show(f"\n{said}\n")
            deliver(run, tables_of(table, Wanted(themes=themes, closed=closed), project), "")
    run.say("\n5. Report (freetext report)")
    report(Run(folder, force=True, quiet=run.quiet), str(output_of(folder, "survey", "coded")))
    run.say("")
    for what in ("coded", "tables"):
        for name, *_ in WAVES:
            show(str(output_of(folder, name, what)))
