import json

import pytest

from freetext.show.label_stats import label_stats, label_stats_json, label_stats_text
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.labels import Label, settle

FRAME = Codeframe("visit", (Theme("a", 1, "Money"), Theme("b", 2, "Staff"), Theme("c", 3, "Never said")))


def label(id, *themes, coder="ada", at="2021-03-01T09:00:00Z", **more):
    return Label(id, "q", themes, coder, at, **({"source": "queue"} | more))


LABELS = [
    label("1", "a", seconds=10.0, suggested=True, flags=("safeguarding",)),
    label("2", "a", seconds=20.0),
    label("2", "b", seconds=60.0, source="audit", at="2021-03-02T09:00:00Z"),
    label("3", "b", seconds=5.0),
    label("3", event="undo"),
    label("4", event="skip", flags=("personal-data",)),
    label("1", "b", coder="ben", at="?", flags=("safeguarding",)),
    label("5", "old", coder="ben", at=""),
]


def stats(frames=None):
    return label_stats(LABELS, settle(LABELS), {"q": FRAME} if frames is None else frames)


def test_a_coders_work_is_counted():
    """Decisions that stand, one an answer; undone and skipped; pace from those that were timed; sources, flags and days."""
    ada, ben = stats().coders
    assert (ada.coder, ada.decisions, ada.undone, ada.skipped, ada.suggested) == ("ada", 2, 1, 1, 1)
    assert ada.median_seconds == pytest.approx(35.0)
    assert ada.per_hour == pytest.approx(3600 * 2 / 70)
    assert ada.sources == {"audit": 1, "queue": 1}
    assert ada.flags == {"personal-data": 1, "safeguarding": 1}
    assert (ada.first_day, ada.last_day) == ("2021-03-01", "2021-03-02")
    assert (ben.median_seconds, ben.per_hour, ben.first_day, ben.last_day) == (None, None, "", "")


def test_themes_are_counted_by_what_is_settled():
    """Answers agreed on and their share, the commonest first; disputes; themes that the codeframe lacks are not hidden."""
    (frame,) = stats().codeframes
    assert (frame.codeframe, frame.answers, frame.disputed) == ("visit", 3, 1)
    assert [(theme.theme, theme.labels, theme.disputed) for theme in frame.themes] == [
        *(("b", 1, 1), ("old", 1, 0), ("a", 0, 1), ("c", 0, 0))
    ]
    assert frame.themes[0].share == pytest.approx(1 / 3)
    (bare,) = stats(frames={}).codeframes
    assert bare.codeframe == ""
    assert {theme.theme for theme in bare.themes} == {"a", "b", "old"}


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_table_fits(width):
    """No line is longer than the terminal is wide, and every figure is there."""
    text = label_stats_text(stats(), width=width)
    assert max(map(len, text.splitlines())) <= width
    for figure in ("35.0", "103", "2021-03-02", "33 %", "ada", "Money", "Never given: Never said."):
        assert figure in text
    assert "Themes of visit: 3 answers decided, 1 in dispute" in " ".join(text.split())


def test_names_are_made_harmless():
    """A coder's or a theme's name cannot steer the terminal."""
    odd = [Label("1", "q", ("\x1b[31mred",), "a\u202eb")]
    assert not set("\x1b\u202e") & set(label_stats_text(label_stats(odd, settle(odd), {}), width=80))


def test_the_json_holds_the_same():
    """JSON has the fields of the counts, null where nothing can be counted."""
    found = json.loads(label_stats_json(stats()))
    assert found["format"] == 1
    assert found["coders"][0]["sources"] == {"audit": 1, "queue": 1}
    assert found["coders"][1]["median_seconds"] is None
    assert found["codeframes"][0]["themes"][0] == {
        "theme": "b",
        "name": "Staff",
        "labels": 1,
        "share": 1 / 3,
        "disputed": 1,
    }


def test_no_labels_are_counted_too():
    """Empty logs are no fault."""
    assert label_stats([], {}, {}).coders == ()
    assert "Coders" in label_stats_text(label_stats([], {}, {}))
