"""`freetext discover` and `freetext codeframe draft` through the command line, without a terminal."""

import json

import openpyxl
import pytest
from tests.interfaces.visits import write_visits

from freetext.files.labelling.labels import read_labels
from freetext.files.project.codeframes import read_codeframe

PARTS = {
    "bus": ("the bus was late {}", "late bus at {}", "buses come late, {}", "waiting for the bus {}"),
    "food": ("the food was cold {}", "cold food {}", "small cold portions of food {}", "food came cold at {}"),
    "cost": ("too dear {}", "the price is too high {}", "the price went up {}", "high price at {}"),
}
ENDS = ("again", "on monday", "in the morning", "as always", "today", "at noon", "yesterday", "at the weekend")
FRAME = """\
name = "visit"

[[theme]]
slug = "cost"
number = 1
name = "Cost"
definition = "What it costs: the price is too high."
"""


def texts():
    """Invented answers of three kinds, the kinds by turns."""
    return [PARTS[kind][place % 4].format(end) for place, end in enumerate(ENDS * 4) for kind in PARTS]


@pytest.fixture(name="folder")
def _folder(tmp_path):
    """A survey of 96 answers; those about costs are coded."""
    rows = ["id,why"] + [f'{place},"{text}"' for place, text in enumerate(texts(), start=1)]
    write_visits(tmp_path, rows, FRAME)
    coded = ["id,why,freetext_themes,freetext_source"]
    coded += [
        f'{place},"{text}",{",".join(("cost", "cost=model") if place % 3 == 0 else ("", ""))}'
        for place, text in enumerate(texts(), start=1)
    ]
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "survey-coded.csv").write_text("\n".join(coded) + "\n")
    return tmp_path


def test_groups_are_found_among_what_no_theme_claims(freetext, folder):
    """The coded file says what is claimed; the groups are shown and kept by ids, for their owner alone."""
    done = freetext("discover", cwd=folder)
    assert done.code == 0
    assert "No theme claims 64 of 96 answers" in done.out
    assert "claimed by the codes of output/survey-coded.csv" in done.err
    assert "bus" in done.out
    assert "food" in done.out
    assert "price" not in done.out
    kept = folder / "output" / "discover" / "survey.json"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "the bus was late" not in kept.read_text()
    assert "`freetext discover --review` looks them through" in done.err
    assert freetext("discover", cwd=folder).out == done.out


def test_a_group_becomes_a_theme_line_by_line(freetext, folder):
    """The whole way without a terminal: looked through, named, defined, written; then it is a theme like any other."""
    lines = b"y\ny\n\nLate buses\nBuses that come late.\nw\n\nq\n"
    done = freetext("discover", "--review", "--plain", "--coder", "ann", cwd=folder, stdin=lines)
    assert done.code == 0
    assert "New theme Late buses (late-buses), with 2 answers." in done.out
    assert "codeframe.toml: 1 group written" in done.err
    frame = read_codeframe(folder / "codeframe.toml")
    assert frame.slugs == ("cost", "late-buses")
    assert frame.added("late-buses")
    assert len(read_labels(folder / "data" / "annotated").labels) == 2
    assert freetext("codeframe", "check", cwd=folder).code == 0
    again = freetext("discover", cwd=folder)
    assert "claimed by people: 2 answers" in again.err
    assert "No theme claims 62 of 96 answers" in again.out


def test_what_is_decided_and_not_written_stays(freetext, folder):
    """The end of the input leaves; new groups do not take the place of those that somebody has decided on, but for --force."""
    freetext("discover", "--review", "--plain", "--coder", "ann", cwd=folder, stdin=b"y\n/cost\n")
    kept = folder / "output" / "discover" / "survey.json"
    before = kept.read_bytes()
    done = freetext("discover", "--seed", "3", "--groups", "1", cwd=folder)
    assert "kept as it is" in done.err
    assert kept.read_bytes() == before
    seen = freetext("discover", "--review", "--plain", "--coder", "ann", cwd=folder, stdin=b"w\nq\n")
    assert "Theme cost: words and examples of group 1" in seen.out
    assert "1 group decided and not written yet: `freetext discover --review` goes on" in seen.err
    assert freetext("discover", "--groups", "1", "--force", cwd=folder).code == 0
    assert kept.read_bytes() != before


