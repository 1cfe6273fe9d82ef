"""Groups of a discovery name answers by their ids: forgetting a person removes them."""

from freetext.files.forgetting.traces import caches
from freetext.files.project.settings import read_settings


def test_groups_and_decisions_on_them_are_removed(tmp_path):
    """Kept groups and the logs on them are among what forgetting removes; what else lies there is not."""
    (tmp_path / "freetext.toml").write_text('format = 1\n[survey]\nname = "x"\nkey = "k"\n')
    folder = tmp_path / "output" / "discover"
    folder.mkdir(parents=True)
    for name in ("survey.json", "survey.ann.jsonl", "notes.txt"):
        (folder / name).write_text("{}")
    assert [path.name for path in caches(read_settings(tmp_path))] == ["survey.ann.jsonl", "survey.json"]
