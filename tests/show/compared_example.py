"""An invented comparison of two waves, with a change that counts, a theme that is new, and a bridge."""

from __future__ import annotations

from freetext.tallies.bridge_parts import Bridge, BridgeRow, Parts
from freetext.tallies.changes import Change, ChangeRow, Changes
from freetext.tallies.compared import CodedBy, Compared, QuestionCompared
from freetext.tallies.drift import Drift, Fact, Side, Verdict, Word
from freetext.tallies.mover import Between

OLD, NEW, BY = Between(0.2, 0.15, 0.26), Between(0.32, 0.26, 0.39), Between(0.12, 0.04, 0.2)
TOLD = "Change with its 95 % interval."


def drift(*, differs: bool = True) -> Drift:
    """Facts of every group; with a word that moved, or waves that are alike."""
    p = 0.0005 if differs else 0.6
    facts = (
        Fact("words", "text", "share", "points", None, None, 0.08, p, "Words: ticket 2 % before, 10 % now.", (), p, differs, differs),
        Fact("blank", "text", "share", "points", 0.1, 0.1, 0.0, 0.9, "Blank answers: 10 % before, 10 % now.", (), 0.9),
        Fact("closed: ward", "people", "v", "Cramér's V", None, None, 0.04, 0.5, "ward: as before.", (), 0.7),
    )  # fmt: skip
    code, line = ("audit", "Audit 60 more.") if differs else ("fits", "The model fits this wave.")
    verdict = Verdict(code, line, ("ticket: 8 points more",) if differs else (), ("freetext review",), 60)  # type: ignore[arg-type]
    words = (Word("ticket", "new", 0.02, 0.1), Word("coin", "old", 0.06, 0.01))
    return Drift(Side(200, 200, 180, 180), Side(210, 210, 190, 190), facts, words, verdict, 0.05, 1999, ("By code.",))


def changes(banner: str = "") -> Changes:
    """Money has risen, parking is new."""
    columns = ("Total", "north") if banner else ("Total",)
    risen = Change("compared", OLD, NEW, BY, 0.002, counts=True)
    small = Change("small base", OLD, NEW, BY)
    new = Change("new", None, Between(0.05, 0.03, 0.09), said="not in OLD")
    rows = (
        ChangeRow("money", "Money", 0, net=False, reserved="", cells=(risen, small)[: len(columns)]),
        ChangeRow("parking", "Parking", 0, net=False, reserved="", cells=(new, new)[: len(columns)]),
    )
    return Changes("why", "Why?", banner, columns, rows, TOLD)


def bridge() -> Bridge:
    """Half of the rise is the coding."""
    world, coding = Between(0.07, -0.01, 0.15), Between(0.05, 0.02, 0.08)
    split = Parts("bridge", OLD, Between(0.25, 0.2, 0.31), NEW, BY, world, coding, read=90, world_p=0.08, coding_p=0.001, coding_counts=True)  # fmt: skip
    new = Parts("new", new=Between(0.05, 0.03, 0.09), read=90, said="not in OLD")
    rows = (
        BridgeRow("money", "Money", 0, net=False, reserved="", cells=(split,)),
        BridgeRow("parking", "Parking", 0, net=False, reserved="", cells=(new,)),
    )
    return Bridge("why", "Why?", "", ("Total",), rows, 90, "Total = world + coding.")


def example() -> Compared:
    """Everything at once."""
    asked = QuestionCompared("why", "Why?", drift(), (changes(),), (bridge(),), ("coin: only in OLD.",))
    coded = (CodedBy("one", "visits@1a2b3c4d", 150), CodedBy("one", "people", 30))
    return Compared("one", "two", (asked,), coded, ("no --respondent",))