@pytest.mark.parametrize("draft", [False, True])
def test_taking_over_from_a_session_loses_no_decision(freetext, folder, draft):
    """--force on a session is for a lock that hangs: what was decided and not written is gone on with; groups without any are found anew."""
    if draft:
        (folder / "codeframe.toml").unlink()
    command = ("codeframe", "draft") if draft else ("discover", "--review")
    asked = (*command, "--plain", "--coder", "ann", "--force")
    freetext(*asked, cwd=folder, stdin=b"y\nt Late buses\n")
    kept = folder / "output" / "discover" / ("survey.draft.json" if draft else "survey.json")
    before = kept.read_bytes()
    again = freetext(*asked, "--seed", "3", "--groups", "1", cwd=folder, stdin=b"u\nu\nq\n")
    assert "Group 1: Late buses" in again.out
    assert kept.read_bytes() == before
    kept.write_text("torn")
    assert freetext(*asked[:-1], cwd=folder, stdin=b"").line.endswith("--force makes it anew.")
    assert freetext(*asked, cwd=folder, stdin=b"q\n").code == 0


def test_a_session_on_other_groups_finds_them_unless_decisions_wait(freetext, folder):
    """--all and the like are never passed over in silence: groups are found so, or it is said why not."""
    freetext("discover", cwd=folder)
    asked = ("discover", "--review", "--plain", "--coder", "ann", "--all")
    done = freetext(*asked, cwd=folder, stdin=b"g\nprice\ny\n")
    assert "Words: price" in done.out
    again = freetext(*asked, "--groups", "2", cwd=folder, stdin=b"q\n")
    assert "gone on with as it is, for somebody has decided on its groups" in again.err
    assert "1 belong" in again.out


def test_forms_hold_the_same_groups(freetext, folder):
    """JSON, Markdown, a table of answers and a workbook, in a file or on the screen."""
    shown = json.loads(freetext("discover", "--json", cwd=folder).out)
    assert shown["looked_at"] == 64
    for name in ("g.json", "g.md", "g.csv", "g.xlsx"):
        assert freetext("discover", "-o", name, cwd=folder).code == 0
    assert json.loads((folder / "g.json").read_text()) == shown
    members = sum(group["size"] for group in shown["groups"])
    assert len((folder / "g.csv").read_text().splitlines()) == members + 1
    assert len((folder / "g.md").read_text().split("## ")) == len(shown["groups"]) + 1
    assert openpyxl.load_workbook(folder / "g.xlsx").sheetnames == ["Groups", "Answers"]
    assert "--force" in freetext("discover", "-o", "g.md", cwd=folder).line
    assert freetext("discover", "-o", "g.pdf", cwd=folder).code == 2


def test_a_bare_file_needs_no_project(freetext, folder, tmp_path_factory):
    """--text names the answers; without codes all of them are grouped, and nothing is kept."""
    bare = tmp_path_factory.mktemp("bare")
    (bare / "a.csv").write_bytes((folder / "survey.csv").read_bytes())
    done = freetext("discover", "a.csv", "--text", "why", "--id", "id", cwd=bare)
    assert done.code == 0
    assert done.out.startswith("96 answers:")
    assert "nothing is coded yet" in done.err
    assert [path.name for path in bare.iterdir()] == ["a.csv"]
    assert "freetext init" in freetext("discover", "a.csv", "--text", "why", "--review", cwd=bare).line


def test_few_answers_are_to_be_read(freetext, folder):
    """At 41 answers nothing is guessed, and no codeframe is drafted."""
    lines = (folder / "survey.csv").read_text().splitlines()[:42]
    (folder / "few.csv").write_text("\n".join(lines) + "\n")
    done = freetext("discover", "few.csv", cwd=folder)
    assert "41 answers: too few to group by their words: read them." in done.out
    (folder / "codeframe.toml").unlink()
    refused = freetext("codeframe", "draft", "few.csv", "--accept-all", cwd=folder)
    assert refused.code == 1
    assert "read them" in refused.line
    assert not (folder / "codeframe.toml").exists()


def test_personal_data_is_covered_in_what_is_shown(freetext, folder):
    """Verbatims are masked as elsewhere, on the screen and in files."""
    survey = folder / "survey.csv"
    survey.write_text(survey.read_text().replace("late bus at on monday", "late bus, call 07700 900123"))
    assert "07700" in survey.read_text()
    shown = freetext("discover", "--all", "--json", cwd=folder).out
    freetext("discover", "--all", "-o", "g.csv", cwd=folder)
    assert "07700" not in shown + (folder / "g.csv").read_text()


