import difflib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from freetext.errors import CodeframeError, FreetextError
from freetext.files.project.codeframe_edits import rewritten
from freetext.files.project.codeframes import parse_codeframe, read_codeframe
from freetext.survey import recoding

TIME = "2026-11-22T10:00:00Z"
TEXT = '''\
# Our themes. Ask Anna before you change them.
format = 1
name = "visit"   # the model bears it
single = true    # one theme an answer

[glossary]
# as they write it
LAC = "looked after children"  # or LACs
"A&E" = 'emergency'

# --- what it takes ---

[[net]]
slug = "means"
number = 10

# Money: asked for by the board.
[[theme]]   # since 2019
slug   =  'money'  # never change
number = 11
net = "means"
keywords = [
  "fund*",  # funding
  "cash"    # and coins
]
definition = """
Budgets.
# not a comment
"""
# said about money

[[theme]]
  slug = "staff"
  number = 12
  include = ["vacancies"]  # and leave
  net = "means"
# a note on staff

# --- what stands in the way ---
# (two themes)

[[net]]
slug = "mind"
number = 20

[[theme]]
slug = "habit"
number = 21
net = "mind"
definition = """
[[theme]]
slug = "no"
# still no comment"""
[[theme]]
slug = "fear"
number = 22
net = "mind"

# Reserved codes come last.
[[theme]]
slug = "none"
number = 99
reserved = "none"
# the end
'''
SLUGS = ("money", "staff", "habit", "fear")


@pytest.fixture(name="path")
def _path(tmp_path):
    path = tmp_path / "codeframe.toml"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


def difference(old, new):
    """The lines that went and the lines that came, but for blank ones."""
    found = [each for each in difflib.ndiff(old.split("\n"), new.split("\n")) if each[2:].strip()]
    return [each[2:] for each in found if each[0] == "-"], [each[2:] for each in found if each[0] == "+"]


def changed(path, plan):
    before = read_codeframe(path)
    return difference(path.read_text(encoding="utf-8"), rewritten(path, before, plan(before).codeframe))


def test_a_rename_touches_one_line(path):
    """A new slug stands in the old one's place with the remark behind it; the change is added at the end; all else stays."""
    went, came = changed(
        path, lambda frame: recoding.rename(frame, "money", "cash", time=TIME, name="Cash", why='it\'s "cash"')
    )
    assert went == ["slug   =  'money'  # never change"]
    assert came == [
        'slug   =  "cash"  # never change',
        'name = "Cash"',
        "[[change]]",
        'op = "rename"',
        'from = ["money"]',
        'to = ["cash"]',
        f'time = "{TIME}"',
        'why = "it\'s \\"cash\\""',
    ]


def test_a_name_that_follows_the_slug_is_not_written(path):
    """A theme without a name is called by its slug, the new one too."""
    _, came = changed(path, lambda frame: recoding.rename(frame, "money", "cash", time=TIME))
    assert not any(line.startswith("name") for line in came)


def test_a_new_name_alone_leaves_no_change(path):
    """A name is written without an entry in the log."""
    assert changed(path, lambda frame: recoding.rename(frame, "fear", time=TIME, name="Fear")) == (
        [],
        ['name = "Fear"'],
    )


def test_a_merge_adds_to_lists_as_they_are_written(path):
    """Lists grow at their end and keep their layout and remarks; a table that goes leaves the comments around it."""
    went, came = changed(path, lambda frame: recoding.merge(frame, ["money"], "staff", time=TIME))
    assert "# Money: asked for by the board." not in went
    assert "# said about money" not in went
    assert 'keywords = ["fund*", "cash"]' in came
    assert "  number = 12" not in went
    went, came = changed(path, lambda frame: recoding.merge(frame, ["staff"], "money", time=TIME))
    assert [line for line in came if "vacancies" in line] == ['include = ["vacancies"]']
    assert "# a note on staff" not in went
    path.write_text(TEXT.replace('include = ["vacancies"]', 'keywords = ["CASH", "people"]'), encoding="utf-8")
    whole = rewritten(
        path, read_codeframe(path), recoding.merge(read_codeframe(path), ["staff"], "money", time=TIME).codeframe
    )
    assert '  "fund*",  # funding\n  "cash",    # and coins\n  "people"\n]\n' in whole


def test_a_list_on_one_line_breaks_when_it_grows_long(path):
    """A list that would run over the edge is written one text a line, its remark kept."""
    long = ["a long example of what people say"] * 2 + ["another of what they say"] * 2
    listed = ", ".join(f'"{text} {place}"' for place, text in enumerate(long))
    path.write_text(TEXT.replace('slug = "fear"', f'slug = "fear"\ninclude = [{listed}]'), encoding="utf-8")
    _, came = changed(path, lambda frame: recoding.merge(frame, ["fear"], "staff", time=TIME))
    assert came[:3] == ["  include = [", '  "vacancies",', '  "a long example of what people say 0",']
    assert "]  # and leave" in came


