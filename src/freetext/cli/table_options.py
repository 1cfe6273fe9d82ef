"""The options of all commands that make tables."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

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
    """Put the options together, in the order in which they are shown."""
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