def test_a_first_codeframe_is_drafted_or_taken_whole(freetext, folder):
    """--accept-all writes every group as a proposal; themes of one's own are not replaced but with --force; a session names them."""
    refused = freetext("codeframe", "draft", "--accept-all", cwd=folder)
    assert refused.code == 2
    assert "codeframe.toml has 1 theme already" in refused.line
    (folder / "codeframe.toml").unlink()
    assert freetext("codeframe", "draft", "--accept-all", "--dry-run", cwd=folder).code == 0
    assert not (folder / "codeframe.toml").exists()
    done = freetext("codeframe", "draft", "--accept-all", cwd=folder)
    assert done.code == 0
    text = (folder / "codeframe.toml").read_text()
    assert text.startswith("# Proposed by `freetext codeframe draft`")
    frame = read_codeframe(folder / "codeframe.toml")
    proposed = [theme for theme in frame.themes if not theme.reserved]
    assert text.count("# A proposal: ") == len(proposed) >= 3
    assert all(theme.examples and theme.keywords for theme in proposed)
    assert freetext("codeframe", "check", cwd=folder).code == 0
    unasked = freetext("codeframe", "draft", "--plain", "--coder", "ann", cwd=folder, stdin=b"q\n")
    assert "themes already" in unasked.line
    (folder / "codeframe.toml").unlink()
    lines = b"y\n\nMy theme\n\nw\n\nq\n"
    walked = freetext("codeframe", "draft", "--plain", "--coder", "ann", cwd=folder, stdin=lines)
    assert "New theme My theme (my-theme), with 1 answer. No definition yet" in walked.out
    assert read_codeframe(folder / "codeframe.toml").slugs == ("my-theme", "other", "dont-know", "none")
    again = freetext("codeframe", "draft", "--plain", "--coder", "ann", cwd=folder, stdin=b"q\n")
    assert again.code == 0
    assert "Group 2" in again.out


def test_a_codeframe_that_is_not_there_names_what_makes_one(freetext, folder):
    """Who looks for new themes before there are any is told how to begin."""
    (folder / "codeframe.toml").unlink()
    assert "no such codeframe. `freetext codeframe draft`" in freetext("discover", cwd=folder).line


def test_what_does_not_go_together_is_refused(freetext, folder):
    """A session shows no JSON; a question that is not there is named with those that are."""
    assert "--json and -o" in freetext("discover", "--review", "--json", cwd=folder).line
    refused = freetext("discover", "--question", "wy", cwd=folder)
    assert refused.code == 2
    assert "why" in refused.line
    (folder / "freetext.toml").unlink()
    unnamed = freetext("discover", "survey.csv", "--text", "why", "--question", "why", cwd=folder)
    assert unnamed.code == 2
    assert "these answers are to no question that has a name" in unnamed.line


def test_a_dry_run_writes_nothing(freetext, folder, listing):
    """--dry-run keeps no groups, opens no session and writes no file."""
    before = listing(folder)
    assert freetext("discover", "--dry-run", "-o", "g.csv", cwd=folder).code == 0
    assert freetext("discover", "--dry-run", "--review", cwd=folder).code == 0
    assert listing(folder) == before


GERMAN = {
    "bus": (
        "der Bus kam {} nicht und ich war sehr lange an der Haltestelle",
        "mit dem Bus ist es {} immer zu sp\u00e4t",
    ),
    "essen": ("das Essen war {} sehr kalt und nicht gut", "ich fand auch das kalte Essen {} nicht sehr gut"),
    "preis": ("der Preis ist {} f\u00fcr mich sehr hoch", "es war {} teuer, ein hoher Preis f\u00fcr das Ticket"),
}
DAYS = ("am Montag", "am Morgen", "wie immer", "heute", "mittags", "gestern", "am Abend", "im Mai", "sonntags", "oft")


def german(folder):
    """A survey of 60 answers in German, without a codeframe."""
    found = [forms[place % 2].format(day) for place, day in enumerate(DAYS * 2) for forms in GERMAN.values()]
    rows = [f'{place},"{text}"' for place, text in enumerate(found, start=1)]
    (folder / "survey.csv").write_text("\n".join(["id,why", *rows, ""]))
    (folder / "codeframe.toml").unlink()


@pytest.mark.parametrize("session", [False, True])
def test_a_first_codeframe_speaks_the_language_of_the_answers(freetext, folder, session):
    """The commonest language is found and said; its words of grammar are no keywords, and the codeframe names it."""
    german(folder)
    asked = ["--plain", "--coder", "ann"] if session else ["--accept-all"]
    done = freetext("codeframe", "draft", *asked, cwd=folder, stdin=b"y\n\nBusse\n\nw\n\nq\n")
    assert done.code == 0
    assert "the answers are read as German (de); --lang names another language" in done.err
    frame = read_codeframe(folder / "codeframe.toml")
    assert frame.lang == "de"
    words = {word for theme in frame.themes for word in theme.keywords}
    assert words
    assert words.isdisjoint({"spaet", "der", "das", "und", "ist", "sehr", "mit", "f\u00fcr", "war", "auch"})


