import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.files.codeframe_strategies import codeframes

from freetext.errors import CodeframeError, FreetextError, MissingFile, OutputError
from freetext.files.project.codeframes import codeframe_text, parse_codeframe, read_codeframe, write_codeframe
from freetext.survey.fates import Change

SMALL = """\
# themes
name = "small"

[[theme]]
slug = "a"
"""

THEME = '[[theme]]\nslug = "a"\n'


@settings(max_examples=100)
@given(codeframes())
def test_a_codeframes_text_parses_back(codeframe):
    """The text of a codeframe reads as an equal codeframe, and the same codeframe always has the same text."""
    text = codeframe_text(codeframe)
    again = parse_codeframe(text)
    assert again == codeframe
    assert codeframe_text(again) == text


@settings(max_examples=150)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: (SMALL + text).encode("utf-8", "replace"))
    )
)
@example(b"\xff\xfe")
@example(b'theme = [{slug = "a"}, {slug = "a"}]')
@example(b"a = " + b"[" * 5000)
@example(b"a = " + b"9" * 5000)
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path_factory, raw):
    """Whatever a file holds, it reads as a codeframe or is refused with one line that names the file."""
    path = tmp_path_factory.mktemp("codeframes") / "codeframe.toml"
    path.write_bytes(raw)
    said = str(path)
    try:
        assert read_codeframe(path).themes
    except FreetextError as error:
        said = str(error)
    assert said.startswith(str(path))
    assert "\n" not in said


def test_left_out_keys_have_their_defaults():
    """Names default to slugs, numbers to the place or the next that is free, the codeframe's name to the file's."""
    text = '[[theme]]\nslug = "a"\n[[theme]]\nslug = "b"\nnumber = 1\n[[theme]]\nslug = "c"\n[[net]]\nslug = "n"\n'
    codeframe = parse_codeframe(text, "my frame.toml")
    assert codeframe.name == "my-frame"
    assert [(theme.slug, theme.name, theme.number) for theme in (*codeframe.themes, *codeframe.nets)] == [
        ("a", "a", 2),
        ("b", "b", 1),
        ("c", "c", 3),
        ("n", "n", 4),
    ]


def test_the_order_of_the_file_is_kept():
    """Themes stand in the order of the file, whatever their slugs and numbers."""
    text = "".join(
        f'[[theme]]\nslug = "{slug}"\nnumber = {number}\n' for slug, number in [("z", 9), ("a", 8), ("m", 1)]
    )
    assert parse_codeframe(text).slugs == ("z", "a", "m")


def test_windows_marks_and_line_ends_do_not_matter(tmp_path):
    """A byte-order mark and CRLF read like their absence, and lines are counted the same."""
    path = tmp_path / "codeframe.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert read_codeframe(path).slugs == ("a",)
    path.write_bytes(b"\xef\xbb\xbf" + (SMALL + "nam = 1\n").replace("\n", "\r\n").encode())
    with pytest.raises(CodeframeError, match="line 6"):
        read_codeframe(path)


