"""Every reader of freetext in one table; a new reader is a line in it.

A reader is called with the path of a file that may hold anything. It reads rightly or raises a FreetextError of one clear line.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from freetext.survey.codeframe import Codeframe

Read = Callable[[Path], object]


@dataclass(frozen=True)
class Reader:
    """One reader.

    read   reads a file, all of it
    kind   how its files are mutated: zip, parquet, head, npy, by ending, or plain bytes
    names  what an error must name beside the file's own path: a reader of a folder names the folder, one of bytes what it is told
    apart  whether it may start a process of ours that reads the file with limits of its own
    lay    lays the bytes out as the reader finds them, and gives what `read` is called with; done before anything is watched
    """

    read: Read
    kind: str = "plain"
    names: tuple[str, ...] = ()
    lay: Callable[[Path], Path] = lambda path: path
    apart: bool = False


def table(path: Path) -> object:
    """Read a table and every cell of it."""
    from freetext.files.tabular.tables import read_table  # noqa: PLC0415

    read = read_table(path)
    texts = [read.texts_at(place) for place in range(len(read.names))]
    assert all(type(each) is str for column in texts for each in column)
    assert {len(column) for column in texts} <= {read.size}
    return read


def stream(path: Path) -> object:
    """Read a table batch by batch."""
    from freetext.files.tabular.streams import open_stream  # noqa: PLC0415

    opened = open_stream(path)
    rows = 0
    for batch in opened.batches(5_000):
        texts = [batch.texts_at(place) for place in range(len(batch.names))]
        assert {len(column) for column in texts} <= {batch.size}
        rows += batch.size
    return rows


def codeframe(path: Path) -> object:
    """Read a codeframe, and look for its phrases."""
    from freetext.files.project.codeframes import read_codeframe  # noqa: PLC0415

    return read_codeframe(path).digest


def settings(path: Path) -> object:
    """Read the settings of a survey."""
    from freetext.files.project.settings import read_settings  # noqa: PLC0415

    return read_settings(path)


def labels(path: Path) -> object:
    """Read the logs of a folder, and let people's decisions settle."""
    from freetext.files.labelling.labels import read_labels  # noqa: PLC0415
    from freetext.survey.labels import settle, standing  # noqa: PLC0415

    log = read_labels(path.parent)
    assert all("\n" not in each for each in log.problems)
    return standing(log.labels), settle(log.labels)


def moves(path: Path) -> object:
    """Read a list of moves."""
    from freetext.files.backcoding.moves import read_moves  # noqa: PLC0415

    return read_moves(path)


def moves_log(path: Path) -> object:
    """Read the log of moves."""
    from freetext.files.backcoding.moves_log import made_here, read_events  # noqa: PLC0415

    return made_here(read_events(path))


def history(path: Path) -> object:
    """Read the history of a model's versions."""
    from freetext.files.modelling.model_history import read_history, version_before  # noqa: PLC0415

    return version_before(read_history(path.parent), "ab")


def batch(path: Path) -> object:
    """Read a coder's batch."""
    from freetext.files.reviewing.batches import load_batch  # noqa: PLC0415

    return hash(load_batch(path))


def records(path: Path) -> object:
    """Read what stands beside a coded file."""
    from tests.hostile.samples import KEY  # noqa: PLC0415

    from freetext.files.coding.coded_records import read_records  # noqa: PLC0415

    read = read_records(path.parent.parent / path.name.removesuffix(".json"), KEY)
    return {hash(each) for each in read.answers.values()}


def laid_records(path: Path) -> Path:
    """Put records where a coded file has them."""
    place = path.parent / "laid" / ".coded" / path.name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(path.read_bytes())
    return place


def report(path: Path) -> object:
    """Read the record of a report, and look whether its files are there."""
    from freetext.files.reporting.report_folder import changed_outputs, read_record  # noqa: PLC0415

    return changed_outputs(path.parent, read_record(path.parent))


def audit(path: Path) -> object:
    """Read a sheet of audit labels."""
    from freetext.files.auditing.audit_labels import audit_labels  # noqa: PLC0415
    from freetext.files.tabular.tables import read_table  # noqa: PLC0415

    return audit_labels(read_table(path), "id")


def sums(path: Path) -> object:
    """Read the statistics of a part, and put them together."""
    from freetext.files.parts.folder_sums import joined_sums  # noqa: PLC0415
    from freetext.files.parts.sums_bytes import unpacked_sums  # noqa: PLC0415

    return joined_sums([unpacked_sums(path.read_bytes(), path)])


