"""Audits from Python: frames in, frames out."""

import pandas as pd
import pytest

from freetext.errors import UsageError
from freetext.interfaces.auditing import draw_audit
from freetext.interfaces.searching import search
from freetext.interfaces.tallying import evaluate, tally

PEOPLE = 90
FRAME = pd.DataFrame(
    {
        "id": range(PEOPLE),
        "type": ["north", "south", "west"] * (PEOPLE // 3),
        "answer": [f"text {number}" for number in range(PEOPLE)],
        "codes": [["money"] if number % 2 else [] for number in range(PEOPLE)],
    }
)


def test_a_frame_is_drawn_coded_and_tallied():
    """A frame's audit is a frame; with themes written into it, it corrects the tally of the first."""
    sheet = draw_audit(FRAME, text="answer", by="type", n=60)
    assert list(sheet.columns) == ["id", "question", "stratum", "draw", "type", "text", "themes"]
    assert len(sheet) == 90
    done = sheet.assign(themes=["money" if int(name) % 3 else "none" for name in sheet["id"]])
    (table,) = tally(FRAME, themes="codes", text="answer", audit=done)
    cell = table.row("money").cells[0]
    assert (cell.kind, cell.share) == ("wilson", 2 / 3)
    (part,) = tally(FRAME, themes="codes", text="answer", audit=done.head(40), where="type = north", letters=False)
    assert part.columns[0].n == PEOPLE // 3


def test_a_larger_draw_keeps_labels():
    """`keep` takes the labels of a smaller draw along."""
    small = draw_audit(FRAME, text="answer", n=30, seed="s").assign(themes="money")
    large = draw_audit(FRAME, text="answer", n=50, seed="s", keep=small)
    assert (large["themes"] == "money").sum() == 30


@pytest.mark.parametrize("given", [{"n": 0}, {"half_width": 0.5}, {"half_width": -0.1}])
def test_sizes_that_are_none_are_refused(given):
    """An audit of no answers, or of an impossible half-width, is a ValueError."""
    with pytest.raises(ValueError, match="an audit has one answer at least"):
        draw_audit(FRAME, text="answer", **given)


@pytest.mark.parametrize(
    "given", [{"correction": "holm"}, {"order": "up"}, {"disclosure": "gdpr"}, {"top": -1}, {"hide_below": 50}]
)
def test_conventions_that_nobody_knows_are_refused(given):
    """A word that is no convention, and a percentage where a share is meant, are a ValueError that says what there is."""
    with pytest.raises(ValueError, match=r"there is|is a share in 0\.\.1"):
        tally(FRAME, themes="codes", text="answer", **given)


def test_where_is_an_argument_of_all_that_count():
    """`tally`, `evaluate` and `search` take conditions, one or several."""
    found = evaluate(FRAME, themes="codes", labels="codes", where=["type = north", "id < 30"])
    assert found.answers == 10
    assert [each.id for each in search(FRAME, "text", text="answer", id="id", where="id <= 1")] == ["0", "1"]
    with pytest.raises(UsageError, match="that is no condition"):
        tally(FRAME, themes="codes", where="north")
