"""Static vectors from disk: a folder in the layout of model2vec, the files of the package wordllama, or a spaCy pipeline by name.

Nothing is ever fetched. Files come from users: sizes, types and shapes are checked, and a file that is odd is named.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from freetext.errors import InputError, UsageError, names_listed

if TYPE_CHECKING:
    from freetext.files.project.settings import Project
    from freetext.text.vectors import SubwordVectors, Vectors

TABLE, SPELLING = "model.safetensors", "tokenizer.json"
"""The files of a folder in the layout of model2vec."""

WORDLLAMA = "wordllama"
"""The name by which the files of that package are asked for."""

NONE = "none"
"""The name by which no vectors are asked for, in a project that has some."""

WORDLLAMA_FILES = {
    "weights/l2_supercat_256.safetensors": "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    "tokenizers/l2_supercat_tokenizer_config.json": "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}
"""Table and spelling in wordllama 0.4.0.post1, and their sha256: other files would be other vectors."""

TABLES = ("embeddings", "embedding.weight")
"""What a table of vectors is called in its file."""

LARGEST_TABLE, LARGEST_SPELLING = 2 * 1024**3, 128 * 1024**2
"""Bytes."""

LONGEST = 4096
"""Numbers in a vector."""

LARGEST_NUMBER = 1e4
"""Numbers in vectors are of the size of 1; with much larger ones sums over an answer's words are of no use."""

PROBES = ("word", "", " ", "Stra\u00dfe", "don't", "\u5b57", "\u0b95\u0bcd", "\U0001f600", "\U00010348", "\ufffd")
"""Forms that a tokenizer must be able to spell: rare scripts and emoji show what it does with what it does not know."""


def load_vectors(source: str | Path) -> Vectors:
    """Load static vectors: `wordllama`, a folder with model.safetensors and tokenizer.json, or the name of an installed spaCy pipeline.

    A folder that bears one of these names is meant by a path, such as ./wordllama or Path("wordllama"). Raises InputError for a file
    that is not what it should be, UsageError where nothing of this name is there or the extra `static` is not installed.
    """
    if source == WORDLLAMA:
        return _wordllama()
    folder = Path(source)
    if folder.is_dir():
        return _folder(folder)
    if not isinstance(source, str) or not is_name(source):
        raise UsageError(f"no vectors {str(source)!r} (--vectors): no such folder.")
    return _pipeline(source)


def is_name(source: str) -> bool:
    """Whether a text can be the name of installed vectors; a path is none."""
    return not any(mark in source for mark in "/\\")


def vectors_of(asked: str, project: Project | None) -> str | Path | None:
    """Return what `load_vectors` should load: what was asked for, else what the project's settings name; None for none."""
    if asked or project is None:
        return None if asked in ("", NONE) else asked
    named = project.questionnaire.vectors
    if named in ("", NONE):
        return None
    folder = project.path(named)
    return folder if named != WORDLLAMA and folder.is_dir() else named


def _pipeline(name: str) -> Vectors:
    from freetext.text.vectors import spacy_names, spacy_vectors

    names = spacy_names()
    if name not in names:
        known = names_listed([WORDLLAMA, *names])
        raise UsageError(
            f"no vectors {name!r} (--vectors): no folder and no installed spaCy pipeline of that name. Names: {known}. "
            "`python -m spacy download` installs pipelines; those whose names end in _md or _lg have vectors."
        )
    return spacy_vectors(name)


def _wordllama() -> SubwordVectors:
    found = find_spec(WORDLLAMA)
    if found is None or not found.submodule_search_locations:
        raise UsageError(
            "the vectors 'wordllama' are files of a package that is not installed: "
            "pip install --no-deps wordllama==0.4.0.post1, and pip install 'freetext[static]', which reads them."
        )
    home = Path(next(iter(found.submodule_search_locations)))
    contents = []
    for name, digest in WORDLLAMA_FILES.items():
        contents.append(_content(home / name, LARGEST_TABLE))
        if hashlib.sha256(contents[-1]).hexdigest() != digest:
            raise InputError(
                "is not the file of wordllama 0.4.0.post1 (its hash differs).",
                file=home / name,
                remedy="`pip install --no-deps wordllama==0.4.0.post1` brings it.",
            )
    table, spelling = (home / name for name in WORDLLAMA_FILES)
    return _subwords(WORDLLAMA, table, contents[0], spelling, contents[1])


def _folder(folder: Path) -> SubwordVectors:
    table, spelling = folder / TABLE, folder / SPELLING
    for path in (table, spelling):
        if not path.is_file():
            raise InputError(f"no such file; a folder of vectors holds {TABLE} and {SPELLING}.", file=path)
    name = folder.resolve().name
    return _subwords(name, table, _content(table, LARGEST_TABLE), spelling, _content(spelling, LARGEST_SPELLING))


def _content(path: Path, largest: int) -> bytes:
    try:
        if path.stat().st_size > largest:
            raise InputError(f"is larger than {largest // 1024**2:,} MB; that is no file of vectors.", file=path)
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", file=path) from error


