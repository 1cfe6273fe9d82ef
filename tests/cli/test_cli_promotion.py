"""`freetext train` from logs with a random audit: what is locked, who takes over, and how that is undone with `freetext models`."""

import json
import random
import shutil

import pytest
from tests.cli.two_themes import SETTINGS

FRAME = 'name = "visit"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n[[theme]]\nslug = "food"\n'
SAID = {"money": "more money", "staff": "kind staff", "food": "cold food"}
SIZE, AUDITED = 260, 90


def answers():
    """Ids, texts and true themes of the survey."""
    dice = random.Random(1)
    for number in range(SIZE):
        themes = sorted(dice.sample(sorted(SAID), dice.choice([1, 1, 2])))
        yield str(number), ", ".join(f"{SAID[slug]} {dice.choice('abcdef')}" for slug in themes), themes


def log(project, labels, *, audited=AUDITED, coder="ada"):
    """Write a coder's log: the first so many answers are the audit, the others come from the queue."""
    folder = project / "data" / "annotated"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        {"id": each, "question": "why", "themes": themes, "coder": coder, "time": "", "source": source}
        for each, themes in labels
        for source in ["audit" if int(each) < audited else "queue"]
    ]
    (folder / f"{coder}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def true_labels(count=SIZE):
    """The first so many answers with their true themes."""
    return [(each, themes) for each, _, themes in answers()][:count]


def poor_labels():
    """All answers, those outside the audit coded at random for the most part."""
    dice = random.Random(2)
    return [
        (each, themes if int(each) < AUDITED or dice.random() < 0.4 else dice.sample(sorted(SAID), 1))
        for each, themes in true_labels()
    ]


@pytest.fixture(name="project")
def _project(tmp_path, rows_to):
    """A survey of one question without labels."""
    rows_to(tmp_path / "survey.csv", [["id", "why"], *([each, text] for each, text, _ in answers())])
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    (tmp_path / "frame.toml").write_text(FRAME)
    return tmp_path


@pytest.fixture(name="train")
def _train(freetext, project):
    """Train on some labels; gives what was said and the facts of the version that the last line of the history is about."""

    def train(labels, *more):
        log(project, labels)
        done = freetext("train", *more, cwd=project)
        assert done.code == 0, done.err
        last = json.loads((project / "models" / "visit" / "HISTORY.jsonl").read_text().splitlines()[-1])
        facts = json.loads((project / "models" / "visit" / last["digest"] / "manifest.json").read_text())["facts"]
        return done, last, facts

    return train


def in_force(project):
    """The version in force."""
    return (project / "models" / "visit" / "CURRENT").read_text().strip()


def test_below_200_everything_is_fitted(train):
    """199 labelled answers are all learnt from, the audited ones too."""
    done, last, facts = train(true_labels(199))
    assert "from 199 answers\n" in done.err
    assert facts["answers"] == 199
    assert "locked" not in facts
    assert (last["what"], last["from"]) == ("promoted", "")


def test_cutoffs_are_set_for_the_whole_survey(train):
    """What nobody has labelled counts too, and what is locked: recipe, reason and card say so, and without any of it the share stands."""
    _, _, facts = train(true_labels(199))
    assert (facts["recipe"]["cutoffs"], facts["unlabelled"]["answers"]) == ("expected share of the survey", SIZE - 199)
    done, _, facts = train(true_labels())
    assert facts["unlabelled"]["answers"] == AUDITED
    assert f"on {AUDITED} answers of the same survey" in " ".join(done.out.split())


def test_a_survey_that_is_labelled_as_a_whole_has_its_own_share(project, freetext):
    """Where every answer is labelled and none is locked, cut-offs stand at the share of the labels."""
    log(project, true_labels(), audited=0)
    done = freetext("train", cwd=project)
    assert done.code == 0, done.err
    assert "cutoffs training share" in " ".join(done.out.split())
    log(project, true_labels(259), audited=0)
    done = freetext("train", cwd=project)
    assert done.line.endswith("because same recipe, 1 fewer label, cut-offs now at the expected share of the survey")


def test_from_200_on_the_audit_is_locked(train):
    """At 200 the audit is kept out of the fit, and said to be; the facts hold its size and the hash of its labels."""
    done, _, facts = train(true_labels(200))
    assert f"from {200 - AUDITED} answers; {AUDITED} audited answers kept out" in done.err
    assert facts["answers"] == 200 - AUDITED
    assert facts["locked"]["answers"] == AUDITED
    assert facts["locked"]["labels"] != facts["labels"]
    assert f"The audit was kept from it: {AUDITED} answers" in done.out


def test_the_switch_to_a_locked_audit(train):
    """The champion that has seen the audit gives way to the same recipe, which says that the audit is locked from now on."""
    train(true_labels(199))
    done, last, _ = train(true_labels(220))
    assert f"same recipe, 69 fewer labels: {AUDITED} audited answers are locked from now on" in done.line
    assert last["what"] == "promoted"


def test_a_worse_model_is_kept_out(train, project, freetext):
    """The worse one stands on disk and in the history, exit code 0; the better one stays in force, with the reason, and --force overrides."""
    _, first, _ = train(true_labels())
    done, last, _ = train(poor_labels())
    assert done.line.startswith("kept: ")
    assert f"{first['digest']}, because micro F1 falls by" in done.line
    assert "which neither has seen" in done.out
    assert (last["what"], last["from"]) == ("kept", first["digest"])
    assert in_force(project) == first["digest"] != last["digest"]
    assert (
        f"## Against {first['digest']}" in freetext("models", "show", f"models/visit/{last['digest']}", cwd=project).out
    )
    forced, again, _ = train(poor_labels(), "--force")
    assert "because --force says so, although micro F1 falls by" in forced.line
    assert (again["what"], again["digest"]) == ("promoted", last["digest"])
    assert in_force(project) == last["digest"]


def test_a_wide_margin_is_not_all(train, project):
    """--margin widens what micro F1 may lose; what falls beyond chance is kept out all the same."""
    _, first, _ = train(true_labels())
    done, _, _ = train(poor_labels(), "--margin", "1")
    assert "falls beyond chance" in done.line
    assert in_force(project) == first["digest"]


def test_a_better_model_takes_over(train, project):
    """The other way round the new one is in force, because it is no worse on the audit."""
    _, first, _ = train(poor_labels())
    done, last, _ = train(true_labels())
    assert f"because it is no worse on {AUDITED} audited answers: micro F1 +" in done.line
    assert (last["what"], last["from"]) == ("promoted", first["digest"])
    assert in_force(project) == last["digest"]


def test_dry_run_tells_what_would_be_locked(train, freetext, project, listing):
    """--dry-run says what would be learnt and kept out, and writes nothing."""
    log(project, true_labels())
    before = listing(project)
    done = freetext("train", "--dry-run", cwd=project)
    assert f"{AUDITED} audited answers kept out" in done.err
    assert listing(project) == before


def test_the_same_labels_give_the_same_digest_whatever_was_before(train, project):
    """What is in force and how the comparison ended is no part of the digest."""
    _, first, _ = train(true_labels())
    train(poor_labels())
    _, again, _ = train(true_labels(), "--seed", "1")
    assert again["digest"] != first["digest"]
    done, _, _ = train(true_labels())
    assert first["digest"] in done.out


@pytest.fixture(name="versions")
def _versions(train):
    """Two versions, the second in force: the digests."""
    return [train(labels)[1]["digest"] for labels in (poor_labels(), true_labels())]


def test_models_list_says_since_when(versions, freetext, project):
    """The version in force has a star and the time from which it is; one theme is one theme."""
    lines = freetext("models", "list", cwd=project).out.splitlines()
    starred = next(line for line in lines if line.startswith("*"))
    assert versions[1] in starred
    assert ", in force since 2" in starred
    assert starred.endswith(" UTC")
    assert all(("in force" in line) == (versions[1] in line) for line in lines)


def test_one_theme_is_one_theme(freetext, small, rows_to):
    """`models list` counts as people do."""
    rows_to(small / "one.csv", [["verbatim", "themes"], ["more money", "Money"]])
    freetext("train", "one.csv", "--text", "verbatim", "--labels", "themes", "--model", "one", cwd=small)
    assert "1 theme, 1 answer, no scores" in freetext("models", "list", "one", cwd=small).out


def test_models_compare(versions, freetext, project):
    """Two versions by the beginnings of their digests: by their cards, and on the locked audit of the project."""
    done = freetext("models", "compare", versions[0][:7], versions[1][:7], cwd=project)
    assert done.code == 0, done.err
    assert done.out.count(f"{versions[0]} (old) against {versions[1]} (new)") == 2
    assert "no fair comparison" in done.out
    assert f"F1 on {AUDITED} audited answers of {AUDITED} respondents, which neither has seen" in done.out
    assert "better" in done.out


def test_models_compare_without_an_audit(freetext, project, train):
    """Where one of them has seen the audit the cards alone are compared, and it is said why."""
    first = train(true_labels(199))[1]["digest"]
    second = train(true_labels())[1]["digest"]
    done = freetext("models", "compare", first, second, cwd=project)
    assert done.out.count("against") == 1
    assert "not compared on the audit: one of them has seen it" in done.err


def test_models_promote_and_rollback(versions, freetext, project):
    """`promote` puts a version in force by hand, rollback the one before, and says which; what is not there lists what is."""
    assert freetext("models", "promote", versions[0][:6], "--dry-run", cwd=project).code == 0
    assert in_force(project) == versions[1]
    done = freetext("models", "promote", versions[0][:6], cwd=project)
    assert versions[0] in done.line
    assert in_force(project) == versions[0]
    assert freetext("models", "promote", versions[0], cwd=project).line.endswith("as before")
    back = freetext("models", "rollback", cwd=project)
    assert back.line.endswith(f"{versions[1]} (before: {versions[0]})")
    assert in_force(project) == versions[1]
    assert freetext("models", "rollback", "visit", "--dry-run", cwd=project).line.endswith(
        f"{versions[0]} (before: {versions[1]})"
    )
    unknown = freetext("models", "promote", "zz", cwd=project)
    assert unknown.code == 2
    assert all(each in unknown.line for each in versions)


def test_rolling_back_the_first_version_is_refused(train, freetext, project):
    """Where nothing was in force before, the answer is no: exit code 1."""
    train(true_labels(199))
    done = freetext("models", "rollback", cwd=project)
    assert done.code == 1
    assert "no version was in force before" in done.line


def test_which_model_shall_be_rolled_back(versions, freetext, project):
    """With several models in force it has to be named."""
    shutil.copytree(project / "models" / "visit", project / "models" / "other")
    done = freetext("models", "rollback", cwd=project)
    assert done.code == 2
    assert "which model? Name one" in done.line
    assert freetext("models", "rollback", "models/visit", cwd=project).code == 0


def test_models_verify(versions, freetext, project):
    """Sound versions are named as such; one changed byte is damage, exit code 1."""
    done = freetext("models", "verify", cwd=project)
    assert done.code == 0
    assert done.out.count("sound") == 2
    card = project / "models" / "visit" / versions[0] / "card.md"
    card.write_text(card.read_text() + " ")
    done = freetext("models", "verify", cwd=project)
    assert done.code == 1
    assert "damaged" in done.out
    assert "1 of 2 versions cannot be used" in done.line


def test_models_show_tells_the_history(versions, freetext, project):
    """Behind the card stands what became of the version, and why."""
    shown = freetext("models", "show", cwd=project).out
    assert "## History" in shown
    assert f"promoted (before: {versions[0]}): it is no worse" in shown


def test_labels_of_merged_themes_are_learnt_as_what_they_are_now(freetext, project):
    """Labels with a theme that was merged since are carried over by the codeframe's log of changes."""
    log(project, true_labels(150))
    done = freetext("codeframe", "merge", "food", "--into", "staff", cwd=project)
    assert done.code == 0, done.err
    done = freetext("train", cwd=project)
    assert done.code == 0, done.err
    told = json.loads((project / "models" / "visit" / in_force(project) / "manifest.json").read_text())
    both = sum(bool({"staff", "food"} & set(themes)) for _, themes in true_labels(150))
    assert {each["slug"]: each["positives"] for each in told["themes"]}["staff"] == both


def test_a_model_of_much_fewer_labels_does_not_take_over(train, project):
    """Where the labels of another file, or few of them, are learnt by themselves, the model in force stays; --force overrules."""
    best = train(true_labels(190))[1]["digest"]
    _, last, _ = train(true_labels(60))
    assert (last["what"], in_force(project)) == ("kept", best)
    assert "130 fewer labels: much less to learn from" in last["why"]
    assert train(true_labels(60), "--force")[1]["what"] == "promoted"


def test_what_was_rolled_back_is_not_put_in_force_by_the_same_labels(train, freetext, project):
    """Training again without a new label leaves a rolled-back model where it is."""
    old = train(true_labels(150))[1]["digest"]
    train(true_labels(190))
    freetext("models", "rollback", cwd=project)
    assert in_force(project) == old
    _, last, _ = train(true_labels(190))
    assert (last["what"], last["why"]) == ("kept", "it was rolled back; --force puts it in force again")
    assert in_force(project) == old
