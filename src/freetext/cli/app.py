"""The commands, put together; what a command needs is imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from freetext import __version__
from freetext.cli.code import code
from freetext.cli.codeframe import app as codeframe_app
from freetext.cli.demo import demo
from freetext.cli.evaluate import evaluate
from freetext.cli.init import init
from freetext.cli.models import app as models_app
from freetext.cli.tally import tally
from freetext.cli.train import train

app = typer.Typer(
    name="freetext",
    help="Tag survey verbatims with the themes of a codeframe, and tally them. `freetext demo` shows it all.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"freetext {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None: ...


for command in (init, train, code, tally, evaluate, demo):
    app.command()(command)
app.add_typer(models_app, name="models")
app.add_typer(codeframe_app, name="codeframe")
