"""`freetext review --bridge` through the command line: drawn, walked, resumed, enlarged, and never mixed with the old codes."""

import json

import openpyxl
import pytest
from tests.interfaces.two_waves import answers_of, code_again, write_waves

from freetext.files.labelling.labels import read_labels
from freetext.interfaces.reviewing import open_review
from freetext.survey.labels import standing


@pytest.fixture(name="waves")
def _waves(tmp_path):
    write_waves(tmp_path / "survey")
    return tmp_path / "survey"


def again(folder):
    """The decisions that stand in the bridge."""
    return standing(read_labels(folder / "data/annotated/bridge/one").labels)


def walk(freetext, folder, keys, *options):
    return freetext("review", "--bridge", *options, "--plain", "--coder", "bob", cwd=folder, stdin=keys)


def test_a_bridge_is_walked_blind_and_logged_apart(freetext, waves):
    """Decisions go to the bridge's own log; the old wave's logs keep every byte, and no suggestion is shown."""
    before = (waves / "data/annotated/ada.jsonl").read_bytes()
    done = walk(freetext, waves, b"1\n\nn\n\nq\n", "-n", "40")
    assert done.code == 0
    assert "bridge to one: 40 of 80 answers coded by people; 0 coded again" in done.err
    assert "bob: 2 answers decided, 2 in all" in done.err
    assert "suggest" not in done.out
    assert [each.themes for each in again(waves)] == [("money",), ()]
    assert (waves / "data/annotated/ada.jsonl").read_bytes() == before
    assert not (waves / "data/annotated/bob.jsonl").exists()


def test_it_comes_back_to_the_exact_place(freetext, waves):
    """Without -n the bridge is as large as before, and the next answer is the one that was left; an undo takes back its own decision."""
    walk(freetext, waves, b"1\n\nn\n\nq\n", "-n", "40")
    left = walk(freetext, waves, b"q\n")
    assert "This batch 2 of 20" in left.out
    assert "40 of 80 answers coded by people; 2 coded again" in left.err
    walk(freetext, waves, b"u\nq\nq\n")
    assert len(again(waves)) == 1


def test_the_old_wave_s_coder_may_walk_it_and_never_sees_the_old_codes(freetext, waves):
    """Whoever coded the old wave is asked with nothing ticked, and has both decisions afterwards."""
    done = freetext("review", "--bridge", "--plain", "--coder", "ada", cwd=waves, stdin=b"n\n\nq\n")
    assert "Ticked: nothing" in done.out
    assert [each.coder for each in again(waves)] == ["ada"]
    old = {each.id: each.themes for each in standing(read_labels(waves / "data/annotated").labels)}
    assert old[again(waves)[0].id] or "nothing" in answers_of(waves)[again(waves)[0].id]


def test_a_bridge_goes_out_and_comes_back_as_a_spreadsheet(freetext, waves):
    """A bridge's sheet is taken back by the bridge alone, and a review's sheet by the review alone."""
    assert freetext("review", "--bridge", "--export", "b.xlsx", "--count", "6", "--coder", "bob", cwd=waves).code == 0
    assert freetext("review", "one.csv", "--export", "r.xlsx", "--coder", "eve", "--second", cwd=waves).code == 2
    sheet = openpyxl.load_workbook(waves / "b.xlsx")
    heads = [str(cell.value) for cell in sheet.worksheets[0][1]]
    for row in range(2, 8):
        sheet.worksheets[0].cell(row, heads.index("Money") + 1).value = 1
    sheet.save(waves / "b.xlsx")
    refused = freetext("review", "one.csv", "--import", "b.xlsx", cwd=waves)
    assert refused.code == 2
    assert "--bridge --import b.xlsx" in refused.line
    assert "6 decisions taken" in freetext("review", "--bridge", "--import", "b.xlsx", cwd=waves).err
    assert "0 decisions taken, 6 known already" in freetext("review", "--bridge", "--import", "b.xlsx", cwd=waves).err
    assert [each.themes for each in again(waves)] == [("money",)] * 6


def test_two_coders_share_a_bridge_and_a_second_reads_it_again(freetext, waves):
    """Nobody is asked what another has coded; --second asks it again, and coders who differ are adjudicated in the bridge."""
    walk(freetext, waves, b"1\n\n" * 20 + b"q\n", "-n", "20", "--batch", "20")
    done = freetext("review", "--bridge", "--plain", "--coder", "eve", cwd=waves, stdin=b"q\n")
    assert "Nothing is left to ask" in done.out
    freetext("review", "--bridge", "--second", "--plain", "--coder", "eve", cwd=waves, stdin=b"2\n\nq\n")
    assert {each.coder for each in again(waves)} == {"bob", "eve"}
    judged = freetext("adjudicate", "--bridge", "--plain", "--coder", "max", cwd=waves, stdin=b"1\n\nq\n")
    assert judged.code == 0
    assert [each.source for each in again(waves)].count("adjudicated") == 1
    assert "Nothing is left" in freetext("adjudicate", "--plain", "--coder", "max", cwd=waves, stdin=b"q\n").out