def _subwords(name: str, table: Path, numbers: bytes, spelling: Path, spells: bytes) -> SubwordVectors:
    from freetext.text.vectors import SubwordVectors

    tokenizer = _tokenizer(spelling, spells)
    places = max(tokenizer.get_vocab(with_added_tokens=True).values(), default=-1) + 1
    rows = _table(table, numbers, places)
    digest = hashlib.sha256(hashlib.sha256(numbers).digest() + hashlib.sha256(spells).digest()).hexdigest()[:16]

    def spell(forms: Sequence[str]) -> list[list[int]]:
        """One after another: a batch would start threads, which do not live through a fork."""
        return [_spelled(tokenizer, spelling, form.encode("utf-8", "replace").decode()) for form in forms]

    return SubwordVectors(name, digest, rows, spell)


def _tokenizer(path: Path, content: bytes) -> Any:
    tokenizers = _extra("tokenizers")
    try:
        tokenizer = tokenizers.Tokenizer.from_buffer(content)
        tokenizer.no_truncation()
        tokenizer.no_padding()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the library raises Exception itself, with the parser's text, and panics beside it
        raise InputError(f"is no tokenizer ({_in_one_line(error)}).", file=path) from error
    for form in PROBES:
        _spelled(tokenizer, path, form)
    return tokenizer


def _spelled(tokenizer: Any, path: Path, form: str) -> list[int]:
    try:
        return list(tokenizer.encode(form, add_special_tokens=False).ids)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise InputError(f"cannot spell {form!r} ({_in_one_line(error)}).", file=path) from error


def _in_one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:80]


def _table(path: Path, content: bytes, places: int) -> NDArray[np.floating]:
    """Read the table (subwords, size): `embeddings`, with the `mapping` and the `weights` of its subwords where the file has them."""
    safetensors = _extra("safetensors.numpy")
    try:
        held: dict[str, np.ndarray[Any, Any]] = safetensors.load(content)
    except Exception as error:  # whatever odd bytes provoke in a parser, the file is none of ours
        raise InputError(f"is no table of vectors ({str(error)[:80]}).", file=path) from error
    found = [each for name, each in held.items() if name in TABLES]
    if len(found) != 1:
        raise InputError(f"holds no `embeddings`. It holds: {names_listed(sorted(held)) or 'nothing'}.", file=path)
    rows = _checked(path, found[0])
    with np.errstate(over="ignore", invalid="ignore"):
        if "mapping" in held:
            rows = rows[_mapping(path, held["mapping"], rows)]
        if "weights" in held:
            rows = rows * _weights(path, held["weights"], len(rows))[:, None]
    if not (rows.min() > -LARGEST_NUMBER and rows.max() < LARGEST_NUMBER):
        raise InputError(f"holds numbers that are not finite, or as large as {LARGEST_NUMBER:,.0f}.", file=path)
    if places > len(rows):
        raise InputError(f"has {len(rows):,} vectors, but {SPELLING} counts {places:,} subwords.", file=path)
    return rows


def _checked(path: Path, rows: np.ndarray[Any, Any]) -> NDArray[np.floating]:
    if rows.ndim != 2 or rows.dtype not in (np.float16, np.float32, np.float64) or not len(rows):
        raise InputError(f"its table is {rows.dtype} {rows.shape}; it should be floats (subwords, size).", file=path)
    if not 1 <= rows.shape[1] <= LONGEST:
        raise InputError(f"its vectors have {rows.shape[1]:,} numbers; 1 to {LONGEST:,} can be used.", file=path)
    with np.errstate(over="ignore"):
        return rows.astype(np.float32) if rows.dtype == np.float64 else rows


def _mapping(path: Path, places: np.ndarray[Any, Any], table: NDArray[np.floating]) -> NDArray[np.int64]:
    rows = len(table)
    if places.ndim != 1 or places.dtype.kind not in "iu" or not len(places):
        raise InputError("its `mapping` is no list of places.", file=path)
    if places.min() < 0 or places.max() >= rows:
        raise InputError(f"its `mapping` points outside its {rows:,} vectors.", file=path)
    if len(places) * table[0].nbytes > LARGEST_TABLE:
        raise InputError(f"its `mapping` makes a table of more than {LARGEST_TABLE // 1024**2:,} MB.", file=path)
    return np.asarray(places, dtype=np.int64)


def _weights(path: Path, weights: np.ndarray[Any, Any], rows: int) -> NDArray[np.float32]:
    if weights.shape != (rows,) or weights.dtype.kind != "f" or not np.isfinite(weights).all():
        raise InputError(f"its `weights` are not one finite number for each of {rows:,} subwords.", file=path)
    return np.asarray(weights, dtype=np.float32)


def _extra(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError(f"vectors need {module.split('.', maxsplit=1)[0]}: pip install 'freetext[static]'") from error
