"""`freetext evaluate`: figures against scikit-learn, blank answers, wide files, JSON."""

import json
import random
import re
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score
from sklearn.preprocessing import MultiLabelBinarizer

DOCS = Path(__file__).resolve().parents[2] / "docs" / "tallies.md"


@pytest.fixture(name="draw")
def _draw(tmp_path, rows_to):
    """60 random codings and truths of five themes, a tenth of the answers blank."""
    dice = random.Random(4)
    themes = ["a", "b", "c", "d", "e"]
    head = ["id", "truth", "freetext_themes", "freetext_source"]
    rows = []
    for number in range(60):
        truth = [each for each in themes[:4] if dice.random() < 0.4]
        coded = [each for each in themes if (each in truth) == (dice.random() < 0.75)]
        blank = number % 10 == 9
        said = "blank" if blank else ";".join(f"{each}=model" for each in coded)
        rows.append([str(number), ";".join(truth), "" if blank else ";".join(coded), said])
    return rows_to(tmp_path / "coded.csv", [head, *rows]), [row for row in rows if row[3] != "blank"]


def test_figures_are_those_of_scikit_learn(freetext, draw):
    """Precision, recall, F1 and kappa a theme, micro, macro and samples F1 equal scikit-learn's on the answers that are not blank."""
    path, rows = draw
    found = json.loads(freetext("evaluate", path, "--labels", "truth", "--json").out)
    binary = MultiLabelBinarizer(classes=["a", "b", "c", "d", "e"])
    truth = binary.fit_transform([[each for each in row[1].split(";") if each] for row in rows])
    coded = binary.transform([[each for each in row[2].split(";") if each] for row in rows])
    assert (found["answers"], found["blank"]) == (len(rows), 6)
    themes = {each["theme"]: each for each in found["themes"]}
    for place, slug in enumerate("abcde"):
        one, other = truth[:, place], coded[:, place]
        assert themes[slug]["n"] == one.sum()
        assert themes[slug]["precision"] == pytest.approx(precision_score(one, other))
        if one.any():
            assert themes[slug]["recall"] == pytest.approx(recall_score(one, other))
        assert themes[slug]["f1"] == pytest.approx(f1_score(one, other))
        assert themes[slug]["kappa"] == pytest.approx(cohen_kappa_score(one, other))
    assert found["micro_f1"] == pytest.approx(f1_score(truth, coded, average="micro"))
    assert found["micro_precision"] == pytest.approx(precision_score(truth, coded, average="micro"))
    assert found["micro_recall"] == pytest.approx(recall_score(truth, coded, average="micro"))
    supported = truth.any(axis=0)
    assert found["macro_f1"] == pytest.approx(f1_score(truth[:, supported], coded[:, supported], average="macro"))
    assert found["samples_f1"] == pytest.approx(f1_score(truth, coded, average="samples", zero_division=1.0))
    assert np.any(~truth.any(axis=1) & ~coded.any(axis=1))


def test_json_keys_are_documented(freetext, draw):
    """Every key of the JSON stands in the documentation."""
    found = json.loads(freetext("evaluate", draw[0], "--labels", "truth", "--json").out)
    named = set(re.findall(r"`(\w+)`|\"(\w+)\"", DOCS.read_text(encoding="utf-8").partition("## Evaluation")[2]))
    words = {word for pair in named for word in pair}
    assert set(found) | set(found["themes"][0]) <= words


def test_text_shows_the_same(freetext, draw):
    """The text has a line for each theme and the three means, to two places."""
    found = json.loads(freetext("evaluate", draw[0], "--labels", "truth", "--json").out)
    text = freetext("evaluate", draw[0], "--labels", "truth").out
    assert "54 answers (6 blank left out)" in text
    for name, key in (("Micro", "micro_f1"), ("Macro", "macro_f1"), ("Samples", "samples_f1")):
        assert re.search(rf"{name} .*{found[key]:.2f}\n", text)