def test_bridges_are_counted_apart(freetext, waves):
    """`status`, `labels stats` and `labels check` name a bridge's decisions beside the labels, and among none of them."""
    before = json.loads(freetext("status", "--json", cwd=waves).out)
    walk(freetext, waves, b"1\n\nn\n\nq\n")
    now = json.loads(freetext("status", "--json", cwd=waves).out)
    assert now["labels"] == before["labels"]
    assert now["earlier"] == before["earlier"] | {"again": 2}
    assert "2 in a bridge" in freetext("status", cwd=waves).out
    stats = json.loads(freetext("labels", "stats", "--json", cwd=waves).out)
    assert [each["coder"] for each in stats["coders"]] == ["ada"]
    assert stats["bridges"] == [{"wave": "one", "answers": 2, "disputed": 0, "coders": {"bob": 2}}]
    assert "Bridge to one: 2 answers coded again" in freetext("labels", "stats", cwd=waves).out
    checked = freetext("labels", "check", "--most", "0", cwd=waves)
    assert checked.code == 0
    assert "2 more in bridges" in checked.out


def test_a_fault_in_a_bridge_s_log_is_named_with_it(freetext, waves):
    """A damaged line is a fault of the bridge, told with file and line."""
    walk(freetext, waves, b"1\n\nq\n")
    with (waves / "data/annotated/bridge/one/bob.jsonl").open("a", encoding="utf-8") as log:
        log.write("no label\n")
    done = freetext("labels", "check", "--most", "0", cwd=waves)
    assert done.code == 1
    assert "bridge to one: bob.jsonl, line 2" in done.out


def test_agreement_and_training_leave_the_bridge_out(freetext, waves):
    """Two decisions of one person on one text are no two coders, and the model learns from the old code."""
    walk(freetext, waves, b"n\n\n" * 20 + b"q\n", "-n", "20")
    assert "bob" not in freetext("agreement", cwd=waves).out
    done = freetext("labels", "export", "--settled", "--file", "one.csv", cwd=waves)
    assert ";bob" not in done.out
    assert "bob" not in done.out


def test_who_is_forgotten_is_gone_from_the_bridge_too(freetext, waves):
    """`forget` takes a respondent's decisions out of the bridge's logs, and waits for its coders."""
    walk(freetext, waves, b"1\n\nn\n\nq\n")
    gone = again(waves)[0].id
    lock = waves / "data/annotated/bridge/one/.eve.lock"
    held = {"coder": "eve", "host": "elsewhere", "pid": 1, "time": "2026-01-01T00:00:00Z", "session": "s"}
    lock.write_text(json.dumps(held), encoding="utf-8")
    assert freetext("forget", gone, cwd=waves).code == 2
    lock.unlink()
    done = freetext("forget", gone, cwd=waves)
    assert done.code == 0, done.err
    assert gone not in {each.id for each in again(waves)}
    assert gone not in (waves / "data/annotated/bridge/one/bob.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-n", "5"), "goes with --bridge"),
        (("--bridge", "--prepare"), "random numbers"),
        (("--bridge", "--by", "region"), "--by"),
        (("--bridge", "--second", "--export", "x.xlsx"), "one of them"),
    ],
)
def test_what_cannot_be_is_refused(freetext, waves, options, said):
    """Each slip has its line, exit code 2, and no log is begun."""
    done = freetext("review", *options, "--plain", "--coder", "bob", cwd=waves, stdin=b"q\n")
    assert done.code == 2
    assert said in done.line
    assert not (waves / "data/annotated/bridge").exists() or not again(waves)


def test_a_survey_of_one_wave_wants_the_old_file_named(freetext, waves):
    """Without an earlier wave nobody can tell what a bridge is to; a file that is named will do, and a dry run writes nothing."""
    settings = waves / "freetext.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('earlier = ["one.csv"]\n', ""), encoding="utf-8")
    assert "which old wave" in walk(freetext, waves, b"q\n").line
    done = freetext("review", "--bridge", "one.csv", "-n", "9", "--dry-run", "--coder", "bob", cwd=waves)
    assert done.code == 0
    assert not (waves / "output").exists()
    assert not (waves / "data/annotated/bridge").exists()


