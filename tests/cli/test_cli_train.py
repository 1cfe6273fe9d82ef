"""`freetext train`: labels in every form, and what may not be parted or changed."""

import json
import random

import pytest

from freetext import read_answers
from freetext.training.classifier import DEFAULTS
from freetext.training.curve import learning_sizes
from freetext.training.dataset import labelled_set
from freetext.training.fit import fit
from freetext.training.law import quality


@pytest.fixture(name="learn")
def _learn(freetext, small):
    def learn(*more, file="answers.csv", model="new"):
        done = freetext("train", file, "--text", "verbatim", "--model", model, *more, cwd=small)
        return done, small / model

    return learn


def digest(folder):
    """The version that is in force."""
    return (folder / "CURRENT").read_text().strip()


def manifest(folder):
    """The manifest of the version in force."""
    return json.loads((folder / digest(folder) / "manifest.json").read_text())


def themes(folder):
    """Theme and positives, in the codeframe's order."""
    return [(each["slug"], each["positives"]) for each in manifest(folder)["themes"]]


def test_names_make_a_codeframe(learn):
    """Without a codeframe the slugs are the names, lower-case and hyphenated, sorted; spelling in capitals is one theme."""
    done, folder = learn("--labels", "themes")
    assert done.code == 0
    assert themes(folder) == [("money", 5), ("staff", 4)]
    assert done.out.startswith(f"# Model new {digest(folder)}\n")
    assert f"in force: new/{digest(folder)}" in done.err.replace("\\", "/")


def test_0_1_columns(learn):
    """Repeated --labels of 0/1 columns are one theme each, and give the labels that names would."""
    done, folder = learn("--labels", "money", "--labels", "staff")
    assert done.code == 0
    assert themes(folder) == [("money", 5), ("staff", 4)]


def test_one_0_1_column(learn):
    """One column that holds only 0, 1 and blanks is such a column."""
    assert learn("--labels", "money")[0].code == 0
    assert themes(learn("--labels", "money")[1]) == [("money", 5)]


def test_numeric_code_columns(learn):
    """Repeated columns of codes are put together; the codes are the themes."""
    done, folder = learn("--labels", "code_a", "--labels", "code_b")
    assert done.code == 0
    assert themes(folder) == [("10", 5), ("20", 4)]


def test_a_codeframe_gives_numbers_names_and_order(learn, small):
    """With --codeframe, labels may be slugs, names or numbers, and its slugs are the codes in its order."""
    (small / "frame.toml").write_text(
        'name = "visit"\n'
        '[[theme]]\nslug = "people"\nnumber = 20\nname = "Staff"\n'
        '[[theme]]\nslug = "cash"\nnumber = 10\nname = "Money"\n'
        '[[theme]]\nslug = "unheard"\nnumber = 30\nname = "Unheard"\n'
    )
    for labels in (["themes"], ["code_a", "code_b"]):
        more = [part for column in labels for part in ("--labels", column)]
        done, folder = learn("--codeframe", "frame.toml", *more, model=labels[0])
        assert done.code == 0, done.err
        assert themes(folder) == [("people", 4), ("cash", 5), ("unheard", 0)]


def test_blank_labels(learn):
    """A blank label cell means coded with no theme; with --blank-labels unlabelled it means not coded yet."""
    assert "from 9 answers" in learn("--labels", "themes")[0].err
    assert "from 8 answers" in learn("--labels", "themes", "--blank-labels", "unlabelled")[0].err
    assert learn("--labels", "themes", "--blank-labels", "maybe")[0].code == 2


def test_same_labels_and_seed_give_the_same_digest(learn):
    """The bundle's digest is a function of labels and seed."""
    first = digest(learn("--labels", "themes", "--seed", "3", model="one")[1])
    assert digest(learn("--labels", "themes", "--seed", "3", model="two/one")[1]) == first


@pytest.mark.parametrize("seed", ["-1", "4294967296", "many"])
def test_impossible_seeds(learn, small, seed):
    """A seed outside 0..2^32-1 is refused in one line."""
    done, folder = learn("--labels", "themes", "--seed", seed)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "--seed" in done.err
    assert not folder.exists()


def test_respondents_are_counted_by_their_column(learn):
    """--respondent says who answered, --id is its default, the row number that of --id; the card counts them."""
    assert "9 answers of 9 respondents" in learn("--labels", "themes")[0].out
    assert "9 answers of 9 respondents" in learn("--labels", "themes", "--id", "id")[0].out
    assert "9 answers of 5 respondents" in learn("--labels", "themes", "--id", "id", "--respondent", "who")[0].out
    assert "9 answers of 5 respondents" in learn("--labels", "themes", "--id", "who", "--question", "asked")[0].out


def test_questions_of_a_long_file(learn):
    """--question says what was asked."""
    assert "Questions: 1." in learn("--labels", "themes")[0].out
    assert "Questions: 2." in learn("--labels", "themes", "--question", "asked")[0].out