def test_names_and_slugs_are_one_theme(freetext, small, coded):
    """Codes and labels may spell a theme in other capitals; coded with the labels' own names they agree."""
    found = json.loads(freetext("evaluate", coded, "--labels", "themes", "--json").out)
    assert [each["theme"] for each in found["themes"]] == ["money", "staff"]
    assert found["micro_f1"] == 1.0


def test_a_wide_file_wants_its_question(freetext, tmp_path, rows_to):
    """--themes names the column of a wide file, blank answers are told by its own source; with one column it is the default."""
    head = ["truth", "freetext_themes:q", "freetext_source:q", "freetext_themes:r", "freetext_source:r"]
    rows = [["a", "a", "a=model", "", "blank"], ["b", "", "blank", "b", "b=model"]]
    rows_to(tmp_path / "w.csv", [head, *rows])
    asked = ("evaluate", "w.csv", "--labels", "truth", "--json")
    found = json.loads(freetext(*asked, "--themes", "freetext_themes:r", cwd=tmp_path).out)
    assert (found["answers"], found["blank"], found["micro_f1"]) == (1, 1, 1.0)
    open_choice = freetext(*asked, cwd=tmp_path)
    assert open_choice.code == 2
    assert "freetext_themes:q, freetext_themes:r" in open_choice.line
    assert "--themes" in open_choice.line
    rows_to(tmp_path / "w.csv", [row[:3] for row in (head, *rows)])
    assert json.loads(freetext(*asked, cwd=tmp_path).out)["answers"] == 1


def test_every_answer_blank_is_a_negative_answer(freetext, tmp_path, rows_to):
    """With nothing but blank answers there is nothing to compare: exit code 1."""
    rows_to(tmp_path / "b.csv", [["truth", "freetext_themes", "freetext_source"], ["a", "", "blank"]])
    done = freetext("evaluate", "b.csv", "--labels", "truth", cwd=tmp_path)
    assert (done.code, done.line) == (1, "freetext: b.csv: every answer is blank; there is nothing to compare.")


def test_an_unknown_theme_is_named_with_its_row(freetext, tmp_path, rows_to):
    """With --codeframe a label that it does not have is refused with rows, column, a suggestion and the remedies, a code with its row."""
    (tmp_path / "f.toml").write_text('name = "x"\n[[theme]]\nslug = "money"\nname = "Money"\nnumber = 1\n')
    rows_to(tmp_path / "c.csv", [["truth", "freetext_themes"], ["money", "money"], ["mony", "money"]])
    done = freetext("evaluate", "c.csv", "--labels", "truth", "--codeframe", "f.toml", cwd=tmp_path)
    assert done.code == 2
    assert "c.csv, column 'truth': themes that codeframe 'x' does not have: 'mony' in rows 3." in done.line
    assert "Did you mean 'money'? Mend the labels, or add the themes to the codeframe." in done.line
    swapped = ("--labels", "freetext_themes", "--themes", "truth")
    done = freetext("evaluate", "c.csv", *swapped, "--codeframe", "f.toml", cwd=tmp_path)
    assert "c.csv, row 3, column 'truth': no theme 'mony'" in done.line


TRUTHS = {
    "list": (["list"], [["a;b"], ["b"], [""], ["a"]]),
    "0/1": (["a", "b", "c"], [["1", "1", "0"], ["0", "1", ""], ["0", "0", "0"], ["1", "", ""]]),
    "words": (["c", "a", "b"], [["no", "yes", "TRUE"], ["", "No", "true"], ["", "", "false"], ["no", "YES", ""]]),
    "x": (["a", "b", "c"], [["x", "X", ""], ["", "x", ""], ["", "", ""], ["x", "", ""]]),
    "codes": (["first", "second"], [["b", "a"], ["", "b"], ["", ""], ["a", "a"]]),
}


