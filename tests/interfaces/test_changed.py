"""What has changed between two coded waves: one way to find it, whoever asks."""

import csv

import pytest
from tests.interfaces.two_waves import code_again, write_coded, write_waves

import freetext
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.demo import write_demo
from freetext.files.project.settings import read_settings
from freetext.files.project.survey_answers import survey_answers
from freetext.interfaces.bridge_reviews import drawable
from freetext.interfaces.report_requests import Request
from freetext.interfaces.reporting import made
from freetext.review.bridge_draw import drawn
from freetext.show.numbers import EMPTY
from freetext.show.report_page import written
from freetext.tallies.points import extent, signed
from freetext.tallies.rounding import percent

WORDS = {"resource": "money", "risk-aversion": "risk", "capability": "staff", "culture": "culture"}


@pytest.fixture(name="waves")
def _waves(tmp_path):
    write_waves(tmp_path / "survey")
    write_coded(tmp_path / "survey")
    return tmp_path / "survey"


def listed(folder, coded, *, project=True, **more):
    """The lists of what has changed of a report of both coded files, by question."""
    asked = Request(
        coded=str(coded[1]), project=str(folder) if project else "", waves=(str(coded[0]),), verbatims=False, **more
    )
    sections = made(asked).report.sections
    return {section.title: each for section in sections for each in section.listings if each.name.endswith("-changed")}


def agree(question, found):
    """Hold a report's list against the totals of a comparison, figure by figure as they are printed."""
    assert len(found.rows) == len(question.changes[0].rows)
    for row, printed in zip(question.changes[0].rows, found.rows, strict=True):
        cell = row.cells[0]
        shares = [percent(each.share) if each else EMPTY for each in (cell.old, cell.new)]
        by = [signed(cell.by.share), extent(cell.by)] if cell.by else []
        counts = "" if cell.p is None else "yes" if cell.counts else "no"
        assert [written(each) for each in printed[1:3]] == shares
        if by:
            assert [*map(written, printed[3:6])] == [*by, counts]
        if question.bridges:
            total, *parts = question.bridges[0].row(row.theme).cells[0].in_points()
            assert total == by[0]
            assert [written(printed[6]), written(printed[8])] == parts