def test_wide_file_with_labels_for_each_text(freetext, small, rows_to):
    """Repeated --text wants as many --labels, one each in the same order; another number is refused with both numbers."""
    head = ["id", "good", "bad", "l_good", "l_bad"]
    rows = [[str(n), "kind staff", "more money", "Staff", "Money"] for n in range(4)]
    rows_to(small / "wide.csv", [head, *rows, ["9", "", "nothing", "", ""]])
    wide = ("train", "wide.csv", "--text", "good", "--text", "bad", "--id", "id", "--model", "w")
    done = freetext(*wide, "--labels", "l_good", "--labels", "l_bad", cwd=small)
    assert done.code == 0, done.err
    assert themes(small / "w") == [("money", 4), ("staff", 4)]
    assert "Questions: 2." in done.out
    wrong = freetext(*wide, "--labels", "l_good", cwd=small)
    assert wrong.code == 2
    assert "2 --text columns want as many --labels columns" in wrong.line


def test_standard_input(freetext, small):
    """`-` is standard input."""
    more = ("--text", "verbatim", "--labels", "themes", "--model", "piped")
    done = freetext("train", "-", *more, cwd=small, stdin=(small / "answers.csv").read_bytes())
    assert done.code == 0
    assert digest(small / "piped")


def test_dry_run_learns_nothing(learn, small, listing):
    """--dry-run checks labels and columns and writes nothing at all."""
    before = listing(small)
    done, _ = learn("--labels", "themes", "--dry-run")
    assert (done.code, done.out) == (0, "")
    assert "nothing is written" in done.err
    assert listing(small) == before


