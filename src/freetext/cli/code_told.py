"""What `freetext code` says of its models and of how it went, whichever way a file is coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from freetext.cli.run import Run
from freetext.errors import counted, named, names_listed

if TYPE_CHECKING:
    from freetext.files.coding.tallied import Tallied
    from freetext.files.tabular.tables import Written
    from freetext.model.bundle import Model

MOST = 40
"""Themes that are shown."""


def begun(model: Model, answers: str) -> list[str]:
    """Say which model codes how many answers, and how far one can be trusted that no label taught."""
    from freetext.model.unlabelled import mute, trust

    if not model.cold:
        return [f"model {model.name} {model.digest}: {answers}"]
    if not (dumb := mute(model.codeframe, model.cutoffs)):
        return [trust(model.name, answers)]
    named_so = "coded by phrases only, for two respondents wrote none of their words"
    return [trust(model.name, answers), f"{named_so}: {names_listed(dumb)}"]


def told_written(run: Run, written: Written) -> None:
    """Say what was written, and what was done to its cells."""
    changed = [
        f"{counted(count, 'cell')} {what}"
        for count, what in (
            (written.guarded, "guarded against being run as a formula"),
            (written.cut, "cut to what a cell holds"),
            (written.stripped, "rid of control characters"),
        )
        if count
    ]
    where = "standard output" if written.path == "-" else written.path
    run.say(f"{where}: {counted(written.rows, 'row')}" + (f" ({', '.join(changed)})" if changed else ""))


def summarise(run: Run, done: Tallied, *, cold: bool = False) -> None:
    """Say on less than a screen how it went."""
    run.say(
        f"{counted(done.answers, 'answer')}: {done.blank:,} blank, {done.none:,} without a theme, {done.human:,} decided by people, "
        f"{done.review:,} want a person (freetext_review)"
    )
    most = max((count for _, count in done.themes), default=0)
    if cold and not most:
        return
    if cold:
        run.say("codes of each theme, set by construction (coded without labels): how many there are is no result")
    themes = [(named(code), count) for code, count in done.themes]
    wide, room = max((len(code) for code, _ in themes), default=0), max(7, len(f"{most:,}"))
    for code, count in themes[:MOST]:
        run.say(f"  {code:{wide}} {count:>{room},} {'█' * round(24 * count / max(most, 1))}".rstrip())