def candidates(path: Path) -> object:
    """Read the candidates of a part, and look them through."""
    from freetext.files.parts.part_candidates import merge  # noqa: PLC0415

    return merge([path.read_bytes()])


def manifest(path: Path) -> object:
    """Read the manifest of a coded folder, as coding does and as tallying does."""
    from freetext.batch.manifest import read_manifest  # noqa: PLC0415
    from freetext.errors import InputError  # noqa: PLC0415
    from freetext.files.parts.coded_folders import coded_folder  # noqa: PLC0415

    with suppress(InputError):
        coded_folder(path.parent)
    return read_manifest(str(path.parent))


def row(path: Path) -> object:
    """Read what came of a part."""
    from freetext.batch.rows import read_row  # noqa: PLC0415

    return hash(read_row(str(path.parent.parent), path.stem))


def laid_row(path: Path) -> Path:
    """Put what came of a part where its folder has it."""
    place = path.parent / "out" / "_freetext" / f"{PART_KEY}{path.suffix}"
    place = place.with_name(f"{PART_KEY}.ids.npy") if path.suffix == ".npy" else place
    place.parent.mkdir(parents=True, exist_ok=True)
    content = path.read_bytes()
    place.write_bytes(re_keyed(content) if path.suffix == ".json" else content)
    return place


PART_KEY = "0123456789abcdef"


def re_keyed(content: bytes) -> bytes:
    """Let a row have the key by which it is asked for."""
    told: object = None
    with suppress(ValueError, RecursionError):
        told = json.loads(content)
    if not isinstance(told, dict):
        return content
    return json.dumps({**told, "key": PART_KEY}).encode()


def hashes(path: Path) -> object:
    """Read the hashes of a part's answers, whole and piece by piece."""
    from freetext.batch.hash_files import doubled, hash_file, read_hashes  # noqa: PLC0415

    out = str(path.parent.parent)
    whole = read_hashes(out, PART_KEY)
    held = hash_file(out, PART_KEY, path.parent)
    return len(whole), doubled([held, held], 10)


def ranking(path: Path) -> object:
    """Read a ranking; what is damaged is as good as none."""
    from tests.hostile.samples import FRAME  # noqa: PLC0415

    from freetext.files.project.codeframes import parse_codeframe  # noqa: PLC0415
    from freetext.files.reviewing.rankings import load_ranking  # noqa: PLC0415

    frame = parse_codeframe(FRAME)
    read = load_ranking(path.parent, frame)
    return None if read is None else (set(read.keys), read.suggestions.get(("r01", "why")), hash(read.slugs))


def review(path: Path) -> object:
    """Read a review sheet that came back."""
    from tests.hostile.samples import FRAME, KEY, survey_rows  # noqa: PLC0415

    from freetext.files.project.codeframes import parse_codeframe  # noqa: PLC0415
    from freetext.files.reviewing.review_returns import read_review_sheet  # noqa: PLC0415

    frame: Codeframe = parse_codeframe(FRAME)
    answers = {(cells[0], "why"): cells[3] for cells in survey_rows()[1:]}
    return read_review_sheet(path, answers, {frame.name: frame}, key=KEY)


def bundle(path: Path) -> object:
    """Read a model."""
    from freetext.files.modelling.models import list_models, load_model, read_card  # noqa: PLC0415

    listed = list_models(path)
    return load_model(path).digest, len(listed.models), read_card(path)


MEMBERS = ("manifest.json", "vocabulary.json", "arrays.npz", "codeframe.toml", "card.md")