def test_quiet(learn):
    """--quiet trains without a word."""
    done, folder = learn("--labels", "themes", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert digest(folder)


def test_a_new_version_stands_beside_the_old(learn, freetext, small):
    """Training again with other labels adds a version and puts it in force; the old one stays."""
    first = digest(learn("--labels", "themes", model="v")[1])
    second = digest(learn("--labels", "code_a", model="v")[1])
    assert {each.name for each in (small / "v").iterdir()} == {first, second, "CURRENT", "HISTORY.jsonl"}
    listed = freetext("models", "list", "v", cwd=small).out.splitlines()
    assert [line[0] for line in sorted(listed, key=lambda line: second in line)] == [" ", "*"]
    assert f"# Model v {second}" in freetext("models", "show", "v", cwd=small).out
    assert f"# Model v {first}" in freetext("models", "show", f"v/{first}", cwd=small).out


def test_themes_with_one_positive_and_none(freetext, small, rows_to, rows_in):
    """A theme with one positive and one with none train, are never chosen by the model, and have no score."""
    head = ["verbatim", "often", "once", "never"]
    rows = [[f"more money {n}", "1", "0", "0"] for n in range(5)] + [
        ["odd thing", "0", "1", "0"],
        ["nothing", "0", "0", "0"],
    ]
    rows_to(small / "few.csv", [head, *rows])
    labels = ("--labels", "often", "--labels", "once", "--labels", "never")
    done = freetext("train", "few.csv", "--text", "verbatim", *labels, "--model", "few", cwd=small)
    assert done.code == 0, done.err
    coded = freetext("code", "few.csv", "--text", "verbatim", "--model", "few", "--scores", "-o", "-", cwd=small)
    assert coded.code == 0
    head, *rows = rows_in(coded.out)
    assert head[-3:] == ["freetext_score:never", "freetext_score:often", "freetext_score:once"]
    assert {row[head.index("freetext_themes")] for row in rows} == {"often", ""}
    assert {(row[-3], row[-1]) for row in rows} == {("", "")}


def test_one_answer(freetext, small, rows_to):
    """A file of one labelled answer trains, and the model codes."""
    rows_to(small / "one.csv", [["verbatim", "themes"], ["more money", "Money"]])
    done = freetext("train", "one.csv", "--text", "verbatim", "--labels", "themes", "--model", "one", cwd=small)
    assert done.code == 0, done.err
    assert freetext("code", "one.csv", "--text", "verbatim", "--model", "one", "-o", "-", cwd=small).code == 0


def test_all_answers_blank(freetext, small, rows_to):
    """Where every answer is blank nothing is broken: the answer is no, exit code 1, and it says so."""
    rows_to(small / "blank.csv", [["verbatim", "themes"], ["", "Money"], [" ", "Staff"]])
    done = freetext("train", "blank.csv", "--text", "verbatim", "--labels", "themes", "--model", "new", cwd=small)
    assert done.code == 1
    assert done.line.endswith("blank.csv: every answer is blank; there is nothing to learn from.")
    assert not (small / "new").exists()


def test_old_against_new(learn):
    """The second model is laid beside the first, takes over with its reason, and says on its card what changed."""
    _, folder = learn("--labels", "themes")
    first = digest(folder)
    done, _ = learn("--labels", "themes", "--seed", "1")
    assert f"{first} (old) against {digest(folder)} (new)" in done.out
    assert done.line.endswith(f"{digest(folder)}, because same recipe, as many labels")
    card = (folder / digest(folder) / "card.md").read_text()
    assert f"## Against {first}" in card
    again, _ = learn("--labels", "themes", "--seed", "1")
    assert again.line.endswith("because the same labels and seed give the same model")
    assert len((folder / "HISTORY.jsonl").read_text().splitlines()) == 2


def test_a_champion_that_cannot_be_read_has_nothing_to_defend(learn):
    """A damaged model in force is said to be, and the new one takes over."""
    _, folder = learn("--labels", "themes")
    (folder / digest(folder) / "arrays.npz").write_bytes(b"no zip")
    done, _ = learn("--labels", "themes", "--seed", "1")
    assert done.code == 0
    assert "the model in force cannot be read" in done.err
    assert manifest(folder)["facts"]["seed"] == 1


@pytest.mark.parametrize("margin", ["-0.1", "2", "much"])
def test_impossible_margins(learn, margin):
    """A margin outside 0..1 is refused in one line."""
    done, folder = learn("--labels", "themes", "--margin", margin)
    assert done.code == 2
    assert "--margin" in done.line
    assert not folder.exists()


def test_the_favour_of_the_cutoffs(learn):
    """--favour stands in the recipe and in the card, which shows what either favour costs; another word is refused in one line."""
    done, folder = learn("--labels", "themes", "--favour", "f1")
    assert done.code == 0
    assert manifest(folder)["facts"]["recipe"]["favour"] == "f1"
    assert "| f1 (this model) |" in done.out
    assert "| tally |" in done.out
    refused, _ = learn("--labels", "themes", "--favour", "speed", model="other")
    assert refused.code == 2
    assert "--favour" in refused.err


def test_few_labels_alone_are_said_to_teach_little(learn):
    """Below 20 labelled answers with none beside them one line says that the codeframe alone knows as much; not where others are."""
    assert learn("--labels", "themes")[0].err.count("freetext code --codeframe") == 1
    beside = learn("--labels", "themes", "--blank-labels", "unlabelled")[0]
    assert "freetext code --codeframe" not in beside.err


def test_a_file_is_no_folder_of_models(learn, small):
    """--model on a file is refused before anything is read, in a dry run too, in one line that names it."""
    (small / "taken").write_text("x")
    for more in ((), ("--dry-run",)):
        done, _ = learn("--labels", "themes", *more, model="taken")
        assert done.code != 0
        assert "taken: is a file" in done.err
        assert done.err.count("\n") == 1


def test_learners_are_named(learn):
    """An unknown learner is refused with those that there are; auto says that too few labels choose nothing."""
    done, _ = learn("--labels", "themes", "--learner", "foo")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "'svm', 'logistic', 'ridge', 'auto'" in done.err
    assert "Value error" not in done.err
    done, _ = learn("--labels", "themes", "--learner", "auto")
    assert "--learner auto: nothing was tried" in done.err


def test_the_learning_curve_is_that_of_the_learner(freetext, small, rows_to):
    """What --advice tells was measured with the learner that was asked for."""
    dice = random.Random(4)
    said = {"Money": ["money", "cost", "price"], "Staff": ["staff", "nurse", "people"]}
    rows = []
    for _ in range(90):
        theme = dice.choice(list(said))
        noise = dice.choices([*said["Money"], *said["Staff"], "and", "so", "well"], k=4)
        rows.append([" ".join([dice.choice(said[theme]), *noise]), theme])
    rows_to(small / "more.csv", [["text", "theme"], *rows])
    command = ("train", "more.csv", "--text", "text", "--labels", "theme")
    for learner in ("svm", "ridge"):
        file = f"{learner}.json"
        done = freetext(*command, "--model", learner, "--learner", learner, "--advice", file, cwd=small)
        assert done.code == 0, done.err
    training = read_answers(small / "more.csv", text="text", labels="theme")
    learnt = labelled_set(training.codeframe, training.answers, training.given, training.labelled)
    for learner, recipe in (("svm", DEFAULTS["svm"]), ("ridge", DEFAULTS["ridge"])):
        fitted = fit(learnt, survey=training.answers, recipe=recipe)
        sizes = learning_sizes(learnt, fitted.margins, recipe=recipe)
        (told,) = json.loads((small / f"{learner}.json").read_text())["advice"]
        expected = [round(quality(learnt.given, each.margins).micro, 4) for each in sizes]
        assert [each["micro_f1"] for each in told["curve"]] == expected
    assert told["curve"] != json.loads((small / "svm.json").read_text())["advice"][0]["curve"]