def coded_by_words(folder, name):
    """Write a coded file of a wave of the demo that people coded whole: a theme where a word of it is written."""
    path = folder / "output" / f"{name}-coded.csv"
    path.parent.mkdir(exist_ok=True)
    with (folder / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        for question in ("barrier_why", "issues_year"):
            given = [slug for slug, word in WORDS.items() if word in row[question].casefold()]
            row[f"freetext_themes:{question}"] = ";".join(given)
            row[f"freetext_source:{question}"] = ";".join(f"{slug}=human" for slug in given) or "human"
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_report_says_what_compare_says_of_the_demo(tmp_path):
    """The report's shares, changes, intervals and marks of both waves of the demo are those of `compare`, to the digit."""
    folder = tmp_path / "demo"
    write_demo(folder)
    settings = folder / "freetext.toml"
    told = settings.read_text(encoding="utf-8").replace(
        'file = "survey.csv" ', 'file = "wave2.csv"\nearlier = ["survey.csv"] '
    )
    settings.write_text(told, encoding="utf-8")
    coded = [coded_by_words(folder, name) for name in ("survey", "wave2")]
    compared = freetext.compare(project=folder, old_coded=coded[0], new_coded=coded[1])
    lists = listed(folder, coded)
    changed = [each for each in compared.questions if each.changes]
    assert len(changed) == 2
    for each in changed:
        agree(each, lists[each.title])


def bridge_to(folder, size=40):
    """Let somebody code answers of the first wave again."""
    project = read_settings(folder)
    there = drawable(survey_answers(project, "one.csv"), project, ["say"])
    order = [there.answers.keys[place][0] for place in drawn(there.answers, there.frame, len(there.answers))]
    code_again(folder, order[:size])


def test_a_report_says_what_compare_says_of_a_bridge(waves):
    """World and coding are the same in both."""
    bridge_to(waves)
    (question,) = freetext.compare(project=waves).questions
    (found,) = listed(waves, [waves / "output" / f"{name}-coded.csv" for name in ("one", "two")]).values()
    assert len(found.head) == 11
    agree(question, found)


def test_a_report_says_what_compare_says_without_a_project(waves):
    """Without a project and a codeframe the themes are those of each file, in both, and both say so."""
    coded = [waves / "output" / f"{name}-coded.csv" for name in ("one", "two")]
    first = coded[0].read_text(encoding="utf-8").replace("staff=human", "human").replace("staff", "")
    coded[0].write_text(first, encoding="utf-8")
    (question,) = freetext.compare(*coded, text="say").questions
    (found,) = listed(waves, coded, project=False, text="say").values()
    agree(question, found)
    assert question.changes[0].row("staff").cells[0].said == "not in OLD"
    assert any("nobody gave in one reads" in each for each in found.notes)
    assert any("nobody gave in OLD reads" in each for each in question.notes)


def test_a_bridge_that_cannot_be_read_is_left_aside(waves):
    """A bridge with a decision for a theme that nobody knows takes no change away, in neither; both say why it is not there."""
    bridge_to(waves)
    log = next((waves / "data" / "annotated" / "bridge" / "one").glob("*.jsonl"))
    log.write_text(log.read_text(encoding="utf-8").replace('"staff"', '"stuff"'), encoding="utf-8")
    (question,) = freetext.compare(project=waves).questions
    (found,) = listed(waves, [waves / "output" / f"{name}-coded.csv" for name in ("one", "two")]).values()
    assert question.changes
    assert question.bridges == ()
    for notes in (question.notes, found.notes):
        assert any("The bridge is left aside" in each and "stuff" in each for each in notes)


def with_place(path, *, time):
    """A codeframe with one theme more, which its log adds at a time."""
    more = f'[[theme]]\nslug = "place"\nname = "Place"\nnumber = 3\n[[change]]\nop = "add"\nto = ["place"]\ntime = "{time}"\n'
    target = path.with_name("other.toml")
    target.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return target


@pytest.mark.parametrize("project", [True, False])
def test_the_log_of_another_codeframe_counts(waves, project):
    """Where --codeframe names another one, its own log says which themes OLD could not be coded with; with a project or without."""
    coded = [waves / "output" / f"{name}-coded.csv" for name in ("one", "two")]
    other = with_place(waves / "codeframe.toml", time="2024-12-01T00:00:00Z" if project else "2999-01-01T00:00:00Z")
    options = {"project": waves} if project else {"text": "say"}
    (question,) = freetext.compare(*coded, codeframe=other, **options).questions
    place = question.changes[0].row("place").cells[0]
    assert (place.kind, place.old, place.said) == ("new", None, "not in OLD")
    assert question.changes[0].row("money").cells[0].kind == "compared"
    (found,) = listed(
        waves, coded, project=project, codeframe=str(other), **({} if project else {"text": "say"})
    ).values()
    agree(question, found)


def test_a_theme_of_another_codeframe_that_its_log_merged_is_carried(waves):
    """Codes of OLD that the log of the other codeframe moved are compared under what they are now."""
    coded = [waves / "output" / f"{name}-coded.csv" for name in ("one", "two")]
    text = (waves / "codeframe.toml").read_text(encoding="utf-8").replace('"staff"', '"people"')
    other = waves / "other.toml"
    change = '[[change]]\nop = "rename"\nfrom = ["staff"]\nto = ["people"]\ntime = "2024-12-01T00:00:00Z"\n'
    other.write_text(text + change, encoding="utf-8")
    coded[1].write_text(
        coded[1].read_text(encoding="utf-8").replace("staff=", "people=").replace("staff", "people"), encoding="utf-8"
    )
    (question,) = freetext.compare(*coded, text="say", codeframe=read_codeframe(other)).questions
    cell = question.changes[0].row("people").cells[0]
    assert cell.kind == "compared"
    assert cell.old is not None
    assert cell.old.share > 0.3
