"""A discovery for the terminal, as JSON, Markdown, rows and sheets."""

import json
from dataclasses import replace

from freetext.show.discovered import (
    discovered_json,
    discovered_markdown,
    discovered_rows,
    discovered_sheets,
    discovered_text,
)
from freetext.show.screens import display_width
from freetext.survey.proposed import Discovered, Proposed

TEXTS = ("the bus was late", "late | bus\nagain \x1b[31m", "no bus " + "at all " * 60)
KEYS = (("1", "q"), ("2", "q"), ("3", "q"))
GROUP = Proposed(1, "bus, late", ("bus", "late"), (0, 1, 2), (1, 0, 2), 0.0234, 0.011, 0.05, (("travel", 0.25),), 0.1)
FOUND = Discovered((GROUP,), 128, 60, 0.125, said="no theme claims 60 of 128 answers: 1 group holds 3 of them.")


def text(place):
    return TEXTS[place]


def test_the_terminal_shows_words_sizes_verbatims_and_what_it_does():
    """Each group has its figures with an interval, near themes, the effect on the table, and verbatims cut to a line or two."""
    shown = discovered_text(FOUND, text, width=80)
    assert shown.startswith("No theme claims 60 of 128 answers")
    assert "1. bus, late" in shown
    assert "3 answers, 2.3 % of all (1.1-5.0)" in shown
    assert "words: bus, late" in shown
    assert "near: 25 % of its answers nearly have travel" in shown
    assert "go from 12.5 % to 10.0 %" in shown
    assert "\x1b" not in shown
    assert all(display_width(line) <= 80 for line in shown.splitlines())
    assert "..." in shown


def test_nothing_found_is_said_without_groups():
    """Few answers make one sentence and no note on groups."""
    few = Discovered((), 41, 41, 1.0, few=True, said="41 answers: too few to group by their words: read them.")
    assert discovered_text(few, text) == "41 answers: too few to group by their words: read them.\n"
    assert discovered_markdown(few, text) == "41 answers: too few to group by their words: read them.\n\n"
    assert json.loads(discovered_json(few, text, KEYS))["few"] is True


def test_json_names_answers_by_id_and_shows_the_central_ones():
    """Members are ids; only central verbatims have their text."""
    group = json.loads(discovered_json(FOUND, text, KEYS))["groups"][0]
    assert group["answers"] == [{"id": name, "question": "q"} for name in "123"]
    assert [each["id"] for each in group["central"]] == ["2", "1", "3"]
    assert group["size"] == 3


def test_markdown_cannot_be_broken_by_an_answer():
    """A bar or a line end in an answer or a word breaks no table."""
    lines = discovered_markdown(FOUND, text).splitlines()
    assert lines[4] == "| 1 | bus, late | bus, late | 3 | 2.3 % (1.1-5.0) | 0 | travel 25 % | 10.0 % |"
    assert any(line.startswith("- late \\| bus again") for line in lines)


def test_rows_and_sheets_hold_every_member():
    """A table has a row an answer and group; a workbook one sheet of groups and one of answers."""
    rows = discovered_rows(FOUND, text, KEYS)
    assert rows["id"] == ["1", "2", "3"]
    assert rows["central"] == ["1", "1", "1"]
    groups, answers = discovered_sheets(FOUND, text, KEYS)
    assert groups.rows[-1][3].value == 3
    assert len(answers.rows) == 4


WIDER = replace(FOUND, proposed=(replace(GROUP, places=(0,), central=(0,), also=(2, 1)),))


def test_claimed_answers_that_say_it_too_stand_apart():
    """What themes claim is counted by itself, shown behind the members, and is a member in no listing."""
    shown = discovered_text(WIDER, text, width=100)
    assert "1 answer, 2.3 % of all" in shown
    assert "also: 2 answers that themes claim seem to say it too; with them 2.3 % of all" in shown
    assert shown.index('"the bus was late"') < shown.index("also:") < shown.index('"late | bus again')
    group = json.loads(discovered_json(WIDER, text, KEYS))["groups"][0]
    assert [each["id"] for each in group["answers"]] == ["1"]
    assert [each["id"] for each in group["also"]] == ["3", "2"]
    rows = discovered_rows(WIDER, text, KEYS)
    assert (rows["id"], rows["claimed"]) == (["1", "3", "2"], ["", "1", "1"])
    assert discovered_sheets(WIDER, text, KEYS)[0].rows[-1][7].value == 2
    assert "| 1 | 2.3 % (1.1-5.0) | 2 |" in discovered_markdown(WIDER, text)


def test_one_claimed_answer_is_told_in_the_singular():
    """One answer that a theme claims reads as one."""
    one = replace(FOUND, proposed=(replace(GROUP, also=(2,)),))
    assert "also: 1 answer that a theme claims seems to say it too; with it 3.1 % of all" in discovered_text(one, text)
    assert "also:" not in discovered_text(FOUND, text)
