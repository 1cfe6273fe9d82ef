"""Statistics of a part to bytes and back: a head in JSON and all numbers in one array; audited before anything is built, nothing in it can run."""

from __future__ import annotations

import io
import json
import math
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any

import numpy as np

from freetext.errors import InputError
from freetext.files.disk.json_values import count_in, text_in
from freetext.files.parts.part_counts import PartSums, SumsPlan
from freetext.files.parts.part_splits import Split
from freetext.files.project.codeframes import codeframe_text, parse_codeframe
from freetext.files.tabular.unpacked import most_of
from freetext.survey.answers import IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Question
from freetext.tallies.lines import lines_of
from freetext.tallies.statistics import ARRAYS, Cube, Statistics, blank_cube, blank_statistics

FORMAT = 1
MEMBERS = {"head": "|u1", "values": "<i8", "people": "<u8"}
LARGEST = 1024**3
"""Bytes of one array."""

AGAIN = "`freetext code` with --force makes it anew."


def packed_sums(sums: PartSums) -> bytes:
    """Write the statistics of a part; the same ones give the same bytes."""
    values = [each.reshape(-1) for one in sums.statistics for each in _arrays(one)]
    whole = np.concatenate(values) if values else np.zeros(0, dtype=np.int64)
    head = json.dumps(_head(sums), sort_keys=True, ensure_ascii=True).encode()
    out = io.BytesIO()
    arrays = {
        "head": np.frombuffer(head, dtype=np.uint8),
        "values": whole.astype("<i8"),
        "people": sums.people.astype("<u8"),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, version=(1, 0), allow_pickle=False)
    return out.getvalue()


def unpacked_sums(content: bytes, file: object = "statistics") -> PartSums:
    """Read the statistics of a part again; raises InputError where they are damaged or of another format."""
    try:
        members = _members(content)
        head = _head_of(members["head"], file)
        return _built(head, members["values"], members["people"])
    except InputError:
        raise
    except Exception as error:  # damaged bytes provoke whatever they like
        told = str(error).splitlines()[0][:80] if str(error) else "no content"
        raise InputError(
            f"holds no statistics that can be read ({type(error).__name__}: {told}).", file=file, remedy=AGAIN
        ) from error


def _arrays(each: Statistics) -> Iterator[IntArray]:
    """All numbers of a question, in the order of the file."""
    yield each.both
    for cube in (each.total, *each.banners.values()):
        yield from (getattr(cube, name) for name in ARRAYS)


def _head(sums: PartSums) -> dict[str, Any]:
    plan = asdict(sums.plan)
    del plan["needed"]  # what was asked of the part, which it has
    return {
        "format": FORMAT,
        "rows": sums.rows,
        "problem": sums.problem,
        "lost": sums.lost,
        "plan": plan,
        "questions": [_said(each) for each in sums.statistics],
    }


def _said(each: Statistics) -> dict[str, Any]:
    return {
        "question": each.question,
        "kind": each.kind,
        "weighted": each.weighted,
        "cold": each.cold,
        "codeframe": codeframe_text(each.codeframe),
        "by_name": each.codeframe.by_name,
        "digest": each.codeframe.digest,
        "banners": [[name, list(cube.names), bool(cube.shared.shape[-1])] for name, cube in each.banners.items()],
    }


