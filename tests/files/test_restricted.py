"""The list of escalated answers: from the coders' logs, for its owner alone."""

import stat

from freetext.files.restricting.escalated import BY_CODER, Escalated, escalated_of, write_escalated
from freetext.survey.labels import Label, raised


def label(id, coder="ada", event="label", flags=("safeguarding",), time="2026-01-01T00:00:00Z"):
    """An event of a log."""
    return Label(id, "why", (), coder, time, "audit", event=event, flags=flags)


def test_the_list_holds_who_raised_what_and_when():
    """Each coder's standing flag is a row with the category that the answer looks like, or that the coder raised it."""
    found = escalated_of(
        [label("1"), label("2", "ben"), label("3", flags=())], lambda key: "violence" if key[0] == "1" else ""
    )
    assert found == [
        Escalated("1", "why", "violence", "ada", "2026-01-01T00:00:00Z"),
        Escalated("2", "why", BY_CODER, "ben", "2026-01-01T00:00:00Z"),
    ]


def test_what_is_taken_back_is_gone():
    """An undo, or a later decision without the flag, takes an answer off the list; passing over it does not."""
    assert raised([label("1"), label("1", event="undo", flags=())], "safeguarding") == []
    assert raised([label("1"), label("1", flags=())], "safeguarding") == []
    assert raised([label("1"), label("1", event="skip", flags=())], "safeguarding") == [label("1")]
    assert raised([label("1", event="skip")], "safeguarding") == [label("1", event="skip")]


def test_the_list_is_for_its_owner_alone(tmp_path):
    """The file has mode 0600, its folder 0700; it holds no text, begins no formula, and the same list is not written again."""
    place = tmp_path / "output" / "restricted" / "survey-escalated.csv"
    assert not write_escalated([], place)
    assert not place.exists()
    assert write_escalated([Escalated("=1", "why", "violence", "ada", "now")], place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert place.read_text(encoding="utf-8-sig").splitlines() == [
        "id,question,category,coder,time",
        "'=1,why,violence,ada,now",
    ]
    assert not write_escalated([Escalated("=1", "why", "violence", "ada", "now")], place)
    assert write_escalated([], place)
