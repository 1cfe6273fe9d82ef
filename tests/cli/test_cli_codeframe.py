"""`freetext codeframe`: themes merged, split, renamed and retired in the file, and what is said of labels."""

import json
import re

import pytest

from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.demo import write_demo


@pytest.fixture(name="project")
def _project(tmp_path):
    """The demo survey, untrained, to work in."""
    write_demo(tmp_path / "project")
    return tmp_path / "project"


def frame(project):
    return read_codeframe(project / "codeframe.toml")


def test_merge_edits_the_file_and_tells_of_labels(freetext, project):
    """A merge is entered in the project's codeframe, with its reason; the labels it touches are counted, logs stay as they are."""
    logs = [path.read_bytes() for path in sorted((project / "data" / "annotated").iterdir())]
    done = freetext(
        "codeframe",
        "merge",
        "capability",
        "culture",
        "--into",
        "inner",
        "--name",
        "In us",
        "--why",
        "same",
        cwd=project,
    )
    assert (done.code, done.out) == (0, "")
    assert "codeframe.toml: merge capability, culture -> inner" in done.err
    assert "- 34 labelled answers hold 'capability'" in done.err
    assert "- 33 labelled answers hold 'culture'" in done.err
    assert "`freetext train`" in done.err
    assert frame(project).find("inner").name == "In us"
    assert [(str(each), each.why) for each in frame(project).changes] == [
        ("merge capability, culture -> inner", "same")
    ]
    assert [path.read_bytes() for path in sorted((project / "data" / "annotated").iterdir())] == logs
    assert (project / "codeframe.toml").read_text(encoding="utf-8").startswith("# The themes of the demo survey")


def test_split_says_how_many_answers_need_a_look(freetext, project):
    """After a split the answers that held the theme are counted, and parts without a definition are named."""
    done = freetext("codeframe", "split", "resource", "--into", "money", "--into", "people", cwd=project)
    assert done.code == 0, done.err
    assert "- 48 labelled answers must be looked at again: which of 'money', 'people' apply?" in done.err
    assert "- 'people' has no definition yet" in done.err
    assert frame(project).slugs[:3] == ("money", "people", "capability")


def test_rename_and_retire_follow_one_another(freetext, project):
    """Labels are counted under the slugs of today: those of a renamed theme count for its new slug."""
    assert freetext("codeframe", "rename", "capability", "skill", cwd=project).code == 0
    done = freetext("codeframe", "retire", "skill", cwd=project)
    assert "- 34 labelled answers hold 'skill'" in done.err
    assert [str(change) for change in frame(project).changes] == ["rename capability -> skill", "retire skill"]
    back = freetext("codeframe", "rename", "culture", "capability", cwd=project)
    assert back.code == 2
    assert "rename culture -> capability: 'capability' has gone before" in back.line


def test_a_new_name_alone_says_nothing_of_labels(freetext, project):
    """A name is changed without a change of labels or models."""
    done = freetext("codeframe", "rename", "culture", "--name", "Our ways", cwd=project)
    assert (done.code, done.err) == (0, "codeframe.toml: the name is changed\n")
    assert (frame(project).find("culture").name, frame(project).changes) == ("Our ways", ())


def test_a_dry_run_shows_the_difference_and_writes_nothing(freetext, project, listing):
    """--dry-run checks all, shows on standard output what would be edited, and leaves the file."""
    before = listing(project)
    done = freetext("codeframe", "retire", "culture", "--dry-run", cwd=project)
    assert (done.code, listing(project)) == (0, before)
    lines = done.out.splitlines()
    assert '-slug = "culture"' in lines
    assert '+from = ["culture"]' in lines
    assert "dry run: nothing is written to codeframe.toml" in done.err


def test_only_labels_of_this_codeframe_are_counted(freetext, project):
    """A label counts where its question is coded with the codeframe that changes; without a project nothing is counted."""
    other = project / "other.toml"
    other.write_bytes((project / "codeframe.toml").read_bytes())
    done = freetext("codeframe", "retire", "culture", "--codeframe", "other.toml", cwd=project)
    assert "- 0 labelled answers hold 'culture'" in done.err
    done = freetext("codeframe", "retire", "none", "--codeframe", other, cwd=project.parent)
    assert done.code == 0
    assert "labelled" not in done.err
    assert frame(project).changes == ()


def test_a_damaged_log_is_told_and_stops_nothing(freetext, project):
    """Lines of a log that cannot be read are reported, the rest is counted."""
    line = {
        "id": "NIS999",
        "question": "barrier_why",
        "themes": ["culture"],
        "coder": "cyd",
        "time": "",
        "source": "import",
    }
    log = project / "data" / "annotated" / "cyd.jsonl"
    log.write_text(f"{json.dumps(line)}\nnonsense\n", encoding="utf-8")
    done = freetext("codeframe", "retire", "culture", cwd=project)
    assert done.code == 0
    assert "cyd.jsonl, line 2" in done.err
    assert "- 34 labelled answers hold 'culture'" in done.err


def test_check_lists_the_changes(freetext, project):
    """`check` counts changes and lists each with its day and reason, on one line."""
    assert freetext("codeframe", "rename", "culture", "ways", "--why", "as\nspoken", cwd=project).code == 0
    done = freetext("codeframe", "check", cwd=project)
    assert done.err == "codeframe.toml: 9 themes, 1 net, 1 change\n"
    day = frame(project).changes[0].time[:10]
    assert done.out.splitlines()[-1] == f"{day}  rename culture -> ways (as spoken)"


REFUSED = [
    (("merge", "cultur", "--into", "resource"), "Did you mean 'culture'?"),
    (("merge", "inside", "--into", "resource"), "'inside' is a net"),
    (("merge", "none", "culture", "--into", "culture"), "'none' (none)"),
    (("split", "culture", "--into", "a"), "two themes or more"),
    (("rename", "culture"), "--name"),
    (("rename", "culture", "resource"), "merge them"),
    (("retire", "culture", "--codeframe", "no.toml"), "no such file"),
    (("merge", "culture"), "--into"),
]


@pytest.mark.parametrize(("argv", "said"), REFUSED, ids=[" ".join(argv) for argv, _ in REFUSED])
def test_what_cannot_be_is_refused_and_nothing_written(freetext, project, listing, argv, said):
    """A refusal is one line and exit code 2, and leaves every file as it was."""
    before = listing(project)
    done = freetext("codeframe", *argv, cwd=project)
    assert (done.code, listing(project)) == (2, before)
    assert said in done.line


def test_without_a_project_the_file_must_be_named(freetext, tmp_path):
    """Outside a project --codeframe says which file."""
    done = freetext("codeframe", "retire", "culture", cwd=tmp_path)
    assert (done.code, done.line) == (2, "freetext: which codeframe? Name it with --codeframe, such as codeframe.toml.")


def test_check_refuses_a_language_that_nobody_knows(freetext, project):
    """A language that training and coding refuse is no sound codeframe either: the check says no, and names file and language."""
    path = project / "codeframe.toml"
    path.write_text('lang = "qq"\n' + re.sub(r"(?m)^lang = .*\n", "", path.read_text()))
    done = freetext("codeframe", "check", cwd=project)
    assert done.code == 1
    assert "codeframe.toml: spaCy has no tokenizer for the language 'qq'" in done.err
