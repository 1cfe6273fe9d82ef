"""Labels from the coders' logs: several codeframes learnt together, rules named as rules, and labels that another wave must not get."""

import json

import pytest

SETTINGS = """\
format = 1
[survey]
file = "survey.csv"
id = "id"
codeframe = "first.toml"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "why"
[[question]]
name = "how"
kind = "open"
column = "how"
codeframe = "second.toml"
"""
FRAME = 'name = "{}"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n'


@pytest.fixture(name="project")
def _project(tmp_path, rows_to):
    """A survey of two questions, each with a codeframe of its own, and a second wave with the same ids; no labels yet."""
    rows = [[str(n), f"more money {n}", f"kind staff {n}"] for n in range(1, 7)]
    for wave in ("survey", "wave2"):
        rows_to(tmp_path / f"{wave}.csv", [["id", "why", "how"], *rows])
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    for name in ("first", "second"):
        (tmp_path / f"{name}.toml").write_text(FRAME.format(name))
    return tmp_path


def log(project, *decisions, coder="ada", source="import"):
    """Append decisions (id, question, themes) to a coder's log, without hashes."""
    folder = project / "data" / "annotated"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{coder}.jsonl").open("a") as lines:
        for answer, question, themes in decisions:
            values = {
                "id": answer,
                "question": question,
                "themes": themes,
                "coder": coder,
                "time": "",
                "source": source,
            }
            lines.write(json.dumps(values) + "\n")


def labelled(question, theme):
    """Five answers to a question, all with one theme."""
    return [(str(n), question, [theme]) for n in range(1, 6)]


def in_force(project):
    """The models that are in force."""
    return sorted(each.parent.name for each in project.glob("models/*/CURRENT"))


def test_each_codeframe_gets_its_model(freetext, project):
    """One `train` learns one model for each codeframe, from the labels of its questions."""
    log(project, *labelled("why", "money"), *labelled("how", "staff"))
    done = freetext("train", cwd=project)
    assert done.code == 0, done.err
    assert in_force(project) == ["first", "second"]


def test_a_codeframe_without_labels_is_passed_over(freetext, project):
    """The codeframe that nobody has coded with yet is named and passed over; the other is learnt."""
    log(project, *labelled("how", "staff"))
    done = freetext("train", cwd=project)
    assert done.code == 0, done.err
    assert "- 'first' is passed over: no labelled answer to learn from." in done.err
    assert in_force(project) == ["second"]


def test_without_any_label_there_is_nothing_to_learn(freetext, project):
    """Where no codeframe has labels it is refused, with what mends it."""
    done = freetext("train", cwd=project)
    assert done.code == 2
    assert "no labelled answer to learn from" in done.line
    assert "passed over" not in done.err


def test_no_model_is_in_force_until_all_are_learnt(freetext, project, listing):
    """A fault in the second codeframe's labels leaves the first one's model as it was: nothing is written at all."""
    log(project, *labelled("why", "money"), ("1", "how", ["stuff"]))
    before = listing(project)
    done = freetext("train", cwd=project)
    assert done.code == 2
    assert "Did you mean 'staff'?" in done.line
    assert listing(project) == before


@pytest.fixture(name="coded")
def _coded(freetext, project, rows_in):
    """Train, then code a wave: gives the cells of an answer's themes and sources, and what was said."""
    log(project, *labelled("why", "money"), *labelled("how", "staff"))
    assert freetext("train", "--quiet", cwd=project).code == 0

    def coded(wave, row):
        done = freetext("code", wave, "-o", "-", cwd=project)
        assert done.code == 0, done.err
        head, *rows = rows_in(done.out)
        cells = dict(zip(head, rows[row], strict=True))
        return cells["freetext_themes:why"], cells["freetext_source:why"], done.err

    return coded


def test_a_rule_in_the_logs_is_no_person(coded, project):
    """What only a rule decided is `theme=rule`; where a person decided too, it is theirs."""
    log(project, ("6", "why", ["staff"]), ("1", "why", ["staff"]), coder="rules", source="rule")
    assert coded("survey.csv", 5)[:2] == ("staff", "staff=rule")
    assert coded("survey.csv", 0)[:2] == ("money", "money=human")


def test_labels_without_a_hash_do_not_reach_another_wave(coded, project):
    """Another file with the same ids is coded by the model, and the labels that might be meant are counted."""
    log(project, ("1", "why", ["staff"]))
    assert coded("survey.csv", 0)[:2] == ("staff", "staff=human")
    themes, source, said = coded("wave2.csv", 0)
    assert (themes, source) == ("money", "money=model")
    assert "11 labels carry no hash of their texts, and this is not the survey's own file" in said
