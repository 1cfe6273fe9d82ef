"""Files made to harm, by name: bombs, entities, paths, giants, nesting, claims, odd bytes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.mutations import members, packed
from tests.hostile.readers import samples_of
from tests.hostile.trials import Trial

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DOCTYPES = {
    "laughs": f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY l11 "{"a" * 100_000}">]>',
    "external": '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
    "dtd": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
}
DEEP = 100_000
LAST = b"</worksheet>"


def attacks(samples: Path) -> Iterator[Trial]:
    """Make all of them."""
    for make in (_xml, _zips, _giants, _tables, _tomls, _jsons, _arrays, _parquets):
        yield from make(samples)


def _sound(reader: str, samples: Path) -> Path:
    return samples_of(reader, samples)[0]


def _trial(reader: str, name: str, samples: Path, data: bytes) -> Trial:
    return Trial(reader, f"{reader} {name}", _sound(reader, samples).name, data)


def _changed(path: Path, member: str, old: bytes, new: bytes) -> bytes:
    """A zip with something put in place of something else in one member."""
    files = members(path.read_bytes())
    assert any(member in name and old in content for name, content in files), (path, member, old)
    return packed([(name, content.replace(old, new, 1) if member in name else content) for name, content in files])


def _with_doctype(data: bytes, doctype: str) -> bytes:
    """XML with a DTD, and an entity in its first text."""
    head, _, rest = data.partition(b"?>")
    begin, sign, end = rest.partition(b">")
    return head + b"?>" + doctype.encode() + begin + sign + b"&l11;" + end


def _xml(samples: Path) -> Iterator[Trial]:
    """Entities and DTDs in everything that is XML; nesting."""
    for name, doctype in DOCTYPES.items():
        yield _trial("qdc", name, samples, _with_doctype(_sound("qdc", samples).read_bytes(), doctype))
        for reader, member in (
            *(("qdpx", ".qde"), ("triple-s", ".xml"), ("ods", "content.xml")),
            *(("xlsx", "workbook.xml"), ("xlsx", "sheet1.xml"), ("xlsx", "[Content_Types].xml")),
        ):
            files = members(_sound(reader, samples).read_bytes())
            hostile = [(each, _with_doctype(data, doctype) if each.endswith(member) else data) for each, data in files]
            yield _trial(reader, f"{name} in {member}", samples, packed(hostile))
    deep = b"<?xml version='1.0'?>" + b"<a>" * DEEP + b"</a>" * DEEP
    yield _trial("qdc", "deep", samples, deep)
    yield _trial("qdpx", "deep", samples, packed([("project.qde", deep)]))
    yield _trial("triple-s", "deep", samples, packed([("survey.xml", deep), ("survey.csv", b"")]))
    wide = b"<CodeBook><Codes>" + b"<Code/>" * 300_000 + b"</Codes></CodeBook>"
    yield _trial("qdc", "wide", samples, wide)


def _zips(samples: Path) -> Iterator[Trial]:
    """Bombs, paths that lead elsewhere, links, members that stand twice, encrypted and broken ones."""
    bomb = b"\0" * 300_000_000
    for reader, member in (("xlsx", "sheet1.xml"), ("qdpx", ".qde"), ("ods", "content.xml"), ("review", "sheet1.xml")):
        files = members(_sound(reader, samples).read_bytes())
        packed_bomb = packed([(each, bomb if each.endswith(member) else data) for each, data in files])
        yield _trial(reader, "bomb", samples, packed_bomb)
        outside = [("../../../../tmp/evil", b"x"), ("/tmp/evil", b"x"), ("C:\\evil", b"x"), *files]
        yield _trial(reader, "paths", samples, packed(outside))
        yield _trial(reader, "twice", samples, packed([*files, *((name, data[:50]) for name, data in files)]))
        yield _trial(reader, "link", samples, _linked(files))
        yield _trial(reader, "many", samples, packed([*files, *((f"m/{n}", b"") for n in range(70_000))]))
        yield _trial(reader, "encrypted", samples, _encrypted(packed(files)))
    yield _trial(
        "xlsx", "nested zip", samples, packed([("[Content_Types].xml", b""), ("xl/a", packed([("b", bomb[:99])]))])
    )


def _linked(files: list[tuple[str, bytes]]) -> bytes:
    """The same zip, its members links to a file elsewhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, _ in files:
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o120777 << 16
            archive.writestr(info, b"/etc/passwd")
    return out.getvalue()


def _encrypted(data: bytes) -> bytes:
    """The same zip, every member marked as encrypted."""
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        parts = data.split(mark)
        data = mark.join([parts[0], *(part[: place - 4] + b"\x01\x00" + part[place - 2 :] for part in parts[1:])])
    return data