CHANGE = '[[change]]\ntime = "2026-11-22T10:00:00Z"\n'
GONE_TWICE = SMALL + CHANGE + 'op = "retire"\nfrom = ["c"]\n' + CHANGE + 'op = "rename"\nfrom = ["b"]\nto = ["c"]'
REFUSED = [
    ("[[theme]\nslug = 'a'", 1, "not TOML"),
    ("name = small", 1, "straight quotes"),
    ('name = "a"\nname = "b"\n', 2, "A key stands twice"),
    ('title = "C:\\data"', 1, "Write '/' in paths"),
    (SMALL + 'definitions = "x"', 6, r"unknown key 'definitions'.*Did you mean 'definition'"),
    (SMALL + "[setings]\nx = 1", 6, r"unknown key 'setings'"),
    (SMALL + "name = 3", 6, r'name must be a text in quotes, as in name = "\.\.\."'),
    (SMALL + 'always = "x"', 6, "always must be a list of texts"),
    (SMALL + "number = true", 6, "number must be a whole number"),
    (SMALL + "number = 12345678901", 6, "at most nine digits"),
    ('theme = "a"', 1, r"theme must be tables, each headed \[\[theme\]\]"),
    (SMALL + '[[theme]]\nname = "b"', 6, r"a \[\[theme\]\] without a slug"),
    (SMALL + '[[theme]]\nslug = ""', 7, "without a slug"),
    (SMALL + '\n[[theme]]\nname = "x"\nslug = "a"', 9, "slug 'a' stands twice, the first time in line 5"),
    (SMALL + 'number = 4\n[[net]]\nslug = "b"\nnumber = 4', 9, "number 4 stands twice, the first time in line 6"),
    (SMALL + '[[theme]]\nslug = "Bad One"', 7, "'bad-one' would do"),
    (SMALL + 'reserved = "no"', 6, "none, dont-know, other, uncodable"),
    (SMALL + 'net = "up"', 6, "names the net 'up', which is not there"),
    (SMALL + '[[theme]]\nslug = "b"\nnet = "a"', 8, "only a net holds themes"),
    (SMALL + '[[net]]\nslug = "b"\nnet = "c"\n[[net]]\nslug = "c"\nnet = "b"', 8, "in a circle: b > c > b"),
    (SMALL + '[[net]]\nslug = "b"\nalways = ["x"]', 8, "unknown key 'always'"),
    (SMALL + 'title = """\n[[theme]]\nslug = "no"\n"""\n', 6, r"unknown key 'title'"),
    (
        SMALL + 'definition = """\n[[theme]]\n\nslug = "no"\n"""\nnever = ["x", # ]\n  "y*",\n  "*z"]',
        13,
        "does not end a word",
    ),
    (SMALL + 'always = ["x", ""]', 6, "an empty phrase"),
    (SMALL + "name = ' '", 6, "blank name"),
    ("format = 2\nbrand = 'new'", 1, r"of format 2.*Update freetext"),
    ("format = 'x'", 1, "is no format"),
    ("name = 'not/this'\n[[theme]]\nslug = 'a'", 1, "no name for a codeframe"),
    (SMALL + "[theme.more]\nx = 1", 6, "unknown key 'more'"),
    (SMALL + ".".join("k" * 30) + " = 1", 6, "too many parts"),
    ('theme = [{slug = "a"},\n {slug = "a"}]', 1, "stands twice"),
    (SMALL + CHANGE + 'op = "marge"\nfrom = ["b"]', 8, "op = 'marge' is none of.*Did you mean 'merge'"),
    (SMALL + CHANGE + 'from = ["b"]', 6, "op = '' is none of"),
    (SMALL + CHANGE + 'from = ["b"]\nto = "a"', 9, "to must be a list of texts"),
    (SMALL + CHANGE + 'op = "split"\nfrom = ["b"]\nto = ["a"]', 10, "two or more in `to`"),
    (SMALL + CHANGE + 'op = "retire"\nfrom = ["b"]\nto = ["a"]', 10, "none in `to`"),
    (SMALL + "[[change]]\nop = 'retire'\nfrom = ['b']", 6, "time = '' is no time"),
    (SMALL + "[[change]]\ntime = 2026-11-22T10:00:00Z", 7, "time must be a text"),
    (SMALL + CHANGE + 'op = "retire"\nfrom = ["a"]', 5, "'a' has gone"),
    (SMALL + CHANGE + 'op = "rename"\nfrom = ["b"]\nto = ["c"]', 6, "leads to 'c', which is no theme"),
    (SMALL + CHANGE + 'op = "rename"\nfrom = ["b\\n"]\nto = ["c\\n"]', 6, r"leads to 'c\\n'"),
    (
        SMALL + '[glossary]\nLAC = "looked after children"\n"L A" = "local authority"',
        8,
        "'L A' is no abbreviation: one",
    ),
    (SMALL + '[glossary]\n"" = "nothing"', 7, "'' is no abbreviation"),
    (SMALL + '[glossary]\n"&" = "and"', 7, "'&' is no abbreviation: it has neither letter"),
    (SMALL + '[glossary]\n\nLAC = " "', 8, "'LAC' stands for nothing"),
    (SMALL + '[glossary]\nLAC = "a"\nlac = "b"', 8, "'lac' stands twice, the first time as 'LAC'"),
    (SMALL + "[glossary]\nLAC = 3", 6, r"glossary must be a table of texts"),
    ('single = "yes"\n' + SMALL, 1, "single must be true or false without quotes, as in single = true"),
    ("single = 1\n" + SMALL, 1, "single must be true or false"),
    (GONE_TWICE, 10, "rename b -> c: 'c' has gone before"),
]


