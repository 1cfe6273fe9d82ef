"""The waves of a survey as a table and as JSON."""

import json

from freetext.show.waves import waves_json, waves_text
from freetext.survey.waves import Wave

WAVES = [
    Wave(
        "a.csv",
        rows=40,
        answers=400,
        blank=7,
        labelled=1200,
        audited=60,
        coded="a-coded.xlsx",
        models=("abcdef0123456789",),
    ),
    Wave("b.csv", fault="b.csv: no such file."),
    Wave("c.csv", present=True, rows=5, answers=5),
]


def test_a_line_a_wave_and_the_present_one_marked():
    """Counts, coded file and models stand behind the file; what cannot be read has dashes and is said below."""
    head, first, second, third, fault = [line.split() for line in waves_text(WAVES).splitlines()]
    assert head == ["answers", "blank", "labelled", "audited", "coded", "by", "model"]
    assert first == ["a.csv", "400", "7", "1,200", "60", "a-coded.xlsx", "abcdef01"]
    assert second == ["b.csv", *"------"]
    assert third == ["c.csv", "*", "5", "0", "0", "0", "-", "-"]
    assert " ".join(fault) == "b.csv cannot be read: b.csv: no such file."


def test_a_hostile_name_steers_no_terminal():
    """A file's name may hold anything; what would move a cursor is shown harmless."""
    assert "\x1b" not in waves_text([Wave("\x1b[2Ja.csv", coded="\x1b[2J-coded.csv")])


def test_json_has_every_field_and_the_name():
    """Programs read the same, with a format number."""
    read = json.loads(waves_json(WAVES))
    assert read["format"] == 1
    assert [each["name"] for each in read["waves"]] == ["a", "b", "c"]
    assert read["waves"][0]["models"] == ["abcdef0123456789"]
