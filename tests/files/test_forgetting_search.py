"""Where a text is found that somebody wrote, however a file writes it; and where it is not."""

import gzip
import html
import json
import unicodedata
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.exchange.dataset import Dataset, Variable
from freetext.files.exchange.sav import write_sav
from freetext.files.forgetting.readings import texts_in
from freetext.files.forgetting.skeletons import LEAST, bare_of, holds, skeletons_of
from freetext.files.forgetting.still import still_holding
from freetext.guard.handed_on import handed_on

TEXT = 'the café "closed" at 5,\nit\'s a corridor & no more'
MASKED = "please ask for Mrs Kendall on 020 7946 0018, she knows why I left the clinic"


def book(path, text):
    page = openpyxl.Workbook()
    page.worksheets[0].append(["note", text.replace("\n", "_x000D_\n")])
    page.save(path)


def boxed(path, content):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.gz", content)


def document(path, text):
    """A text in runs, as a word processor cuts it up."""
    runs = "".join(f"<w:r><w:t>{html.escape(text[at : at + 5])}</w:t></w:r>" for at in range(0, len(text), 5))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:p>{runs}</w:p>")


def statistics(path, text):
    write_sav(Dataset("d", "", (Variable("v", "text", (text,)),), 1), path)


WRITERS = {
    "plain.txt": lambda path, text: path.write_text(text),
    "windows.txt": lambda path, text: path.write_bytes(text.encode("cp1252")),
    "other.txt": lambda path, text: path.write_bytes(text.encode("mac-roman")),
    "wide.txt": lambda path, text: path.write_bytes(("x" + text).encode("utf-16-le")),
    "big-end.txt": lambda path, text: path.write_bytes(text.encode("utf-16-be")),
    "marked.txt": lambda path, text: path.write_bytes(text.encode("utf-16")),
    "quoted.csv": lambda path, text: path.write_text('"' + text.replace('"', '""') + '"\n'),
    "lines.json": lambda path, text: path.write_text(json.dumps({"a": text})),
    "letters.json": lambda path, text: path.write_text(json.dumps({"a": text}, ensure_ascii=False)),
    "page.html": lambda path, text: path.write_text(html.escape(text).replace("&#x27;", "&#39;")),
    "line-ends.html": lambda path, text: path.write_text(text.replace("\n", "<br>")),
    "taken-apart.txt": lambda path, text: path.write_text(unicodedata.normalize("NFD", text)),
    "packed.csv.gz": lambda path, text: path.write_bytes(gzip.compress(text.encode())),
    "boxes.zip": lambda path, text: boxed(path, gzip.compress(text.encode())),
    "book.xlsx": book,
    "document.docx": document,
    "table.parquet": lambda path, text: pq.write_table(pa.table({"a": [text]}), path),
    "statistics.sav": statistics,
    "statistics.zsav": statistics,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_text_is_found_however_a_file_writes_it(tmp_path, name):
    """Encodings, escapes, packing and composed letters hide nothing."""
    WRITERS[name](tmp_path / name, TEXT)
    (tmp_path / "another.txt").write_text("a café that is open at 6, and more of it")
    found = still_holding(tmp_path, [TEXT], encoding="mac-roman")
    assert [path.name for path in found.holding] == [name]
    assert found.unread == ()


def test_a_masked_text_is_found(tmp_path):
    """A text is known with its personal data covered, by our rules or by another list of names."""
    (tmp_path / "ours.txt").write_text(handed_on(MASKED))
    (tmp_path / "theirs.txt").write_text(MASKED.replace("Kendall", "[them]").replace("020 7946 0018", "###"))
    (tmp_path / "nobody.txt").write_text("please ask for [name] on [phone]")
    assert [path.name for path in still_holding(tmp_path, [MASKED]).holding] == ["ours.txt", "theirs.txt"]


def test_short_texts_and_placeholders_are_everybodys(tmp_path):
    """A text of fewer than twelve letters is not searched for, nor one of which nothing but placeholders is left."""
    (tmp_path / "a.txt").write_text("nothing at all; [phone] [email] [phone]")
    texts = ["nothing", "020 7946 0018 a@b.org 020 7946 0019"]
    assert still_holding(tmp_path, texts).holding == ()


def test_what_cannot_be_searched_is_named(tmp_path):
    """A damaged file is no file without their text: it is named."""
    (tmp_path / "torn.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "torn.parquet").write_bytes(b"PAR1")
    (tmp_path / "print.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "locked.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    found = still_holding(tmp_path, [TEXT])
    assert [path.name for path in found.unread] == ["locked.xlsx", "print.pdf", "torn.parquet", "torn.zip"]


def test_histories_are_not_searched(tmp_path):
    """The history of version control is left out, as the command says."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "blob").write_text(TEXT)
    assert still_holding(tmp_path, [TEXT]).holding == ()


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), min_size=LEAST, max_size=60))
def test_every_text_is_found_in_json_and_html(tmp_path_factory, text):
    """Whatever is written, JSON with and without escapes and HTML with escapes hold it."""
    wanted = skeletons_of([text])
    if len(bare_of(text)) >= LEAST:
        assert wanted
    for written in (json.dumps([text]), json.dumps([text], ensure_ascii=False), html.escape(text), f'"{text}"'):
        assert not wanted or holds(written, wanted)


def test_a_file_of_another_kind_gives_its_bytes(tmp_path):
    """A file without an ending that is known is searched as text."""
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01" + TEXT.encode())
    assert any(holds(text, skeletons_of([TEXT])) for text in texts_in(tmp_path / "odd.bin"))


def test_packed_files_are_bounded(tmp_path):
    """What unpacks to more than is searched, or is packed too often, is named and not unpacked to the end."""
    content = b"x"
    for _ in range(9):
        content = gzip.compress(content)
    (tmp_path / "onion.gz").write_bytes(content)
    bomb = zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED)
    with bomb, bomb.open("zeros", "w") as member:
        for _ in range(201):
            member.write(bytes(1_000_000))
    assert [path.name for path in still_holding(tmp_path, [TEXT]).unread] == ["bomb.zip", "onion.gz"]