@pytest.mark.parametrize(("text", "line", "said"), REFUSED, ids=[str(place) for place in range(len(REFUSED))])
def test_a_faulty_codeframe_is_refused_with_its_line(text, line, said):
    """Each fault is told in one line with the file, the line on which it stands, and what would do."""
    with pytest.raises(CodeframeError) as caught:
        parse_codeframe(text, "c.toml")
    assert str(caught.value).startswith(f"c.toml, line {line}: ")
    assert re.search(said, str(caught.value))
    assert "\n" not in str(caught.value)


def test_one_theme_an_answer_and_the_glossary_are_read():
    """`single = true` and `[glossary]` are read as they are written, wherever they stand, and are false and empty where they do not."""
    frame = parse_codeframe('single = true\n[glossary]\nLAC = "looked after children"\n"A&E" = "emergency"\n' + THEME)
    assert frame.single
    assert frame.glossary == (("LAC", "looked after children"), ("A&E", "emergency"))
    plain = parse_codeframe(SMALL)
    assert (plain.single, plain.glossary) == (False, ())
    assert len({frame.digest, plain.digest, parse_codeframe("single = true\n" + SMALL).digest}) == 3


def test_changes_are_read_in_order():
    """Changes stand in the order of the file, wherever they stand among the themes."""
    made = CHANGE + 'op = "rename"\nfrom = ["c"]\nto = ["b"]\n'
    text = made + SMALL.partition("\n\n")[2] + CHANGE + 'op = "merge"\nfrom = ["b"]\nto = ["a"]\nwhy = "small"\n'
    time = "2026-11-22T10:00:00Z"
    assert parse_codeframe(text).changes == (
        Change("rename", ("c",), ("b",), time),
        Change("merge", ("b",), ("a",), time, "small"),
    )


def test_a_codeframe_without_themes_is_refused():
    """Nothing to code with is no codeframe."""
    with pytest.raises(CodeframeError, match="has no theme"):
        parse_codeframe("name = 'a'")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    """A file beyond the limit is refused for its size."""
    path = tmp_path / "codeframe.toml"
    path.write_bytes(b"#" * 4_000_001)
    with pytest.raises(CodeframeError, match="more than 4 MB"):
        read_codeframe(path)


@pytest.mark.parametrize("bit", ['\\"', '\\"""\n', "a.", '"a".', "[", "'", "[[a]]\n", "#", "a=1,"], ids=range(9))
def test_a_hostile_file_does_not_hang(bit):
    """A file of 400 KB that repeats one nasty piece is refused within seconds."""
    start = time.monotonic()
    with pytest.raises(CodeframeError):
        parse_codeframe('x = "' + bit * (400_000 // len(bit)))
    with pytest.raises(CodeframeError):
        parse_codeframe(bit * (400_000 // len(bit)))
    assert time.monotonic() - start < 20


def test_a_byte_that_is_no_utf8_is_named_with_its_line(tmp_path):
    """A file saved in another encoding is refused with the byte, the line and the remedy."""
    path = tmp_path / "codeframe.toml"
    path.write_bytes(SMALL.encode() + "name = 'é'".encode("cp1252"))
    with pytest.raises(CodeframeError, match=r"line 6: byte 0xe9 is no UTF-8\. Save the file as UTF-8"):
        read_codeframe(path)


def test_a_missing_file_suggests_its_neighbour(tmp_path):
    """A codeframe that is not there is refused, and the nearest file is named."""
    (tmp_path / "codeframe.toml").write_text(SMALL)
    with pytest.raises(MissingFile, match=r"Did you mean .*codeframe\.toml"):
        read_codeframe(tmp_path / "codefrmae.toml")


def test_writing_asks_before_it_replaces(tmp_path):
    """An existing file is replaced only with force, and what is written reads back."""
    path = tmp_path / "codeframe.toml"
    first, second = parse_codeframe(SMALL), parse_codeframe(SMALL + 'definition = "ü\\n"')
    write_codeframe(first, path)
    with pytest.raises(OutputError, match="--force"):
        write_codeframe(second, path)
    assert read_codeframe(path) == first
    write_codeframe(second, path, force=True)
    assert read_codeframe(path) == second