def test_a_flag_raised_in_a_bridge_stands_beside_those_of_the_review(freetext, waves):
    """The restricted list of the old wave holds what was escalated in either, whichever was walked last."""
    freetext("review", "one.csv", "--second", "--plain", "--coder", "eve", cwd=waves, stdin=b"1\n!\n\nq\n")
    walk(freetext, waves, b"!\n1\n\nq\n")
    listed = (waves / "output/restricted/one-escalated.csv").read_text(encoding="utf-8-sig")
    assert {line.split(",")[3] for line in listed.splitlines()[1:]} == {"eve", "bob"}
    freetext("review", "one.csv", "--second", "--plain", "--coder", "eve", cwd=waves, stdin=b"u\nq\n")
    listed = (waves / "output/restricted/one-escalated.csv").read_text(encoding="utf-8-sig")
    assert {line.split(",")[3] for line in listed.splitlines()[1:]} == {"bob"}


def test_what_a_split_leaves_open_is_asked_again(freetext, waves):
    """A theme of the bridge that was split since decides nothing about its parts: its answers come back, the others stay."""
    walk(freetext, waves, b"1\n\nn\n\nn\n\nq\n", "-n", "3")
    money = next(each.id for each in again(waves) if each.themes)
    assert freetext("codeframe", "split", "money", "--into", "fees", "--into", "parking", cwd=waves).code == 0
    done = walk(freetext, waves, b"1\n\nq\n")
    assert "2 coded again" in done.err
    assert answers_of(waves)[money] in done.out
    assert "Nothing is left to ask" in walk(freetext, waves, b"q\n").out
    assert again(waves)[-1].id == money


def test_a_machine_s_old_codes_stay_a_machine_s(freetext, waves):
    """A coded file, its tables and the model learnt from are the same before and after a bridge was walked."""
    assert freetext("code", "one.csv", "-o", "a.csv", cwd=waves).code == 0
    before = freetext("tally", "a.csv", "--json", cwd=waves).out
    walk(freetext, waves, b"1 2\n\n" * 20 + b"q\n", "-n", "20")
    assert freetext("tally", "a.csv", "--json", cwd=waves).out == before
    assert freetext("code", "one.csv", "-o", "b.csv", cwd=waves).code == 0
    assert (waves / "a.csv").read_bytes() == (waves / "b.csv").read_bytes()


def labelled(folder, ids):
    """Leave of what ada decided in the old wave these alone."""
    log = folder / "data/annotated/ada.jsonl"
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if json.loads(line)["id"] in ids or not json.loads(line)["id"].startswith("one")]
    log.write_text("".join(kept), encoding="utf-8")
    return "".join(line for line in lines if line not in kept)


def more(folder, lines):
    """Let ada decide more."""
    with (folder / "data/annotated/ada.jsonl").open("a", encoding="utf-8") as log:
        log.write(lines)


FRAME = "data/annotated/bridge/one/frame.ndjson"
HALF = {f"one{place}" for place in range(40)}


def test_labels_on_the_old_wave_do_not_move_a_bridge_that_was_begun(freetext, waves):
    """Once somebody has decided in it, a bridge is drawn from what people had coded by then; what they coded since is told and left out."""
    later = labelled(waves, HALF)
    walk(freetext, waves, b"n\n\n" * 3 + b"q\n", "-n", "20")
    begun, read = (waves / FRAME).read_bytes(), {each.id for each in again(waves)}
    more(waves, later)
    done = walk(freetext, waves, b"n\n\n" * 40 + b"q\n" * 2, "-n", "80")
    assert "40 of 40 answers coded by people; 3 coded again" in done.err
    assert "40 answers that people coded after the bridge was begun: not in it" in done.err
    assert {each.id for each in again(waves)} == HALF >= read
    assert (waves / FRAME).read_bytes() == begun


def test_before_anything_is_decided_a_bridge_is_drawn_anew(freetext, waves):
    """Who looked at a bridge and left has begun none: it is drawn from what people have coded when somebody begins."""
    later = labelled(waves, HALF)
    walk(freetext, waves, b"q\n")
    more(waves, later)
    assert "80 of 80 answers coded by people; 0 coded again" in walk(freetext, waves, b"q\n").err


def test_a_spreadsheet_that_is_out_holds_a_bridge_where_it_is(freetext, waves):
    """What somebody fills in stays in the bridge, though nothing has come back yet."""
    later = labelled(waves, HALF)
    freetext("review", "--bridge", "--export", "b.xlsx", "--count", "6", "--coder", "bob", cwd=waves)
    more(waves, later)
    assert "40 of 40 answers coded by people" in walk(freetext, waves, b"q\n").err