def _giants(samples: Path) -> Iterator[Trial]:
    """Cells far apart, sheets without number, claims of sharing."""
    path = next(each for each in samples_of("xlsx", samples) if each.stem == "survey")
    far = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    yield Trial("xlsx", "xlsx far cell", path.name, _changed(path, "sheet1.xml", b"</sheetData>", far))
    beyond = b'<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row></sheetData>'
    yield Trial("xlsx", "xlsx beyond", path.name, _changed(path, "sheet1.xml", b"</sheetData>", beyond))
    sheets = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(2, 5_000)) + b"</sheets>"
    yield Trial("xlsx", "xlsx sheets", path.name, _changed(path, "workbook.xml", b"</sheets>", sheets))
    home = _sound("review", samples)
    yield Trial("review", "review sheets", home.name, _changed(home, "workbook.xml", b"</sheets>", sheets))
    yield Trial("review", "review far cell", home.name, _changed(home, "sheet1.xml", b"</sheetData>", far))
    ods = _sound("ods", samples)
    for what in ("rows", "columns"):
        row = f'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-{what}-repeated="1048576"'
        cell = f'{row} office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
        yield Trial("ods", f"ods {what}", ods.name, _changed(ods, "content.xml", b"</table:table>", cell.encode()))


def _tables(samples: Path) -> Iterator[Trial]:
    """Text tables of odd bytes and shapes."""
    odd = {
        "long line": b"a,b\n" + b"x" * 20_000_000 + b",1\n",
        "long quote": b'a,b\n"' + b"x\n" * 3_000_000,
        "many columns": b",".join(b"c%d" % n for n in range(200_000)) + b"\n" + b"," * 199_999 + b"\n",
        "one name": b",".join([b"same"] * 20_000) + b"\n" + b"," * 19_999 + b"\n",
        "quotes": b"a\n" + b'""""""' * 500_000 + b"\n",
        "NUL": b"a,b\n1,\0\0\0\n",
        "NUL head": b"a\0,b\n1,2\n",
        "surrogates": b"a,b\n\xed\xa0\x80,\xed\xb0\x80\n",
        "mixed": "a,b\n\u00e9,1\n".encode() + "\u00e9,2\n".encode("cp1252") + "\u00e9,3\n".encode("utf-16"),
        "odd half": b"\xff\xfea\0,\0b\0\n\0\0\xd8",
        "only mark": b"\xef\xbb\xbf",
        "line ends": b"a,b\r1,2\n\r3,4\r\n\r\r\n",
        "empty lines": b"a\n" + b"\n" * 1_000_000 + b"x\n",
        "one cell": b"a\n" + b"=cmd|' /C calc'!A0\n" * 3,
        "Qualtrics": b'Q1,Q2\nwhat,why\n"{""ImportId"":""' + b"[" * 200_000 + b'""}",x\n1,2\n',
        "headers": b"\n".join([b"Q,Q"] * 50_000),
    }
    for name, data in odd.items():
        for reader in ("csv", "csv-stream", "moves", "audit"):
            yield _trial(reader, name, samples, data)
        yield Trial("frame-table", f"frame-table {name}", "homes.csv", data)


def _tomls(samples: Path) -> Iterator[Trial]:
    """Settings and codeframes with too much of everything."""
    odd = {
        "many keys": "".join(f"key{n} = 1\n" for n in range(100_000)),
        "many tables": "".join(f'[[theme]]\nslug = "t{n}"\n' for n in range(60_000)),
        "dotted": ".".join(["a"] * 50_000) + " = 1\n",
        "header": "[" + ".".join(["a"] * 50_000) + "]\n",
        "arrays": "a = " + "[" * DEEP + "]" * DEEP,
        "inline": "a = " + "{a=" * 50_000,
        "quotes": 'a = """' + '"" ' * 500_000,
        "escapes": 'a = "' + "\\u0041" * 300_000 + '"\n',
        "comment": "#" + "x" * 3_000_000,
        "digits": "format = " + "9" * 100_000,
        "underscores": "format = " + "1_" * 100_000 + "1",
        "large": "# " + "x" * 5_000_000,
        "name": f'name = "{"x" * 100_000}"\n[[theme]]\nslug = "a"\n',
        "slug": f'[[theme]]\nslug = "{"a-" * 50_000}a"\n',
        "nets": "".join(f'[[net]]\nslug = "n{n}"\nnet = "n{n + 1}"\n' for n in range(5_000))
        + '[[theme]]\nslug = "a"\n',
        "phrases": '[[theme]]\nslug = "a"\nalways = [' + ", ".join(f'"{"a*" * 200}b{n}"' for n in range(2_000)) + "]\n",
        "changes": '[[theme]]\nslug = "a"\n'
        + "".join(f'[[change]]\nop = "rename"\nfrom = ["c{n}"]\nto = ["c{n + 1}"]\n' for n in range(5_000)),
    }
    for name, text in odd.items():
        for reader in ("codeframe", "settings"):
            yield _trial(reader, name, samples, text.encode())


