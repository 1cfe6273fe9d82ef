"""`ranking-CODEFRAME.npz`: how the answers of a file are ranked, written by training and read by the queue of a review.

One file, so that it is whole or not there: arrays, and a JSON text of all names. No text of an answer stands in it but the words that
a suggestion shows. Reading wakes numpy and nothing heavier.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from freetext.errors import OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.json_values import count_in, text_in
from freetext.files.disk.places import reason
from freetext.review.items import Suggested
from freetext.review.ranking import Ranking
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key

FORMAT = 1

Said = dict[Key, tuple[Suggested, ...]]


def save_ranking(ranking: Ranking, folder: Path) -> Path:
    """Write a ranking into a folder, which is made where there is none; returns the file. Raises OutputError."""
    path = _path(folder, ranking.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, reason(error)) from error
    content = _packed(ranking)
    with replacing(path, force=True) as handle:
        handle.write(content)
    return path


def load_ranking(folder: Path, codeframe: Codeframe) -> Ranking | None:
    """Read the ranking of a codeframe; None where there is none, where it is damaged, and where it is of an older codeframe."""
    path = _path(folder, codeframe.name)
    try:
        ranking = _unpacked(path.read_bytes())
    except Exception:  # noqa: BLE001  # whatever damaged bytes provoke in a parser: it is made from the labels, and made again
        return None
    return ranking if (ranking.codeframe, ranking.slugs) == (codeframe.digest, codeframe.slugs) else None


def _path(folder: Path, name: str) -> Path:
    return folder / f"ranking-{name}.npz"


def _packed(ranking: Ranking) -> bytes:
    questions = {question: place for place, question in enumerate(dict.fromkeys(asked for _, asked in ranking.keys))}
    names = {
        "format": FORMAT,
        "codeframe": ranking.codeframe,
        "name": ranking.name,
        "model": ranking.model,
        "labelled": ranking.labelled,
        "answers": ranking.answers,
        "decided": ranking.decided,
        "slugs": ranking.slugs,
        "ids": [answer for answer, _ in ranking.keys],
        "questions": list(questions),
        "suggestions": [
            [*key, [[each.slug, each.words] for each in said]] for key, said in ranking.suggestions.items()
        ],
    }
    content = io.BytesIO()
    np.savez(
        content,
        allow_pickle=False,
        names=np.frombuffer(json.dumps(names).encode(), dtype=np.uint8),
        asked=np.fromiter((questions[asked] for _, asked in ranking.keys), dtype=np.int32, count=len(ranking.keys)),
        scores=ranking.scores.astype(np.float32),
        diverse=ranking.diverse.astype(np.int64),
    )
    return content.getvalue()


def _unpacked(content: bytes) -> Ranking:
    """Build the ranking; raises ValueError (or whatever odd bytes provoke) where it does not fit together."""
    _check_sizes(content)
    with np.load(io.BytesIO(content), allow_pickle=False) as loaded:
        scores, diverse, asked = loaded["scores"], loaded["diverse"], loaded["asked"].tolist()
        names: dict[str, Any] = json.loads(loaded["names"].tobytes())
    if names["format"] != FORMAT:
        raise ValueError("another format")
    questions, slugs = tuple(map(text_in, names["questions"])), tuple(map(text_in, names["slugs"]))
    keys = tuple((text_in(answer), questions[place]) for answer, place in zip(names["ids"], asked, strict=True))
    if (scores.dtype, scores.shape) != (np.float32, (len(keys), len(slugs))) or not np.isfinite(scores).all():
        raise ValueError("no scores of these answers")
    if (diverse.dtype, diverse.shape) != (np.int64, (len(keys),)):
        raise ValueError("no order of these answers")
    said: Said = {
        (text_in(answer), text_in(question)): tuple(
            Suggested(text_in(slug), tuple(map(text_in, words))) for slug, words in themes
        )
        for answer, question, themes in names["suggestions"]
    }
    return Ranking(
        text_in(names["codeframe"]),
        slugs,
        keys,
        scores,
        diverse,
        count_in(names["labelled"]),
        said,
        text_in(names["model"]),
        text_in(names["name"]),
        text_in(names["answers"]),
        count_in(names["decided"]),
    )


def _check_sizes(content: bytes) -> None:
    """Refuse arrays that unpack to more than they are: we do not pack them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if any(info.compress_type != zipfile.ZIP_STORED for info in archive.infolist()):
            raise ValueError("packed arrays")
        for info in archive.infolist():
            with archive.open(info) as stream:
                np.lib.format.read_magic(stream)
                shape, _, dtype = np.lib.format.read_array_header_1_0(stream)
                if math.prod(shape) * dtype.itemsize != info.file_size - stream.tell():
                    raise ValueError("an array that claims to be larger than it is")