def test_words_stand_as_the_answers_write_them(freetext, folder):
    """What is spelled in two ways is one word, and shown as most write it: as a name, a word and a keyword."""
    german(folder)
    (folder / "codeframe.toml").write_text(FRAME.replace("\n\n", '\nlang = "de"\n\n', 1))
    (folder / "output" / "survey-coded.csv").unlink()
    groups = json.loads(freetext("discover", "--json", "--groups", "3", cwd=folder).out)["groups"]
    words = {word for group in groups for word in group["words"]}
    assert "sp\u00e4t" in words
    assert "spaet" not in words
    assert {word for group in groups for word in group["name"].split(", ")} <= words


def test_lang_overrules_the_language_that_is_found(freetext, folder):
    """--lang is what the codeframe names; a language that nobody can read in is refused before anything is read."""
    german(folder)
    done = freetext("codeframe", "draft", "--accept-all", "--lang", "nl", cwd=folder)
    assert "the answers are read as" not in done.err
    assert read_codeframe(folder / "codeframe.toml").lang == "nl"
    refused = freetext("codeframe", "draft", "--accept-all", "--force", "--lang", "qq", cwd=folder)
    assert refused.code == 2
    assert "--lang qq" in refused.line


def two_questions(folder):
    """A second question with a codeframe of its own."""
    settings = folder / "freetext.toml"
    settings.write_text(
        settings.read_text()
        + '\n[[question]]\nname = "more"\nkind = "open"\ncolumn = "more"\ncodeframe = "more.toml"\n'
    )
    (folder / "more.toml").write_text(FRAME)
    rows = ["id,why,more"]
    rows += [f'{place},"{text}","{text} more"' for place, text in enumerate(texts(), start=1)]
    (folder / "survey.csv").write_text("\n".join(rows) + "\n")
    (folder / "output" / "survey-coded.csv").unlink()


def test_questions_with_codeframes_of_their_own_have_groups_of_their_own(freetext, folder):
    """What was decided on one question's groups neither keeps the other's away nor is lost to them."""
    two_questions(folder)
    assert "--question names one" in freetext("discover", cwd=folder).line
    asked = ("discover", "--review", "--plain", "--coder", "ann", "--question")
    freetext(*asked, "why", cwd=folder, stdin=b"y\n\nFirst theme\n\n")
    freetext(*asked, "more", cwd=folder, stdin=b"n\ny\n\nSecond theme\n\nw\n\nq\n")
    assert read_codeframe(folder / "more.toml").slugs == ("cost", "second-theme")
    assert read_codeframe(folder / "codeframe.toml").slugs == ("cost",)
    found = freetext("discover", "survey.csv", "--question", "more", cwd=folder)
    assert "`freetext discover survey.csv --review --question more` looks them through" in found.err
    assert "kept as it is" in freetext("discover", "--question", "why", cwd=folder).err
    freetext(*asked, "why", cwd=folder, stdin=b"w\n\nq\n")
    assert read_codeframe(folder / "codeframe.toml").slugs == ("cost", "first-theme")
    names = sorted(path.name for path in (folder / "output" / "discover").iterdir())
    assert names == ["survey@more.ann.jsonl", "survey@more.json", "survey@why.ann.jsonl", "survey@why.json"]


@pytest.mark.parametrize("draft", [False, True])
def test_a_session_is_gone_on_with_when_the_file_has_grown(freetext, folder, draft):
    """`discover --review` and `codeframe draft` come back to what was decided, and say that answers have come."""
    if draft:
        (folder / "codeframe.toml").unlink()
    command = ("codeframe", "draft") if draft else ("discover", "--review")
    asked = (*command, "--plain", "--coder", "ann")
    freetext(*asked, cwd=folder, stdin=b"y\ny\n\nLate\n\n")
    survey = folder / "survey.csv"
    head, *rows = survey.read_text().splitlines()
    survey.write_text("\n".join([head, '900,"the bus never came"', *rows, '901,"soup"', ""]))
    done = freetext(*asked, cwd=folder, stdin=b"w\n\nq\n")
    assert "changed since these groups were found: 2 answers more" in done.out
    assert "1 group written" in done.err
    assert len(read_labels(folder / "data" / "annotated").labels) == 2
    assert "late" in read_codeframe(folder / "codeframe.toml").slugs


def test_groups_that_nobody_decided_on_are_found_anew_when_the_file_has_grown(freetext, folder):
    """Nothing is lost by it, so the new answers take part at once."""
    freetext("discover", cwd=folder)
    with (folder / "survey.csv").open("a") as handle:
        handle.writelines(f'{number},"the lift is broken {number % 7}"\n' for number in range(900, 930))
    done = freetext("discover", "--review", "--plain", "--coder", "ann", cwd=folder, stdin=b"g\nlift\nq\n")
    assert "lift" in done.out
    assert "changed since" not in done.out
