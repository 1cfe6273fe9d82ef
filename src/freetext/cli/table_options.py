"""The options of all commands that make tables."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal

import typer

from freetext.cli.run import Run
from freetext.tallies.conventions import Conventions, Correction, Order, Profile

TABLES = "How tables are made"
Population = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        rich_help_panel=TABLES,
        help="How many there are of whom the respondents are a sample: intervals become narrower. Default: the project's.",
    ),
]

Disclosure = Annotated[
    Literal["nhs", "ons10"] | None,
    typer.Option(
        rich_help_panel=TABLES,
        help="Protect small counts. nhs: 1 to 7 hidden, the rest rounded to 5; ons10: under 10 hidden. Default: the project's.",
    ),
]
Letters = Annotated[
    bool,
    typer.Option("--letters/--no-letters", rich_help_panel=TABLES, help="Test the columns of a banner on each other."),
]
Lower = Annotated[
    bool, typer.Option("--lower", rich_help_panel=TABLES, help="Mark differences at 90 % with small letters, too.")
]
AgainstTotal = Annotated[
    bool, typer.Option("--against-total", rich_help_panel=TABLES, help="Test columns on the total, too.")
]
Correct = Annotated[
    Correction,
    typer.Option(
        rich_help_panel=TABLES,
        help="For the number of tests: Benjamini-Hochberg in a table, Bonferroni in a row, or nothing.",
    ),
]
NoNets = Annotated[bool, typer.Option("--no-nets", rich_help_panel=TABLES, help="Leave nets out of the tests.")]
Rows = Annotated[Order, typer.Option(rich_help_panel=TABLES, help="What rows go by.")]
Top = Annotated[
    int | None, typer.Option(metavar="N", min=1, rich_help_panel=TABLES, help="Show the N largest rows. Default: all.")
]
HideBelow = Annotated[
    float,
    typer.Option(
        metavar="PERCENT",
        min=0,
        max=100,
        rich_help_panel=TABLES,
        show_default=False,
        help="Leave out rows that are smaller in the total.",
    ),
]
Publication = Annotated[
    bool, typer.Option("--publication", rich_help_panel=TABLES, help="Print ** for percentages of bases under 30.")
]


TABLE: dict[str, tuple[Any, Any]] = {
    "population": (Population, None),
    "letters": (Letters, True),
    "lower": (Lower, False),
    "against_total": (AgainstTotal, False),
    "correction": (Correct, "bh"),
    "no_nets": (NoNets, False),
    "order": (Rows, "codeframe"),
    "top": (Top, None),
    "hide_below": (HideBelow, 0.0),
    "publication": (Publication, False),
    "disclosure": (Disclosure, None),
}
"""The options that every command that makes tables takes, in the order in which they are shown, and their defaults."""


def tabled(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of tables in place of its parameter `conventions`, which they reach it as."""

    def face(run: Run, *places: Any, **given: Any) -> None:
        asked = {name: given.pop(name, usual) for name, (_, usual) in TABLE.items()}
        command(run, *places, **given, conventions=conventions(**asked))

    own = inspect.signature(command, eval_str=True).parameters
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in TABLE.items()
    ]
    shown = [each for name, one in own.items() for each in (added if name == "conventions" else [one])]
    face.__name__, face.__doc__ = command.__name__, command.__doc__
    face.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return face


def conventions(
    population: int | None,
    letters: bool,
    lower: bool,
    against_total: bool,
    correction: Correction,
    no_nets: bool,
    order: Order,
    top: int | None,
    hide_below: float,
    publication: bool,
    disclosure: Profile | None,
) -> Conventions:
    """Put the options together."""
    return Conventions(
        population=population,
        letters=letters,
        lower=lower,
        total=against_total,
        correction=correction,
        nets=not no_nets,
        publication=publication,
        order=order,
        top=top or 0,
        hide_below=hide_below / 100,
        disclosure=disclosure or "",
    )
