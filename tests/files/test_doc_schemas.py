import re
from pathlib import Path

import pytest

from freetext.files.project.codeframes import CHANGE, NET, THEME, parse_codeframe
from freetext.files.project.codeframes import TOP as CODEFRAME_TOP
from freetext.files.project.settings import QUESTION, SURVEY, read_settings

DOCS = Path(__file__).parents[2] / "docs"


def blocks(page):
    return re.findall(r"^```toml\n(.*?)^```$", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_the_codeframe_of_the_docs_reads_and_uses_every_key():
    """The example codeframe of the docs parses, and holds every key that the schema knows."""
    (text,) = blocks("codeframe.md")
    codeframe = parse_codeframe(text)
    assert codeframe.slugs == ("resource", "capability", "culture", "other", "dont-know", "none", "uncodable")
    used = {*re.findall(r"^(\w+) =", text, re.MULTILINE), *re.findall(r"^\[(\w+)\]$", text, re.MULTILINE)}
    assert used - {"KPI"} == {*CODEFRAME_TOP, *THEME, *NET, *CHANGE} - {"theme", "change"}
    assert codeframe.glossary == (("KPI", "key performance indicator"),)


def test_the_settings_of_the_docs_read_and_use_every_key(tmp_path):
    """The example settings of the docs parse, and hold every key that the schema knows."""
    (text,) = blocks("settings.md")
    (tmp_path / "freetext.toml").write_text(text, encoding="utf-8")
    questionnaire = read_settings(tmp_path).questionnaire
    assert {question.kind for question in questionnaire.questions} == {"open", "closed", "multi", "ranking", "other"}
    assert set(re.findall(r"^(\w+) =", text, re.MULTILINE)) == {"format", *SURVEY, *QUESTION}


@pytest.mark.parametrize(
    ("page", "schema"),
    [
        ("codeframe.md", {**CODEFRAME_TOP, **THEME, **NET, **CHANGE}),
        ("settings.md", {**SURVEY, **QUESTION, "format": "number"}),
    ],
)
def test_every_key_stands_in_a_table_of_the_docs(page, schema):
    """A key that a file may have is described in the docs, and no other is."""
    described = set(re.findall(r"^\| `(\w+)` \|", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE))
    kinds = {"open", "closed", "multi", "ranking", "other"}
    assert described - kinds == set(schema) - {"theme", "change"}