def _members(content: bytes) -> dict[str, np.ndarray[Any, Any]]:
    """Read the arrays; each header is audited before room is made for its array."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > most_of(len(content)):
            raise ValueError("arrays that unpack to more than a part's can")
        for name, kind in MEMBERS.items():
            with archive.open(f"{name}.npy") as stream:
                if np.lib.format.read_magic(stream) != (1, 0):
                    raise ValueError(f"array {name!r} is of another version")
                shape, _, dtype = np.lib.format.read_array_header_1_0(stream)
                size = archive.getinfo(f"{name}.npy").file_size - stream.tell()
                if dtype.str != kind or len(shape) != 1:
                    raise ValueError(f"array {name!r} has the wrong type or shape")
                if shape[0] * dtype.itemsize != size or size > LARGEST:
                    raise ValueError(f"array {name!r} claims to be larger than it is")
                found[name] = np.frombuffer(stream.read(), dtype=dtype)
    return found


def _head_of(content: np.ndarray[Any, Any], file: object) -> dict[str, Any]:
    head = json.loads(content.tobytes())
    if type(head) is not dict or type(head["format"]) is not int:
        raise ValueError("no head")
    if head["format"] > FORMAT:
        told = f"has format {head['format']}; this version reads up to {FORMAT}."
        raise InputError(told, file=file, remedy=f"Install a newer freetext. Or {AGAIN}")
    return dict(head)


def _built(head: Mapping[str, Any], values: np.ndarray[Any, Any], people: np.ndarray[Any, Any]) -> PartSums:
    if values.size and int(values.min()) < 0:
        raise ValueError("a count is negative")
    if (people[1:] < people[:-1]).any():
        raise ValueError("respondents are not in order")
    statistics, at = [], 0
    for told in head["questions"]:
        each, at = _question(told, values, at)
        statistics.append(each)
    if at != len(values):
        raise ValueError(f"{len(values)} numbers, {at} expected")
    lost = tuple((text_in(name), text_in(why)) for name, why in head["lost"])
    return PartSums(
        _plan(head["plan"]), count_in(head["rows"]), tuple(statistics), people, text_in(head["problem"]), lost
    )


def _question(told: Mapping[str, Any], values: IntArray, at: int) -> tuple[Statistics, int]:
    """Build one question of the numbers from a place on, and say where the next ones begin."""
    frame, weighted = _frame(told["codeframe"], told["by_name"] is True), told["weighted"] is True
    if frame.digest != told["digest"] or told["kind"] not in ("open", "closed", "multi"):
        raise ValueError("the codeframe is another one")
    blank = blank_statistics(text_in(told["question"]), told["kind"], frame, weighted=weighted)
    both, at = _taken(values, at, blank.both.shape)
    total, at = _cube(blank.total, values, at, shared=False)
    banners = {}
    for name, names, shared in told["banners"]:
        empty = blank_cube(tuple(map(text_in, names)), len(lines_of(frame)), weighted=weighted)
        banners[text_in(name)], at = _cube(empty, values, at, shared=shared is True)
    return replace(blank, both=both, total=total, banners=banners, cold=told["cold"] is True), at


def _cube(empty: Cube, values: IntArray, at: int, *, shared: bool) -> tuple[Cube, int]:
    arrays = {}
    for name in ARRAYS:
        shape = getattr(empty, name).shape
        if name == "shared" and shared:
            shape = (*shape[:-1], (1 + len(empty.names)) ** 2)
        arrays[name], at = _taken(values, at, shape)
    return Cube(empty.names, **arrays), at


def _taken(values: IntArray, at: int, shape: tuple[int, ...]) -> tuple[IntArray, int]:
    end = at + math.prod(shape)
    return values[at:end].reshape(shape), end


@lru_cache(maxsize=256)
def _frame(text: str, by_name: bool) -> Codeframe:
    """Parse a codeframe, once for all parts that have the same."""
    return replace(parse_codeframe(text), by_name=by_name)


def _plan(told: Mapping[str, Any]) -> SumsPlan:
    banners = tuple(
        Split(
            text_in(each["name"]),
            text_in(each["column"]),
            tuple(map(text_in, each["options"])),
            text_in(each["separator"]),
            text_in(each.get("other", "")),
            text_in(each.get("written", "")),
        )
        for each in told["banners"]
    )
    return SumsPlan(banners, text_in(told["weight"]), text_in(told["respondent"]), tuple(map(_closed, told["closed"])))


def _closed(told: Mapping[str, Any]) -> Question:
    """Read a closed question; lists are tuples again."""
    return Question(**{key: _tupled(value) for key, value in told.items()})


def _tupled(value: object) -> Any:
    return tuple(map(_tupled, value)) if isinstance(value, list) else value