@pytest.mark.parametrize("kind", TRUTHS)
@pytest.mark.parametrize("framed", [True, False])
def test_labels_are_those_of_train(freetext, tmp_path, rows_to, kind, framed):
    """The truth may be a list, columns of ticks or of codes, with and without a codeframe: the figures are the same."""
    names, truth = TRUTHS[kind]
    coded = ["a", "b;c", "", "a"]
    rows_to(tmp_path / "c.csv", [["freetext_themes", *names], *([c, *t] for c, t in zip(coded, truth, strict=True))])
    (tmp_path / "f.toml").write_text(
        'name = "x"\n' + "".join(f'[[theme]]\nslug = "{c}"\nname = "{c}"\nnumber = {n}\n' for n, c in enumerate("abc"))
    )
    asked = [part for name in names for part in ("--labels", name)] + ["--codeframe", "f.toml"] * framed
    done = freetext("evaluate", "c.csv", *asked, "--json", cwd=tmp_path)
    assert done.code == 0, done.err
    found = json.loads(done.out)
    counts = {each["theme"]: (each["n"], each["predicted"], each["right"]) for each in found["themes"]}
    assert counts == {"a": (2, 2, 2), "b": (2, 1, 1), "c": (0, 1, 0)}
    assert found["micro_f1"] == pytest.approx(0.75)


def test_a_heading_that_nobody_ticked_is_shown(freetext, tmp_path, rows_to):
    """A column of noes is a theme of the comparison, though neither side has it."""
    rows_to(tmp_path / "c.csv", [["freetext_themes", "a", "b"], ["a", "1", "0"], ["a", "0", "0"]])
    found = json.loads(freetext("evaluate", "c.csv", "--labels", "a", "--labels", "b", "--json", cwd=tmp_path).out)
    assert [(each["theme"], each["n"], each["predicted"]) for each in found["themes"]] == [("a", 1, 2), ("b", 0, 0)]


def test_labels_that_do_not_go_together_are_refused(freetext, tmp_path, rows_to):
    """Ticks beside codes, a column named twice, and a name that several themes bear: one line each, exit code 2."""
    rows_to(tmp_path / "c.csv", [["freetext_themes", "a", "more"], ["a", "1", "b"], ["Same", "0", "a"]])
    (tmp_path / "f.toml").write_text(
        'name = "x"\n' + "".join(f'[[theme]]\nslug = "{c}"\nname = "Same"\nnumber = {n}\n' for n, c in enumerate("ab"))
    )
    cases = {
        ("a", "more"): "ticks (0/1, true/false, yes/no, x): 'a'; and of codes: 'more' (row 2 has 'b')",
        ("a", "a"): "--labels a is given twice",
        ("more",): "c.csv, row 3, column 'freetext_themes': 'Same' is the name of 2 themes. Write a slug: a or b.",
    }
    for names, said in cases.items():
        asked = [part for name in names for part in ("--labels", name)]
        done = freetext("evaluate", "c.csv", *asked, "--codeframe", "f.toml", cwd=tmp_path)
        assert done.code == 2
        assert said in done.line


def test_standard_input_and_missing_option(freetext, draw):
    """`-` is standard input; without --labels one line says what is missing."""
    done = freetext("evaluate", "-", "--labels", "truth", "--json", stdin=draw[0].read_bytes())
    assert json.loads(done.out)["answers"] == 54
    missing = freetext("evaluate", draw[0])
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert "--labels" in missing.err


def test_codes_and_labels_that_share_no_code_are_refused(freetext, tmp_path, rows_to):
    """Numbers on one side and names on the other would score 0 everywhere: the codeframe is asked for."""
    rows = [["freetext_themes", "truth"], ["money", "1"], ["staff", "2"]]
    done = freetext("evaluate", rows_to(tmp_path / "a.csv", rows), "--labels", "truth")
    assert done.code == 2
    assert "no code in common" in done.err
    assert "--codeframe" in done.err