def test_a_wave_that_nobody_had_coded_stays_so_for_its_bridge(freetext, waves):
    """A bridge among all answers of a machine's wave is not cut down to the few that people code afterwards."""
    later = labelled(waves, set())
    assert "80 of 80 answers not blank" in walk(freetext, waves, b"n\n\nq\n").err
    more(waves, "".join(later.splitlines(keepends=True)[:9]))
    assert "80 of 80 answers not blank; people coded none of them; 1 coded again" in walk(freetext, waves, b"q\n").err


@pytest.mark.parametrize("command", [("review", "--bridge", "--plain"), ("adjudicate", "--bridge", "--plain")])
def test_a_damaged_frame_is_refused(freetext, waves, command):
    """A line that is none is named with its file and what mends it; the check of labels tells it too."""
    walk(freetext, waves, b"n\n\nq\n")
    with (waves / FRAME).open("a", encoding="utf-8") as frame:
        frame.write("<<<<<<< HEAD\n")
    done = freetext(*command, "--coder", "bob", cwd=waves, stdin=b"q\n")
    assert done.code == 2
    assert "frame.ndjson, row 81" in done.line
    assert "Without the file" in done.line
    assert "bridge to one: " in freetext("labels", "check", "--most", "0", cwd=waves).out


def test_who_is_forgotten_is_gone_from_what_a_bridge_is_drawn_from(freetext, waves):
    """Their line goes from the frame, also of a bridge in which nobody has decided; all others stay."""
    walk(freetext, waves, b"q\n")
    assert '"one7"' in (waves / FRAME).read_text(encoding="utf-8")
    done = freetext("forget", "one7", cwd=waves)
    assert "frame.ndjson: 1 row taken out" in done.out + done.err
    lines = (waves / FRAME).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 79
    assert '"one7"' not in "".join(lines)


def test_going_back_shows_a_coder_s_own_decision_of_the_bridge_and_no_other(freetext, waves):
    """Back at an answer, in the same session or a later one, stands what the coder said in the bridge: not what was said in OLD, nor by others."""
    walk(freetext, waves, b"1\n\n2\n\nq\n", "-n", "4")
    walk_back = freetext("review", "--bridge", "--plain", "--coder", "bob", cwd=waves, stdin=b"b\nb\nq\n").out
    assert walk_back.index("Ticked: 2 Staff") < walk_back.index("Ticked: 1 Money")
    texts = [answers_of(waves)[each.id] for each in again(waves)]
    for coder in ("ada", "eve"):
        with open_review(waves, coder=coder, kind="bridge") as desk:
            for text in texts:
                for key in ("f", *text, "enter", "enter"):
                    desk.press(key)
                view = desk.view()
                assert (view.text, view.decided, [each.slug for each in view.choices if each.ticked]) == (
                    text,
                    False,
                    [],
                )
                desk.press("escape")


def test_nothing_but_what_was_drawn_can_be_looked_up(freetext, waves):
    """Nobody chooses what a bridge asks: `f` finds its answers, and none besides."""
    walk(freetext, waves, b"q\n", "-n", "1")
    with open_review(waves, coder="bob", kind="bridge") as desk:
        found = desk.survey.seek("")
    assert len(found) == 1


def test_notes_are_told_one_dash_each(freetext, waves):
    """What is told of a bridge stands on lines of its own, each behind a single dash."""
    done = walk(freetext, waves, b"q\n", "-n", "4")
    assert "- fewer than 30 answers of say" in done.err
    assert "- - " not in done.err


def test_what_comes_next_names_a_wave_that_is_not_the_last(freetext, waves):
    """Behind a bridge to the last wave the short commands stand; behind one to another file they name it."""
    (waves / "zero.csv").write_bytes((waves / "one.csv").read_bytes())
    assert "freetext review --bridge -n 2:" in walk(freetext, waves, b"n\n\n\nq\n", "-n", "1").out
    named = walk(freetext, waves, b"n\n\n\nq\n", "zero.csv", "-n", "1").out
    assert "freetext review --bridge zero.csv -n 2:" in named
    assert "freetext compare zero.csv two.csv:" in named


def test_a_second_coder_is_asked_all_of_a_bridge(freetext, waves):
    """However large the bridge is: of a review 15 % would do, but of a bridge all disputes count."""
    code_again(waves, list(answers_of(waves)))
    done = freetext(
        "review", "--bridge", "--second", "--plain", "--batch", "90", "--coder", "eve", cwd=waves, stdin=b"q\n"
    )
    assert "This batch 0 of 80" in done.out
