"""What several coders said of the same answers."""

import numpy as np
import pytest

from freetext.errors import UnknownTheme
from freetext.survey.codeframe import codeframe_of
from freetext.survey.coders import Panel, own_decisions, panel_of
from freetext.survey.labels import Label

FRAME = codeframe_of(["a", "b"])


def label(id, coder, *themes, source="import", event="label"):
    """A decision."""
    return Label(id, "q", themes, coder, source=source, event=event)


def test_a_coders_own_decision_is_the_latest_that_stands():
    """Neither adjudicated decisions nor rules nor what was taken back is a coder's own; of the rest the latest counts."""
    log = [
        label("1", "ada", "a"),
        label("1", "ada", "b"),
        label("1", "ben", "a"),
        label("1", "ben", "b"),
        label("1", "ben", event="undo"),
        label("1", "ada", "a", source="adjudicated"),
        label("1", "cy", "a", source="rule"),
        label("2", "ada", event="skip"),
    ]
    assert [(each.coder, each.themes) for each in own_decisions(log)] == [("ada", ("b",)), ("ben", ("a",))]


def test_decisions_are_laid_out_by_coder_and_answer():
    """Coders stand in the order of their names, answers as asked for; who did not decide gave nothing."""
    panel = panel_of(
        [label("1", "ben", "a"), label("2", "ada", "a", "b"), label("9", "cy")], FRAME, keys=[("2", "q"), ("1", "q")]
    )
    assert (panel.coders, panel.keys) == (("ada", "ben"), (("2", "q"), ("1", "q")))
    assert panel.said.tolist() == [[True, False], [False, True]]
    assert panel.given.tolist() == [[[True, True], [False, False]], [[False, False], [True, False]]]
    assert len(panel.shared) == 0
    assert panel.of(["ben"]).said.tolist() == [[False, True]]


def test_a_later_decision_replaces_the_earlier():
    """Of two decisions of one coder on one answer the later in the order given counts, whole."""
    panel = panel_of([label("1", "ada", "a"), label("1", "ada", "b")], FRAME)
    assert panel.given.tolist() == [[[False, True]]]


def test_unknown_themes_are_refused():
    """A label whose theme the codeframe does not have is refused."""
    with pytest.raises(UnknownTheme, match="no theme 'c'"):
        panel_of([label("1", "ada", "c")], FRAME)


def test_a_panel_that_contradicts_itself_is_refused():
    """Arrays of other shapes, a coder twice, and themes of one who did not decide make no panel."""
    given, said = np.ones((2, 1, 2), dtype=bool), np.ones((2, 1), dtype=bool)
    with pytest.raises(ValueError, match="do not fit"):
        Panel(FRAME, ("ada", "ben"), (), given, said)
    with pytest.raises(ValueError, match="stands twice: ada, ada"):
        Panel(FRAME, ("ada", "ada"), (("1", ""),), given, said)
    with pytest.raises(ValueError, match="did not decide"):
        Panel(FRAME, ("ada", "ben"), (("1", ""),), given, ~said)
