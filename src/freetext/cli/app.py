"""The commands, put together; what a command needs is imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from freetext.cli.agreement import agreement
from freetext.cli.audit import app as audit_app
from freetext.cli.backcode import app as backcode_app
from freetext.cli.check import check
from freetext.cli.code import code
from freetext.cli.codeframe import app as codeframe_app
from freetext.cli.compare import compare
from freetext.cli.demo import demo
from freetext.cli.discover import discover
from freetext.cli.evaluate import evaluate
from freetext.cli.explain import explain
from freetext.cli.export import export
from freetext.cli.forget import forget
from freetext.cli.init import init
from freetext.cli.labels import app as labels_app
from freetext.cli.models import app as models_app
from freetext.cli.options import everywhere, help_if_alone
from freetext.cli.redact import redact
from freetext.cli.report import report, verify
from freetext.cli.review import adjudicate, review
from freetext.cli.search import search
from freetext.cli.status import status
from freetext.cli.tally import tally
from freetext.cli.train import train
from freetext.cli.waves import app as waves_app

app = typer.Typer(
    name="freetext",
    help="Tag survey verbatims with the themes of a codeframe, and tally them. `freetext demo` shows it all.",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"freetext {version('freetext')}")
        raise typer.Exit


def misused(error: Exception) -> str | None:
    """Say in one line how a command was misused, and which help mends it; None for any other error."""
    usage_error = typer.BadParameter.__base__  # typer does not show it under a name of its own
    if usage_error is None or not isinstance(error, usage_error):
        return None
    context, said = getattr(error, "ctx", None), getattr(error, "format_message", error.__str__)()
    path = context.command_path if context else "freetext"
    line = " ".join(said.split()).replace(": Value error, ", ": ")  # pydantic's words, which help nobody
    return f"{path}: {line}{'' if line.endswith(('.', '?')) else '.'} See `{path} --help`."


@app.callback()
def _root(
    context: typer.Context,
    *,
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    help_if_alone(context)


COMMANDS = (
    *(init, check, status, review, adjudicate, agreement, train, code, tally, report, verify),
    export,
    discover,
    compare,
    *(search, explain, evaluate, redact, forget, demo),
)

for command in COMMANDS:
    app.command()(everywhere(command))
app.add_typer(labels_app, name="labels")
app.add_typer(audit_app, name="audit")
app.add_typer(backcode_app, name="backcode")
app.add_typer(models_app, name="models")
app.add_typer(codeframe_app, name="codeframe")
app.add_typer(waves_app, name="waves")
