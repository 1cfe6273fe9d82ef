"""Our columns of a whole block of codings as Arrow arrays: nothing here is done answer by answer.

The cells are those of `coded_cells.cells_of`, to the character.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from freetext.files.tabular.cells import Column
from freetext.survey.answers import BoolArray
from freetext.survey.codings import SOURCE_NAMES, Codings, Source

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

THEMES, REVIEW, WHY, SOURCE = "freetext_themes", "freetext_review", "freetext_review_why", "freetext_source"
EVIDENCE, SCORE, MODEL = "freetext_evidence", "freetext_score", "freetext_model"

PLACES = 10_000.0
"""Scores are written with four decimals."""


def block_columns(
    codings: Codings, *, behind: str = "", scores: bool = False, evidence: bool = False, model: str = ""
) -> dict[str, Column]:
    """Write our columns of a block of codings, in the order of the contract; their names end in `behind`.

    Themes, reasons, sources and evidence are strings, review is truth, scores are floats of four decimals, null where there is none.
    Which model coded is a column only where `model` names it.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    places, why = np.nonzero(codings.chosen), pa.array(codings.why, pa.string())
    columns: dict[str, Column] = {
        THEMES + behind: theme_cells(codings, places),
        REVIEW + behind: pc.not_equal(why, ""),
        WHY + behind: why,
        SOURCE + behind: source_cells(codings, places),
    }
    if model:
        columns[MODEL + behind] = model_cells(codings, model)
    if scores and codings.scores is not None:
        columns |= {f"{SCORE}{behind}:{code}": cells for code, cells in _score_cells(codings)}
    if evidence:
        shown = codings.evidence if codings.evidence is not None else ("",) * len(codings)
        columns[EVIDENCE + behind] = pa.array(shown, pa.string())
    return columns


Places = tuple["NDArray[np.intp]", ...]
"""Rows and themes of the codes that are chosen, row by row."""


def theme_cells(codings: Codings, places: Places) -> pa.StringArray:
    """Write the codes of each answer, joined by `;`."""
    import pyarrow as pa

    return _joined(pa.array(codings.codeframe.codes, pa.string()), places[1], places[0], len(codings))


def source_cells(codings: Codings, places: Places) -> pa.StringArray:
    """Write who decided on each answer, as `coded_cells.source_cell` does."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows, themes = places
    who = codings.source[rows, themes]
    kinds = max(Source) + 1
    named = [f"{code}={SOURCE_NAMES.get(kind, '')}" for code in codings.codeframe.codes for kind in range(kinds)]  # type: ignore[call-overload]
    cells = _joined(pa.array(named, pa.string()), themes * kinds + who, rows, len(codings))
    people = (codings.source == Source.HUMAN).all(axis=1)
    some, others = np.zeros(len(codings), dtype=np.bool_), np.zeros(len(codings), dtype=np.bool_)
    some[rows], others[rows[who != Source.HUMAN]] = True, True
    mixed = some & ~others & ~people
    if mixed.any():
        cells = pc.if_else(pa.array(mixed), pc.binary_join_element_wise(cells, "model", ";"), cells)
    for flags, cell in ((people & ~some, "human"), (codings.blank, "blank")):
        if flags.any():
            cells = pc.if_else(pa.array(flags), cell, cells)
    return cells


def model_cells(codings: Codings, model: str) -> pa.StringArray:
    """Name the model of each answer on which it decided anything; empty where people or their rules decided all, or nothing was said."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(pa.array(by_model(codings)), model, "")


def by_model(codings: Codings) -> BoolArray:
    """Whether a model decided on any theme of each answer, bool (n,)."""
    decided: BoolArray = (codings.source == Source.MODEL).any(axis=1) & ~codings.blank
    return decided


def _joined(words: pa.StringArray, chosen: NDArray[np.intp], rows: NDArray[np.intp], size: int) -> pa.StringArray:
    """Join the words that are chosen in each row by `;`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ends = np.zeros(size + 1, dtype=np.int32)
    np.cumsum(np.bincount(rows, minlength=size), out=ends[1:])
    lists = pa.ListArray.from_arrays(pa.array(ends), words.take(pa.array(chosen)))
    return pc.binary_join(lists, ";")


def _score_cells(codings: Codings) -> Iterator[tuple[str, pa.DoubleArray]]:
    """Round as Python does: single numbers times 10,000 are exact as doubles."""
    import pyarrow as pa

    assert codings.scores is not None
    rounded = np.rint(codings.scores.astype(np.float64) * PLACES) / PLACES
    none: BoolArray = np.isnan(rounded)
    for theme, code in enumerate(codings.codeframe.codes):
        yield code, pa.array(np.ascontiguousarray(rounded[:, theme]), mask=np.ascontiguousarray(none[:, theme]))