def test_parts_stand_where_the_theme_stood(path):
    """The parts' tables take the place of the one that goes, between its comments, and ask for a definition."""
    before = read_codeframe(path)
    whole = rewritten(path, before, recoding.split(before, "money", ["grants", "fees"], time=TIME).codeframe)
    assert (
        '# Money: asked for by the board.\n[[theme]]\nslug = "grants"\nnumber = 23\nname = "Grants"\n'
        'definition = ""  # What belongs here, what does not? Write it before anybody codes with this theme.\nnet = "means"\n'
        '\n[[theme]]\nslug = "fees"\nnumber = 24\nname = "Fees"\n'
    ) in whole
    assert 'net = "means"\n# said about money\n\n[[theme]]\n  slug = "staff"\n' in whole


def test_a_comment_of_a_theme_that_went_does_not_stick_to_the_next(path):
    """Comments above and below a table that goes stay, with a blank line before the next table."""
    before = read_codeframe(path)
    whole = rewritten(path, before, recoding.retire(before, "money", time=TIME).codeframe)
    assert (
        'number = 10\n\n# Money: asked for by the board.\n\n# said about money\n\n[[theme]]\n  slug = "staff"\n'
        in whole
    )
    last = rewritten(path, before, recoding.retire(before, "none", time=TIME).codeframe)
    assert 'net = "mind"\n\n# Reserved codes come last.\n\n# the end\n\n[[change]]\n' in last


def test_counted_numbers_are_written_when_they_would_change(path):
    """Themes and nets without a number keep theirs when a table before them goes; a rename leaves them uncounted."""
    path.write_text(
        '[[theme]]\nslug = "a"\n[[theme]]\nslug = "b"\n[[net]]\nslug = "n"\n[[theme]]\nslug = "c"\nnumber = 7',
        encoding="utf-8",
    )
    _, came = changed(path, lambda frame: recoding.rename(frame, "b", "z", time=TIME))
    assert not any(line.startswith("number") for line in came)
    before = read_codeframe(path)
    whole = rewritten(path, before, recoding.retire(before, "a", time=TIME).codeframe)
    assert whole.startswith(
        '[[theme]]\nslug = "b"\nnumber = 2\n[[net]]\nslug = "n"\nnumber = 4\n[[theme]]\nslug = "c"\nnumber = 7\n\n[['
    )


def test_windows_marks_and_line_ends_stay(path):
    """A file with a byte-order mark and CRLF keeps both."""
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    before = read_codeframe(path)
    whole = rewritten(path, before, recoding.retire(before, "fear", time=TIME).codeframe)
    assert whole.startswith("\ufeff# Our themes.")
    assert whole.count("\n") == whole.count("\r\n") > TEXT.count("\n") - 6


def test_tables_within_a_line_are_refused(path):
    """Themes that stand in one inline list cannot be edited in place, which is said with what mends it."""
    path.write_text('theme = [{slug = "a"}, {slug = "b"}]', encoding="utf-8")
    before = read_codeframe(path)
    with pytest.raises(CodeframeError, match=r"codeframe\.toml: cannot be edited here.*Nothing was written"):
        rewritten(path, before, recoding.rename(before, "a", "c", time=TIME).codeframe)


@pytest.mark.parametrize("content", [TEXT.replace("99", "98"), "theme = ", "\xff"])
def test_a_file_that_changed_meanwhile_is_left_alone(path, content):
    """What somebody else wrote since the codeframe was read is not written over."""
    before = read_codeframe(path)
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(CodeframeError, match="changed meanwhile"):
        rewritten(path, before, recoding.retire(before, "fear", time=TIME).codeframe)


def planned(op, frame, first, more):
    """One of the four changes."""
    if op == "merge":
        return recoding.merge(frame, more, first, time=TIME)
    if op == "split":
        return recoding.split(frame, first, more, time=TIME)
    if op == "retire":
        return recoding.retire(frame, first, time=TIME)
    return recoding.rename(frame, first, more[0], time=TIME)


pool = st.sampled_from([*SLUGS, "none", "f", "g", "h"])
steps = st.lists(
    st.tuples(
        st.sampled_from(["merge", "split", "rename", "retire"]), st.lists(pool, min_size=2, max_size=3, unique=True)
    ),
    max_size=6,
)


@settings(max_examples=40)
@example([("merge", ["money", "staff"]), ("retire", ["fear", "money"]), ("merge", ["money", "habit"])], True)
@given(steps, st.booleans())
def test_any_changes_in_a_row_read_as_planned_and_keep_comments(tmp_path_factory, made, numbered):
    """Whatever is merged, split, renamed and retired in a row, each file reads as planned and no comment outside a theme's own keys goes."""
    path = tmp_path_factory.mktemp("edits") / "codeframe.toml"
    text = TEXT if numbered else "".join(line for line in TEXT.splitlines(keepends=True) if "number" not in line)
    path.write_text(text, encoding="utf-8")
    for op, (first, *more) in made:
        before = read_codeframe(path)
        try:
            plan = planned(op, before, first, more)
        except FreetextError:
            continue
        path.write_text(rewritten(path, before, plan.codeframe), encoding="utf-8")
        assert read_codeframe(path) == plan.codeframe
    kept = path.read_text(encoding="utf-8")
    assert all(line in kept for line in TEXT.split("\n") if line.startswith("#") and "comment" not in line)
    before, after = parse_codeframe(text), parse_codeframe(kept)
    assert (after.nets, after.single, after.glossary) == (before.nets, before.single, before.glossary)