def laid_bundle(path: Path) -> Path:
    """Unpack a model, and let its manifest have the hashes of what is there, so that they hide nothing."""
    folder = path.parent / "bundle"
    folder.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir():
        each.unlink()
    files = dict(_readable_members(path.read_bytes()))
    for name, content in files.items():
        if name in MEMBERS:
            (folder / name).write_bytes(content)
    told: object = None
    with suppress(ValueError, RecursionError):
        told = json.loads(files.get("manifest.json", b""))
    if isinstance(told, dict) and isinstance(told.get("members"), dict):
        told["members"] |= {name: hashlib.sha256(files.get(name, b"")).hexdigest() for name in MEMBERS[1:]}
        (folder / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def _readable_members(data: bytes) -> Iterator[tuple[str, bytes]]:
    with suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            yield info.filename, archive.read(info)


def form(path: Path) -> object:
    """Read a codeframe of another form."""
    from freetext.files.project.codeframe_forms import read_form  # noqa: PLC0415

    read = read_form(path)
    assert all("\n" not in each for each in read.said)
    return read.codeframe.digest


def triple_s(path: Path) -> object:
    """Read a survey's XML and the data beside it."""
    from freetext.files.tabular.triple_s_reading import read_triple_s  # noqa: PLC0415

    read = read_triple_s(path)
    texts = [read.texts_at(place) for place in range(len(read.names))]
    assert {len(column) for column in texts} <= {read.size}
    return texts


def laid_triple_s(path: Path) -> Path:
    """Unpack a survey's XML and its data side by side."""
    folder = path.parent / "triple-s"
    folder.mkdir(parents=True, exist_ok=True)
    files = dict(_readable_members(path.read_bytes()))
    for ending in ("xml", "csv"):
        (folder / f"survey.{ending}").write_bytes(files.get(f"survey.{ending}", b""))
    return folder / "survey.xml"


READERS: dict[str, Reader] = {
    "csv": Reader(table),
    "tsv": Reader(table),
    "txt": Reader(table),
    "xlsx": Reader(table, "zip"),
    "parquet": Reader(table, "parquet"),
    "csv-stream": Reader(stream),
    "parquet-stream": Reader(stream, "parquet"),
    "codeframe": Reader(codeframe),
    "settings": Reader(settings),
    "log": Reader(labels),
    "moves": Reader(moves),
    "moves-log": Reader(moves_log),
    "history": Reader(history),
    "batch": Reader(batch),
    "records": Reader(records, lay=laid_records),
    "report": Reader(report),
    "audit": Reader(audit),
    "sums": Reader(sums, "zip"),
    "candidates": Reader(candidates, "parquet", ("candidates",)),
    "manifest": Reader(manifest),
    "row": Reader(row, lay=laid_row),
    "hashes": Reader(hashes, "npy", lay=laid_row),
    "ranking": Reader(ranking, "zip"),
    "review": Reader(review, "zip"),
    "qdc": Reader(form),
    "qdpx": Reader(form, "zip"),
    "frame-table": Reader(form, "by ending"),
    "triple-s": Reader(triple_s, "zip", lay=laid_triple_s),
    "xls": Reader(table, "head", apart=True),
    "ods": Reader(table, "zip", apart=True),
    "sav": Reader(table, "head", apart=True),
    "zsav": Reader(table, "head", apart=True),
    "dta": Reader(table, "head", apart=True),
    "por": Reader(table, apart=True),
    "xpt": Reader(table, "head", apart=True),
    "bundle": Reader(bundle, "zip", lay=laid_bundle),
}
"""By name. Its sound samples are the files in the folder of that name, or of its first part: `csv-stream` reads those of `csv`."""


def greedy(path: Path) -> object:
    """Take a thousand million bytes."""
    return len(path.read_bytes() * 1_000_000_000)


def slow(path: Path) -> object:
    """Take for ever."""
    number = 1
    while number:
        number += 1
    return path


def writer(path: Path) -> object:
    """Write a file."""
    return path.with_name("written").write_bytes(b"")


def opener(path: Path) -> object:
    """Read a file elsewhere."""
    return path, Path("/etc/hostname").read_bytes()


def caller(path: Path) -> object:
    """Open a connection."""
    import socket  # noqa: PLC0415

    with suppress(OSError), socket.socket() as one:
        one.connect(("127.0.0.1", 9))
    return path


TRAPS: dict[str, Reader] = {
    f"trap {read.__name__}": Reader(read) for read in (greedy, slow, writer, opener, caller)
} | {"trap fine": Reader(Path.read_bytes)}
"""What no reader may do, to see that it is noticed."""


def reader_of(name: str) -> Reader:
    """A reader, or a trap, by its name."""
    return TRAPS[name] if name in TRAPS else READERS[name]


def samples_of(name: str, folder: Path) -> list[Path]:
    """The sound files of a reader, in order."""
    own = folder / name
    found = sorted(
        path for path in (own if own.is_dir() else folder / name.partition("-")[0]).iterdir() if path.is_file()
    )
    assert found, name
    return found