def _jsons(samples: Path) -> Iterator[Trial]:
    """JSON that is deep, large, or says numbers that are none."""
    odd = {
        "deep lists": b"[" * DEEP,
        "deep objects": b'{"a":' * DEEP,
        "digits": b'{"format": ' + b"9" * 100_000 + b"}",
        "NaN": b'{"format": NaN, "number": Infinity}',
        "one line": b'{"id": "' + b"x" * 3_000_000 + b'"}',
        "surrogate": b'{"format": 1, "id": "\\ud800"}',
        "NUL": b'{"format": 1}\0',
        "list": b"[]",
        "null": b"null",
        "twice": b'{"format": 1, "format": {"a": []}}',
    }
    for name, data in odd.items():
        for reader in ("log", "moves-log", "history", "batch", "records", "report", "manifest", "row"):
            yield _trial(reader, name, samples, data)
        files = members(_sound("bundle", samples).read_bytes())
        for member in ("manifest.json", "vocabulary.json"):
            inside = packed([(each, data if each == member else content) for each, content in files])
            yield _trial("bundle", f"{name} in {member}", samples, inside)


def npy(kind: str, shape: str, content: bytes = b"") -> bytes:
    """An array of numpy that says so."""
    head = f"{{'descr': {kind}, 'fortran_order': False, 'shape': {shape}, }}".encode()
    head += b" " * (-(len(head) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + content


ARRAYS = {
    "huge": npy("'<f4'", "(10000000000, 100)"),
    "negative": npy("'<f4'", "(-1, 4)"),
    "objects": npy("'|O'", "(1,)", b"cos\nsystem\n(S'true'\ntR."),
    "NaN": npy("'<f4'", "(2, 3)", struct.pack("<6f", *[float("nan")] * 6)),
    "infinite": npy("'<f4'", "(2, 3)", struct.pack("<6f", *[float("inf")] * 6)),
    "code": npy("__import__('os').system('true')", "(1,)"),
    "deep": npy("[" * 5_000, "(1,)"),
    "zeros": npy("'<f4'", "(50000000, 2)", b"\0" * 400_000_000),
    "dimensions": npy("'<f4'", "(" + "1," * 60 + ")", b"\0\0\0\0"),
    "texts": npy("'<U100000000'", "(1000,)"),
}


def _arrays(samples: Path) -> Iterator[Trial]:
    """Arrays of numpy that claim too much, hold objects, or numbers that are none."""
    for name, array in ARRAYS.items():
        for reader in ("sums", "ranking"):
            for each, _ in members(_sound(reader, samples).read_bytes()):
                files = members(_sound(reader, samples).read_bytes())
                hostile = [(member, array if member == each else data) for member, data in files]
                if name != "zeros" or each in ("values.npy", "scores.npy"):
                    yield _trial(reader, f"{name} in {each}", samples, packed(hostile))
        inside = [("rows.npy", array) if each == "rows.npy" else (each, data) for each, data in _model_arrays(samples)]
        files = members(_sound("bundle", samples).read_bytes())
        hostile = [(each, packed(inside) if each == "arrays.npz" else data) for each, data in files]
        yield _trial("bundle", name, samples, packed(hostile))
        yield _trial("hashes", name, samples, array)


def _model_arrays(samples: Path) -> list[tuple[str, bytes]]:
    return members(dict(members(_sound("bundle", samples).read_bytes()))["arrays.npz"])


def _parquets(samples: Path) -> Iterator[Trial]:
    """Parquet that unpacks to more than a machine has, or claims a thousand million rows."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    whole = pa.table({"a": pa.array(["x" * 100_000]).take(pa.array([0] * 20_000))})
    out = io.BytesIO()
    pq.write_table(whole, out, compression="zstd")
    many = io.BytesIO()
    pq.write_table(pa.table({"a": pa.nulls(60_000_000)}), many, compression="zstd")
    for name, data in (("long text", out.getvalue()), ("nulls", many.getvalue())):
        for reader in ("parquet", "parquet-stream", "candidates"):
            yield _trial(reader, name, samples, data)
    sound = _sound("parquet", samples).read_bytes()
    for length in (0, 1, 0x7FFFFFFF, 0xFFFFFFFF):
        yield _trial("parquet", f"foot of {length}", samples, sound[:-8] + struct.pack("<I", length) + b"PAR1")
    yield _trial("parquet", "encrypted", samples, b"PARE" + sound[4:-4] + b"PARE")
    for path in samples_of("sav", samples):
        data = path.read_bytes()
        for rows in (-1, 0, 0x7FFFFFFF):
            claimed = data[:80] + struct.pack("<i", rows) + data[84:]
            yield Trial("sav", f"sav of {rows} rows", path.name, claimed)
            yield Trial("sav", f"sav of {rows} variables", path.name, data[:68] + struct.pack("<i", rows) + data[72:])
